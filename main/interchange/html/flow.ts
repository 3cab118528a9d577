import { type BlockKind, type MarkKind, readInlineStyle } from '../../../db/model/index.ts';
import { COUNTING_BY_SIGN, type Composer, type Counting, itemNumber } from '../composer/index.ts';
import { attribute, isElement, type MarkupElement, type MarkupNode } from '../markup/index.ts';
import { type Met, nothingMet } from '../source/index.ts';
import { safeLink } from '../summary/index.ts';
import { BLOCKS, isHidden, isNote, MARKS, NOT_TEXT, PICTURES } from './elements.ts';

/** Where in the nesting the walk is; the innermost that says something gives a block its kind. */
interface Context {
  readonly kind: BlockKind;
  readonly level: number;
  /** How many lists surround this. */
  readonly lists: number;
  /** The innermost of them, where it counts its items; null where it shows nothing before them. */
  readonly counter: Counter | null | undefined;
  readonly preformatted: boolean;
  /** Whether this is part of a link, which is underlined to be seen. */
  readonly linked: boolean;
}

/** How a list counts on. */
interface Counter {
  next: number;
  readonly step: 1 | -1;
  readonly counting: Counting;
}

const TOP: Context = {
  kind: 'paragraph',
  level: 0,
  lists: 0,
  counter: undefined,
  preformatted: false,
  linked: false,
};

/** What a document of several files needs to know while one of them is composed. */
export interface FlowOptions {
  /** The name under which an `id` of this file, or an address written in it, is known; nothing for addresses elsewhere. */
  readonly nameOf?: (address: string) => string | undefined;
  /** Told each `id` before the text that follows it. */
  readonly onAnchor?: (id: string) => void;
  /** Told the label of each page break, where the document has pages. */
  readonly onPage?: (label: string) => void;
  /** Whether the file only says where a picture is, by its address; empty where the picture is drawn in the page. */
  readonly isElsewhere?: (address: string) => boolean;
}

/**
 * Composes the visible text of an HTML tree, as a browser without a style sheet lays it out in blocks.
 * White space collapses as CSS Text 3, 4.1 says, except in preformatted text.
 */
export function composeHtml(root: MarkupElement, composer: Composer, options: FlowOptions = {}): Met {
  const met = nothingMet();
  /** Of the table one is in: the next column, and how many rows below are covered from above in each. */
  let column = 0;
  let spans: number[] = [];
  const nameOf = options.nameOf ?? ((address) => (address.startsWith('#') ? address.slice(1) : undefined));

  function walk(node: MarkupNode, context: Context): void {
    if (!isElement(node)) {
      words(node, context);
      return;
    }
    if (NOT_TEXT.has(node.name)) return;
    if (PICTURES.has(node.name)) {
      if (options.isElsewhere?.(addressOfPicture(node)) === true) met.elsewhere++;
      else met.images++;
      return;
    }
    if (isHidden(node)) {
      met.hidden++;
      return;
    }
    for (const id of [attribute(node, 'id'), node.name === 'a' ? attribute(node, 'name') : '']) {
      if (id === '') continue;
      options.onAnchor?.(id);
      composer.anchor(nameOf(`#${id}`) ?? id);
    }
    if (isPageBreak(node)) {
      options.onPage?.(
        attribute(node, 'title') ||
          attribute(node, 'aria-label') ||
          node.children
            .filter((each) => typeof each === 'string')
            .join('')
            .trim(),
      );
      return;
    }
    const spoken = attribute(node, 'lang') || attribute(node, 'xml:lang');
    const end =
      spoken === '' || node.name === 'html' || node.name === 'body' ? undefined : composer.mark('language', spoken);
    const ends = marksOf(node, context).map((mark) => composer.mark(mark));
    element(node, isNote(node) ? { ...context, kind: 'footnote', level: 0 } : context);
    for (const each of ends) each();
    end?.();
  }

  function inside({ children }: MarkupElement, context: Context): void {
    for (const each of children) walk(each, context);
  }

  function element(node: MarkupElement, context: Context): void {
    const { name } = node;
    const heading = /^h([1-6])$/.exec(name);
    if (heading !== null) block(node, context, 'heading', Number(heading[1]));
    else if (name === 'br') composer.lineBreak();
    else if (name === 'hr') composer.end();
    else if (name === 'ul' || name === 'ol' || name === 'dl' || name === 'menu' || name === 'dir') {
      composer.end();
      inside(node, { ...context, lists: context.lists + 1, counter: counterOf(node) });
      composer.end();
    } else if (name === 'li' || name === 'dt' || name === 'dd') {
      composer.end();
      composer.item(name === 'li' ? countedBy(context.counter, node) : '');
      block(node, context, 'list-item', Math.max(1, context.lists));
      composer.item('');
    } else if (name === 'blockquote') block(node, context, 'quote', 0);
    else if (name === 'pre' || name === 'listing' || name === 'xmp') preformatted(node, context);
    else if (name === 'caption' || name === 'figcaption') block(node, context, 'caption', 0);
    else if (name === 'table') table(node, context);
    else if (name === 'tr') row(node, context);
    else if (name === 'td' || name === 'th') cell(node, context);
    else if (name === 'a') link(node, context);
    else if (name === 'q') {
      words('“', context);
      inside(node, context);
      words('”', context);
    } else if (name === 'rt') {
      words('(', context);
      inside(node, context);
      words(')', context);
    } else if (BLOCKS.has(name)) {
      composer.end();
      inside(node, context);
      composer.end();
    } else inside(node, context);
  }

  function block(node: MarkupElement, context: Context, kind: BlockKind, level: number): void {
    const next: Context = context.kind === 'footnote' ? context : { ...context, kind, level };
    composer.begin(next.kind, next.level);
    inside(node, next);
    composer.end();
  }

  function table(node: MarkupElement, context: Context): void {
    const outer = spans;
    spans = [];
    composer.table(() => inside(node, context));
    spans = outer;
  }

  /** A cell that spans others leaves their places empty, so that every row has its cells where the page has them. */
  function row(node: MarkupElement, context: Context): void {
    const outer = column;
    column = 0;
    composer.row(() => {
      inside(node, context);
      covered();
    });
    column = outer;
  }

  function covered(): void {
    for (; (spans[column] ?? 0) > 0; column++) {
      spans[column] = (spans[column] ?? 0) - 1;
      composer.cell(() => {});
    }
  }

  function cell(node: MarkupElement, context: Context): void {
    covered();
    const [across, down] = [span(node, 'colspan'), span(node, 'rowspan')];
    const first = column;
    for (; column < first + across; column++) {
      spans[column] = down - 1;
      composer.cell(() => {
        if (column === first) inside(node, context);
      });
    }
  }

  function preformatted(node: MarkupElement, context: Context): void {
    composer.begin(context.kind === 'footnote' ? 'footnote' : 'preformatted');
    inside(node, {
      ...context,
      kind: context.kind === 'footnote' ? 'footnote' : 'preformatted',
      level: 0,
      preformatted: true,
    });
    composer.end();
  }

  function link(node: MarkupElement, context: Context): void {
    const href = attribute(node, 'href');
    const name = href === '' ? undefined : nameOf(href);
    const address = safeLink(href);
    const end =
      name !== undefined ? composer.linkTo(name) : address === undefined ? undefined : composer.mark('link', address);
    inside(node, { ...context, linked: href !== '' });
    end?.();
  }

  function words(raw: string, context: Context): void {
    if (context.preformatted && context.kind === 'preformatted') {
      // The line break after <pre> is no part of it; the parser of HTML takes it, that of XML leaves it.
      const text = raw.replaceAll('\r\n', '\n');
      composer.text(composer.lastCharacter() === '' ? text.replace(/^\n/, '') : text);
      return;
    }
    let text = raw.replace(/[ \t\n\f\r]+/g, ' ');
    const last = composer.isOpen() ? composer.lastCharacter() : '';
    if (text.startsWith(' ') && (last === '' || last === ' ')) text = text.slice(1);
    if (text === '') return;
    if (!composer.isOpen()) composer.begin(context.kind, context.level);
    composer.text(text);
  }

  walk(root, TOP);
  composer.end();
  return met;
}

/** What an element marks its words as, by its name or its style. Headings and heads of tables are bold as they are. */
function marksOf(node: MarkupElement, { linked }: Context): readonly MarkKind[] {
  const named = MARKS.get(node.name);
  const { marks, isLight } = readInlineStyle(attribute(node, 'style'));
  const all = new Set(named === undefined || (named === 'strong' && isLight) ? marks : [named, ...marks]);
  if (/^(?:h[1-6]|th)$/.test(node.name)) all.delete('strong');
  if (linked || node.name === 'a') all.delete('underline');
  return [...all];
}

/** The `type` of an ordered list (HTML, 4.4.5), and what its style calls the same. */
const COUNTINGS: Readonly<Record<string, Counting>> = {
  ...COUNTING_BY_SIGN,
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
};

const LIST_STYLE = /(?:^|;)\s*list-style(?:-type)?\s*:([^;]*)/i;
const BULLETS: ReadonlySet<string> = new Set(['disc', 'circle', 'square']);

/** The type a list has by its style: of several words the one that is a type; `none` may be said of the picture alone. */
function typeOf(list: MarkupElement): string {
  const words = (LIST_STYLE.exec(attribute(list, 'style'))?.[1] ?? '').toLowerCase().split(/[\s!]+/);
  const type = words.find((word) => word === 'decimal' || BULLETS.has(word) || Object.hasOwn(COUNTINGS, word));
  return type ?? (words.includes('none') ? 'none' : '');
}

/** Null for a list that shows neither numbers nor bullets. */
function counterOf(list: MarkupElement): Counter | null | undefined {
  const styled = typeOf(list);
  if (styled === 'none') return null;
  const type = styled || attribute(list, 'type');
  if (list.name !== 'ol' || BULLETS.has(type)) return undefined;
  const isReversed = list.attributes.has('reversed');
  const items = list.children.filter((each) => isElement(each) && each.name === 'li').length;
  return {
    next: integer(attribute(list, 'start')) ?? (isReversed ? items : 1),
    step: isReversed ? -1 : 1,
    counting: (Object.hasOwn(COUNTINGS, type) && COUNTINGS[type]) || 'decimal',
  };
}

function countedBy(counter: Counter | null | undefined, item: MarkupElement): string | undefined {
  if (!counter) return counter === null ? '' : undefined;
  const number = integer(attribute(item, 'value')) ?? counter.next;
  counter.next = number + counter.step;
  return `${itemNumber(number, counter.counting)}.`;
}

function integer(text: string): number | undefined {
  return /^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
}

/** Where a picture lies, of several the first; empty where it is drawn in the page. */
function addressOfPicture(node: MarkupElement): string {
  const [first = ''] = attribute(node, 'srcset')
    .trim()
    .split(/[\s,]+/);
  return attribute(node, 'src') || first || attribute(node, 'data');
}

function isPageBreak(element: MarkupElement): boolean {
  return (
    attribute(element, 'epub:type').split(/\s+/).includes('pagebreak') || attribute(element, 'role') === 'doc-pagebreak'
  );
}

/** More columns or rows than any table has are taken for a slip. */
const MOST_SPANNED = 1000;

function span(node: MarkupElement, name: string): number {
  const value = Number(attribute(node, name));
  return Number.isInteger(value) && value > 1 && value <= MOST_SPANNED ? value : 1;
}
