import {
  type Block,
  type BriefHighlight,
  hasAstral,
  overlaps,
  type TextMark,
  toUtf16,
} from '../../../main/contract/index.ts';
import { type Stretch, stretchesOf } from '../layers.ts';
import { asMarked, piecesOf } from '../pieces.ts';
import { itemSign } from '../row-element.ts';

/**
 * A paragraph as it is printed: highlights as backgrounds, and below it, numbered, the tags and comments of those that
 * end in it. A colour that is lost on the way to paper loses nothing but itself.
 * @param textMarks what the original marks in the block
 * @param highlights those that touch the block
 */
export function printedBlock(
  block: Block,
  textMarks: readonly TextMark[],
  highlights: readonly BriefHighlight[],
): HTMLElement {
  const end = block.start + lengthOf(block.text);
  const passage = { start: block.start, end };
  const here = highlights.filter((each) => overlaps(each, passage));
  const marks = textMarks.filter((each) => overlaps(each, passage));
  const element = document.createElement('div');
  element.className = 'print-block';
  element.dir = 'auto';
  element.dataset['kind'] = block.kind;
  element.dataset['number'] = String(block.number);
  if (block.level > 0) element.dataset['level'] = String(block.level);
  const notes = here
    .filter((each) => each.end <= end && (each.tags.length > 0 || each.comment !== ''))
    .sort((a, b) => a.end - b.end || a.start - b.start);
  const words = document.createElement('div');
  const sign = itemSign(block, { text: block.text, start: 0, end }, marks);
  if (sign !== undefined) words.dataset['item'] = sign;
  words.append(...wordsOf(block, marks, here, notes));
  element.append(words);
  if (notes.length > 0) element.append(noteList(notes));
  return element;
}

/** The block's text, cut where a highlight begins or ends, each note's number after the words it is about. */
function wordsOf(
  block: Block,
  textMarks: readonly TextMark[],
  highlights: readonly BriefHighlight[],
  notes: readonly BriefHighlight[],
): Node[] {
  const length = lengthOf(block.text);
  const inside = (offset: number) => Math.min(Math.max(0, offset - block.start), length);
  const stretches = stretchesOf(
    highlights.map(({ start, end, colour }) => ({ start: inside(start), end: inside(end), colour })),
  );
  const ends = notes.map((note) => inside(note.end));
  const cut = cutter(block, textMarks);
  const parts: Node[] = [];
  let note = 0;
  let at = 0;
  const take = (to: number, stretch?: Stretch) => {
    while (at < to) {
      const stop = Math.min(to, ends[note] ?? to);
      if (stop > at) parts.push(...(stretch ? [highlighted(cut(stop), stretch)] : cut(stop)));
      at = stop;
      for (; ends[note] === at; note++) parts.push(numeral(note + 1));
    }
  };
  for (const stretch of stretches) {
    take(stretch.start);
    take(stretch.end, stretch);
  }
  take(length);
  return parts;
}

function highlighted(words: readonly Node[], { bands, again }: Stretch): HTMLElement {
  const span = document.createElement('span');
  span.className = again > 0 ? 'print-mark again' : 'print-mark';
  const stops = bands.toReversed().map(({ colour, thickness }, place, all) => {
    const from = all[place - 1]?.thickness ?? 0;
    return `var(--${colour}) ${percent(from)} ${percent(thickness)}`;
  });
  // The same bands the screen shows, from the foot of the line up.
  span.style.background =
    bands.length === 1 ? `var(--${bands[0]?.colour})` : `linear-gradient(to top, ${stops.join(', ')})`;
  span.append(...words);
  return span;
}

function numeral(number: number): HTMLElement {
  const sign = document.createElement('sup');
  sign.textContent = String(number);
  return sign;
}

function noteList(notes: readonly BriefHighlight[]): HTMLElement {
  const list = document.createElement('div');
  list.className = 'print-notes';
  for (const [index, { tags, comment }] of notes.entries()) {
    const note = document.createElement('span');
    note.dir = 'auto';
    note.append(numeral(index + 1), [tags.join(' · '), comment].filter((part) => part !== '').join(' – '));
    list.append(note, ' ');
  }
  return list;
}

/** Cuts the words of a block from left to right, as the original marks them; places in code points of the block. */
function cutter({ text, start, kind }: Block, textMarks: readonly TextMark[]): (to: number) => Node[] {
  const astral = hasAstral(text);
  const pieces = piecesOf({ text, start, end: start + lengthOf(text) }, kind, textMarks);
  let place = 0;
  let units = 0;
  let first = 0;
  return (to) => {
    const from = units;
    units = astral ? from + toUtf16(text.slice(from, from + 2 * (to - place)), to - place) : to;
    place = to;
    const words: Node[] = [];
    for (let piece = pieces[first]; piece && piece.from < units; piece = pieces[++first]) {
      const part = text.slice(Math.max(from, piece.from), Math.min(units, piece.to));
      words.push(asMarked(document.createTextNode(part), piece.marks));
      if (piece.to > units) break;
    }
    return words;
  };
}

function lengthOf(text: string): number {
  return hasAstral(text) ? Array.from(text).length : text.length;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
