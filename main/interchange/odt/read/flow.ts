import type { Composer } from '../../composer/index.ts';
import { followColours, type Place } from '../../composer/index.ts';
import {
  attribute,
  child,
  elements,
  isElement,
  lineOf,
  type MarkupElement,
  type MarkupNode,
} from '../../markup/index.ts';
import { type Met, nothingMet } from '../../source/index.ts';
import { safeLink } from '../../summary/index.ts';
import { itemNumberIn, type ListStyle, type ListStyles, numberOf } from './list-styles.ts';
import type { Look, Styles } from './styles.ts';

/** Elements whose text is no part of the document's: declarations, programs, descriptions, numbers made for the screen. */
const SILENT: ReadonlySet<string> = new Set([
  'office:forms',
  'office:scripts',
  'office:event-listeners',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:dde-connection-decls',
  'text:alphabetical-index-auto-mark-file',
  'text:number',
  'text:list-level-style-number',
  'svg:title',
  'svg:desc',
  'draw:glue-point',
  'draw:object',
  'draw:object-ole',
]);

interface OpenList {
  readonly style: string;
  /** Of the items one is in, the outermost first. */
  readonly numbers: readonly number[];
  /** The last number of each level, of this list and those that go on from it. */
  readonly counts: Map<number, number>;
  /** Whether it goes on from an earlier one and no item of it was counted yet: lists in it go on as well then. */
  readonly goesOn: boolean;
}

interface Context {
  /** How many lists surround this, and the innermost of them. */
  readonly lists: number;
  readonly list?: OpenList;
  /** In a text box or a note the blocks are anchored elsewhere; comments end with their paragraph all the same. */
  readonly look: Look;
}

const PARAGRAPHS: ReadonlySet<string> = new Set(['text:p', 'text:h']);
const NONE: Look = { marks: new Set() };
/** More repeated spaces or cells than anybody types are a file's attack on memory. */
const MOST_REPEATED = 1000;

/** What the styles of a document say. */
export interface Styling {
  readonly styles: Styles;
  readonly lists: ListStyles;
  /** Of headings. */
  readonly outline: ListStyle;
}

/** Composes the text of an OpenDocument text (ODF 1.3, part 3, 4–7 and 9). */
export function composeOdt(
  body: MarkupElement,
  { styles, lists: listStyles, outline }: Styling,
  composer: Composer,
): Met {
  const met = nothingMet();
  /** Numbers of the last list of each style, and of lists by their names, for those that go on from them. */
  const lastOfStyle = new Map<string, OpenList['counts']>();
  const listsById = new Map<string, OpenList['counts']>();
  /** The last number of each level of headings. */
  const headings: number[] = [];
  const colours = followColours(composer);
  const open = new Map<string, { readonly annotation: MarkupElement; readonly start: Place }>();
  /** Comments on a point: what they speak of is the paragraph. */
  let pointed: MarkupElement[] = [];
  let afterSpace = true;

  function blocks(parent: MarkupElement, context: Context): void {
    for (const node of elements(parent)) block(node, context);
  }

  function block(node: MarkupElement, context: Context): void {
    const { name } = node;
    if (SILENT.has(name)) return;
    if (PARAGRAPHS.has(name)) paragraph(node, context);
    else if (name === 'text:list') list(node, context);
    else if (name === 'text:tracked-changes') met.changes += elements(node, 'text:changed-region').length;
    else if (name === 'table:table') composer.table(() => blocks(node, context));
    else if (name === 'table:table-row') composer.row(() => blocks(node, context));
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell')
      composer.cell(() => blocks(node, context));
    else if (name === 'draw:image') met.images++;
    else if (isHiddenSection(node)) met.hidden++;
    else blocks(node, context);
  }

  function list(node: MarkupElement, context: Context): void {
    const outer = context.list;
    const name = attribute(node, 'text:style-name') || (outer?.style ?? '');
    const style = listStyles.get(name);
    const lists = context.lists + 1;
    const named = attribute(node, 'text:continue-list');
    const isNext = attribute(node, 'text:continue-numbering') === 'true';
    // LibreOffice names lists it did not write: the last of the style is nearest to what is meant.
    const before = listsById.get(named) ?? (isNext || named !== '' ? lastOfStyle.get(name) : undefined);
    const counts = outer?.counts ?? before ?? new Map<number, number>();
    if (outer === undefined) {
      lastOfStyle.set(name, counts);
      const id = attribute(node, 'xml:id') || attribute(node, 'text:id');
      if (id !== '') listsById.set(id, counts);
    }
    const goesOn = outer === undefined ? before !== undefined : outer.goesOn || isNext;
    const start = style?.get(lists)?.start ?? 1;
    let number = goesOn ? counts.get(lists) : undefined;
    let isCounted = false;
    for (const item of elements(node)) {
      const isItem = item.name === 'text:list-item';
      // An item of nothing but a list is only the way to a deeper level, but the level counts as used.
      const counted = isItem && elements(item).some(({ name: inside }) => PARAGRAPHS.has(inside));
      if (counted) number = numberOf(item, 'text:start-value') ?? (number === undefined ? start : number + 1);
      else if (isItem) number ??= start;
      isCounted ||= counted;
      if (counted) for (const deeper of counts.keys()) if (deeper > lists) counts.delete(deeper);
      if (number !== undefined) counts.set(lists, number);
      const numbers = [...(outer?.numbers ?? []), number ?? start];
      if (counted) composer.item(itemNumberIn(style, numbers));
      else if (item.name === 'text:list-header') composer.item('');
      blocks(item, { ...context, lists, list: { style: name, numbers, counts, goesOn: goesOn && !isCounted } });
      composer.item('');
    }
  }

  /** Empty where headings of this level are not counted, or this one is not. */
  function numberOfHeading(node: MarkupElement): string {
    const level = headingLevel(node);
    if (level === 0 || attribute(node, 'text:is-list-header') === 'true') return '';
    const start = (at: number) => outline.get(at + 1)?.start ?? 1;
    headings.length = level;
    // A level that was passed over counts as used.
    for (let above = 0; above < level - 1; above++) headings[above] ??= start(above);
    const isAnew = attribute(node, 'text:restart-numbering') === 'true';
    const before = isAnew ? undefined : headings[level - 1];
    const first = (isAnew ? numberOf(node, 'text:start-value') : undefined) ?? start(level - 1);
    headings[level - 1] = before === undefined ? first : before + 1;
    return itemNumberIn(outline, headings) ?? '';
  }

  function paragraph(node: MarkupElement, context: Context): void {
    const style = styles.paragraph(attribute(node, 'text:style-name'));
    if (style.look.hidden) {
      met.hidden++;
      return;
    }
    if (node.name === 'text:h') {
      // One in a list is counted by that.
      if (context.list === undefined) composer.item(style.isUncounted ? '' : numberOfHeading(node));
      composer.begin('heading', headingLevel(node) || style.level || 1);
    } else if (style.kind === 'paragraph' && context.lists > 0) composer.begin('list-item', context.lists);
    else composer.begin(style.kind, style.level);
    afterSpace = true;
    const start = composer.place();
    withLook(style.look, NONE, (look) => inside(node, { ...context, look }));
    colours.end();
    for (const annotation of pointed) comment(annotation, start);
    pointed = [];
    composer.end();
  }

  function inside(parent: MarkupElement, context: Context): void {
    for (const node of parent.children) inline(node, context);
  }

  function inline(node: MarkupNode, context: Context): void {
    if (!isElement(node)) {
      words(node, context.look);
      return;
    }
    const { name } = node;
    if (SILENT.has(name)) return;
    if (name === 'text:span') {
      const own = styles.span(attribute(node, 'text:style-name'));
      if (own.hidden) met.hidden++;
      else withLook(own, context.look, (look) => inside(node, { ...context, look }));
    } else if (name === 'text:s') characters(' '.repeat(repeats(node, 'text:c')), context.look);
    else if (name === 'text:tab') characters('\t', context.look);
    else if (name === 'text:line-break') {
      composer.lineBreak();
      afterSpace = true;
    } else if (name === 'text:a') {
      const address = safeLink(attribute(node, 'xlink:href'));
      const end = address === undefined ? undefined : composer.mark('link', address);
      inside(node, context);
      end?.();
    } else if (name === 'text:note' || name === 'text:footnote' || name === 'text:endnote') note(node);
    else if (name === 'office:annotation') annotation(node);
    else if (name === 'office:annotation-end') annotationEnd(attribute(node, 'office:name'));
    else if (name === 'text:ruby-text') {
      characters('(', context.look);
      inside(node, context);
      characters(')', context.look);
    } else if (name === 'text:hidden-text' || name === 'text:hidden-paragraph') met.hidden++;
    else if (name === 'draw:image') met.images++;
    else if (name.startsWith('draw:')) apart(node, context);
    else inside(node, context);
  }

  /** A frame or a shape: the text in it stands on the page beside the paragraph, so it follows it. */
  function apart(node: MarkupElement, context: Context): void {
    met.images += elements(node, 'draw:image').length;
    composer.later(() =>
      blocks(
        { ...node, children: node.children.filter((each) => !isElement(each) || each.name !== 'draw:image') },
        { lists: 0, look: context.look },
      ),
    );
  }

  function note(node: MarkupElement): void {
    const atEnd = attribute(node, 'text:note-class') === 'endnote' || node.name === 'text:endnote';
    const content =
      child(node, 'text:note-body') ?? child(node, 'text:footnote-body') ?? child(node, 'text:endnote-body');
    composer.note(atEnd ? 'end' : 'after', () => content && blocks(content, { lists: 0, look: NONE }));
    afterSpace = false;
  }

  function annotation(node: MarkupElement): void {
    const name = attribute(node, 'office:name');
    if (name === '') pointed.push(node);
    else open.set(name, { annotation: node, start: composer.place() });
  }

  function annotationEnd(name: string): void {
    const begun = open.get(name);
    open.delete(name);
    if (begun !== undefined) comment(begun.annotation, begun.start);
  }

  function comment(node: MarkupElement, start: Place): void {
    const text = elements(node)
      .filter(({ name }) => name === 'text:p' || name === 'text:list')
      .map(lineOf)
      .filter((line) => line !== '')
      .join('\n');
    met.comments++;
    const author = lineOf(child(node, 'dc:creator'));
    composer.highlight({ start, end: composer.place(), colour: 'yellow', comment: text, author });
  }

  function withLook(own: Look, outer: Look, work: (look: Look) => void): void {
    const ends = [...own.marks].map((kind) => composer.mark(kind));
    const language = own.language ?? '';
    if (language !== '' && language !== styles.language) ends.push(composer.mark('language', language));
    work({ ...outer, ...own });
    for (const end of ends) end();
  }

  /** White space in the file is one space, and none at the beginning of a paragraph (ODF 1.3, part 3, 6.1.2). */
  function words(raw: string, look: Look): void {
    let text = raw.replace(/[ \t\r\n]+/g, ' ');
    if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') return;
    characters(text, look);
    afterSpace = text.endsWith(' ');
  }

  function characters(text: string, { background }: Look): void {
    colours.colour(background);
    composer.text(text);
    afterSpace = false;
  }

  blocks(body, { lists: 0, look: NONE });
  composer.end();
  // A comment whose end is missing speaks of the place where it begins: nothing of it can be shown but its paragraph.
  for (const { annotation: lost, start } of open.values()) comment(lost, start);
  met.highlights = colours.count();
  return met;
}

function headingLevel(node: MarkupElement): number {
  return Math.min(6, Math.max(0, Number(attribute(node, 'text:outline-level') || attribute(node, 'text:level')) || 0));
}

function isHiddenSection(node: MarkupElement): boolean {
  return node.name === 'text:section' && attribute(node, 'text:display') === 'none';
}

function repeats(node: MarkupElement, name: string): number {
  return Math.min(MOST_REPEATED, Math.max(1, Number(attribute(node, name)) || 1));
}
