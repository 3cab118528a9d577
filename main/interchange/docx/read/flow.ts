import { type Composer, followColours, followRuns, type Place } from '../../composer/index.ts';
import { attribute, child, descendants, elements, type MarkupElement, textOf } from '../../markup/index.ts';
import { type Met, nothingMet } from '../../source/index.ts';
import { safeLink } from '../../summary/index.ts';
import { fieldLink, followFields } from './fields.ts';
import { readNumbering } from './numbering.ts';
import type { WordParts } from './parts.ts';
import { lookOf } from './run-look.ts';
import { type WordStyles, worth } from './styles.ts';

/** Elements that only group what is in them. */
const GROUPS: ReadonlySet<string> = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:bdo',
  'w:dir',
  'w:moveTo',
  'w:rubyBase',
  'm:oMathPara',
]);

/** More columns than Word allows are a slip. */
const MOST_SPANNED = 63;

/** Composes the text of a Word document (ECMA-376 part 1, 17): its body, notes and text boxes. */
export function composeWord(parts: WordParts, styles: WordStyles, composer: Composer): Met {
  const met = nothingMet();
  const colours = followColours(composer);
  const runs = followRuns(composer);
  const fields = followFields();
  const numbering = readNumbering(parts.numbering);
  const begun = new Map<string, Place>();
  const called = new Set<MarkupElement>();
  let paragraphStart: Place | undefined;
  /** The next paragraph goes on in the block of this one: its end was deleted, or it is a drop cap. */
  let joined = false;

  function blocks(parent: MarkupElement): void {
    for (const node of elements(parent)) block(node);
  }

  function block(node: MarkupElement): void {
    const { name } = node;
    if (name === 'w:p') paragraph(node);
    else if (name === 'w:tbl') composer.table(() => blocks(node));
    else if (name === 'w:tr') row(node);
    else if (name === 'w:tc') cell(node);
    else if (name === 'w:ins' || name === 'w:del' || name === 'w:moveFrom') change(node, () => blocks(node));
    else if (name === 'mc:AlternateContent') alternative(node, blocks);
    else if (GROUPS.has(name)) blocks(node);
    else range(node);
  }

  function row(node: MarkupElement): void {
    const properties = child(node, 'w:trPr');
    if (child(properties, 'w:ins') ?? child(properties, 'w:del')) met.changes++;
    if (child(properties, 'w:del') === undefined) composer.row(() => blocks(node));
  }

  /** A cell over several columns leaves the places of the others empty. */
  function cell(node: MarkupElement): void {
    composer.cell(() => blocks(node));
    const across = Math.min(MOST_SPANNED, Number(worth(child(node, 'w:tcPr'), 'w:gridSpan')) || 1);
    for (let column = 1; column < across; column++) composer.cell(() => {});
  }

  function paragraph(node: MarkupElement): void {
    const properties = child(node, 'w:pPr');
    if (isGone(node)) {
      if (child(properties, 'w:rPr', 'w:del') !== undefined) met.changes++;
      inlines(node, '');
      return;
    }
    if (!joined) {
      const { kind, level, counted } = styles.paragraph(properties);
      // What is counted and is no item of a list (headings mostly) still moves the numbers of those that follow.
      const number = counted && numbering.next(counted.list, counted.level);
      if (kind === 'list-item') composer.item(number);
      else composer.item(kind === 'heading' ? (number ?? '') : '');
      composer.begin(kind, level);
      paragraphStart = composer.place();
    }
    const deletedEnd = child(properties, 'w:rPr', 'w:del') !== undefined;
    if (deletedEnd || child(properties, 'w:rPr', 'w:ins') !== undefined) met.changes++;
    inlines(node, '');
    const dropCap = attribute(child(properties, 'w:framePr'), 'w:dropCap');
    joined = deletedEnd || dropCap === 'drop' || dropCap === 'margin';
    if (joined) return;
    colours.end();
    runs([]);
    composer.end();
  }

  function inlines(parent: MarkupElement, link: string): void {
    for (const node of elements(parent)) inline(node, link);
  }

  function inline(node: MarkupElement, link: string): void {
    const { name } = node;
    if (name === 'w:r' || name === 'm:r') run(node, link);
    else if (name === 'w:hyperlink') inlines(node, safeLink(parts.links.get(attribute(node, 'r:id'))) ?? link);
    else if (name === 'w:fldSimple') inlines(node, fieldLink(attribute(node, 'w:instr')) ?? link);
    else if (name === 'w:ins' || name === 'w:del' || name === 'w:moveFrom') change(node, () => inlines(node, link));
    else if (name === 'mc:AlternateContent') alternative(node, (chosen) => inlines(chosen, link));
    else if (GROUPS.has(name) || name.startsWith('m:')) inlines(node, link);
    else range(node);
  }

  /** Insertions stay and deletions go: the document as it is when all is accepted. Moves are counted where they go. */
  function change(node: MarkupElement, work: () => void): void {
    if (node.name !== 'w:moveFrom') met.changes++;
    if (node.name === 'w:ins') work();
  }

  /** Of several ways to say a thing the first is the modern one; they all say the same. */
  function alternative(node: MarkupElement, work: (chosen: MarkupElement) => void): void {
    const chosen = child(node, 'mc:Choice') ?? child(node, 'mc:Fallback');
    if (chosen !== undefined) work(chosen);
  }

  function run(node: MarkupElement, outerLink: string): void {
    const link = outerLink || fields.link();
    const look = lookOf(child(node, 'w:rPr'), styles, link);
    const write = (text: string) => {
      if (text === '' || !fields.shown()) return;
      if (look.hidden) {
        met.hidden++;
        return;
      }
      runs(look.marks);
      colours.colour(look.highlight);
      composer.text(text);
    };
    for (const each of elements(node)) piece(each, write);
  }

  function piece(node: MarkupElement, write: (text: string) => void): void {
    switch (node.name) {
      case 'w:t':
      case 'm:t':
        write(textOf(node).replace(/[\r\n]+/g, ' '));
        break;
      case 'w:tab':
      case 'w:ptab':
        write('\t');
        break;
      case 'w:br':
      case 'w:cr':
        if (!['page', 'column'].includes(attribute(node, 'w:type')) && fields.shown()) composer.lineBreak();
        break;
      case 'w:noBreakHyphen':
        write('\u2011');
        break;
      case 'w:softHyphen':
        write('\u00AD');
        break;
      case 'w:sym':
        write(symbol(attribute(node, 'w:char')));
        break;
      case 'w:fldChar':
        fields.mark(attribute(node, 'w:fldCharType'));
        break;
      case 'w:instrText':
        fields.instruct(textOf(node));
        break;
      case 'w:footnoteReference':
        note(parts.footnotes.get(attribute(node, 'w:id')), 'after');
        break;
      case 'w:endnoteReference':
        note(parts.endnotes.get(attribute(node, 'w:id')), 'end');
        break;
      case 'w:commentReference':
        comment(attribute(node, 'w:id'));
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        drawing(node);
        break;
      case 'mc:AlternateContent':
        alternative(node, (chosen) => {
          for (const each of elements(chosen)) piece(each, write);
        });
        break;
      case 'w:ruby':
        ruby(node, write);
        break;
    }
  }

  function ruby(node: MarkupElement, write: (text: string) => void): void {
    const words = (part: string) => descendants(child(node, part), 'w:t').map(textOf).join('');
    write(words('w:rubyBase'));
    write(`(${words('w:rt')})`);
  }

  function note(content: MarkupElement | undefined, place: 'after' | 'end'): void {
    // Each note is called once; one that called itself would never end.
    if (content === undefined || called.has(content) || !fields.shown()) return;
    called.add(content);
    runs([]);
    composer.note(place, () => blocks(content));
  }

  /** A shape: what is written in it follows the paragraph it is anchored in. */
  function drawing(node: MarkupElement): void {
    const boxes = descendants(node, 'w:txbxContent');
    if (boxes.length === 0) met.images++;
    for (const box of boxes) composer.later(() => blocks(box));
  }

  function range(node: MarkupElement): void {
    const id = attribute(node, 'w:id');
    if (node.name === 'w:commentRangeStart') begun.set(id, composer.place());
    else if (node.name === 'w:commentRangeEnd') {
      const start = begun.get(id);
      if (start !== undefined) remark(id, start);
    }
  }

  /** Where no range was given, a comment speaks of its paragraph up to where it stands. */
  function comment(id: string): void {
    if (!begun.has(id)) remark(id, paragraphStart ?? composer.place());
  }

  function remark(id: string, start: Place): void {
    const content = parts.comments.get(id);
    if (content === undefined) return;
    const lines = descendants(content, 'w:p').map((line) => descendants(line, 'w:t').map(textOf).join(''));
    const author = attribute(content, 'w:author');
    met.comments++;
    composer.highlight({ start, end: composer.place(), colour: 'yellow', comment: lines.join('\n').trim(), author });
  }

  blocks(parts.body);
  composer.end();
  met.highlights = colours.count();
  return met;
}

/** Whether a paragraph was deleted or moved away as a whole, with the mark of its end. */
function isGone(paragraph: MarkupElement): boolean {
  const mark = child(paragraph, 'w:pPr', 'w:rPr');
  const ends = child(mark, 'w:del') ?? child(mark, 'w:moveFrom');
  return ends !== undefined && !holdsMore(paragraph);
}

/** Whether anything is left in a paragraph beside what was deleted or moved away. */
function holdsMore(parent: MarkupElement): boolean {
  return elements(parent).some((each) => {
    if (['w:pPr', 'w:del', 'w:moveFrom'].includes(each.name)) return false;
    return each.name === 'w:r' ? elements(each).some(({ name }) => name !== 'w:rPr') : holdsMore(each);
  });
}

/** A character of a symbol font by its number, mostly in the private area, where no other program knows it. */
function symbol(hexadecimal: string): string {
  const code = Number.parseInt(hexadecimal, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
