import type { ImageTurn } from '../../../db/model/index.ts';
import {
  endingOf,
  escapeMarkup,
  type ImageFile,
  MARKS,
  type Mark,
  type Run,
  safeLink,
  seenWithin,
  wellFormed,
} from '../summary/index.ts';

/** What text needs to know of the document it stands in. */
export interface Typing {
  /** The sets of marks used so far, by the name of their style. */
  readonly spans: Map<string, readonly Mark[]>;
  /** Paragraph styles used for text from right to left. */
  readonly turned: Set<string>;
  /** The width there is for an image, in centimetres. */
  room: number;
  /** How many images there are so far. */
  images: number;
  /** How many footnotes there are so far. */
  notes: number;
  /** How many comments in the margin there are so far. */
  remarks: number;
}

export function createTyping(): Typing {
  return { spans: new Map(), turned: new Set(), room: PAGE_ROOM.width, images: 0, notes: 0, remarks: 0 };
}

/** The room between the margins of a page, with some below for a line, in centimetres. */
export const PAGE_ROOM = { width: 16, height: 22 } as const;

const PIXELS_A_CENTIMETRE = 96 / 2.54;

/** Where the file of an image lies in the package. */
export function imagePath({ sha256, mediaType }: ImageFile): string {
  return `Pictures/${sha256}.${endingOf(mediaType)}`;
}

/**
 * An image as a character of its line, with its alternative text (ODF 1.3, part 3, 10.4). One from a camera held otherwise is
 * turned upright, which the style of a drawing is for: LibreOffice cuts off a turned image that has none.
 */
function imageXml(file: ImageFile, alternative: string, typing: Typing): string {
  typing.images += 1;
  const most = { width: typing.room * PIXELS_A_CENTIMETRE, height: PAGE_ROOM.height * PIXELS_A_CENTIMETRE };
  const seen = seenWithin(file, most);
  const isOnItsSide = file.turn === 90 || file.turn === 270;
  const kept = isOnItsSide ? { width: seen.height, height: seen.width } : seen;
  const size = `svg:width="${centimetres(kept.width)}" svg:height="${centimetres(kept.height)}"`;
  return (
    `<draw:frame draw:name="image-${typing.images}" text:anchor-type="as-char"${turnXml(file.turn, kept)} ${size}>` +
    `<draw:image xlink:href="${imagePath(file)}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>` +
    `<svg:title>${escapeMarkup(alternative)}</svg:title></draw:frame>`
  );
}

/** The turn about the upper left corner (ODF 1.3, part 3, 19.227), and the way back to where the image stood; sizes in pixels. */
function turnXml(turn: ImageTurn, { width, height }: { readonly width: number; readonly height: number }): string {
  if (turn === 0) return '';
  const x = turn === 90 ? height : turn === 180 ? width : 0;
  const y = turn === 90 ? 0 : turn === 180 ? height : width;
  const radians = ((-turn * Math.PI) / 180).toFixed(6);
  return ` draw:style-name="Turned" draw:transform="rotate (${radians}) translate (${centimetres(x)} ${centimetres(y)})"`;
}

function centimetres(pixels: number): string {
  return `${(pixels / PIXELS_A_CENTIMETRE).toFixed(3)}cm`;
}

const FIRST_LETTER_TURNS = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The attribute that names a paragraph's style: its variant from right to left where the text runs so. */
export function paragraphStyle(style: string, runs: readonly Run[], typing: Typing): string {
  if (!FIRST_LETTER_TURNS.test(runs.map(({ text }) => text).join(''))) return `text:style-name="${style}"`;
  typing.turned.add(style);
  return `text:style-name="${turnedStyle(style)}"`;
}

export function turnedStyle(style: string): string {
  return `${style}_5f_rtl`;
}

/** Runs as the inside of a `text:p`. */
export function runsXml(runs: readonly Run[], typing: Typing): string {
  return runs.map((run) => runXml(run, typing)).join('');
}

function runXml({ text, marks = [], link, footnote, image }: Run, typing: Typing): string {
  if (image?.file !== undefined) return imageXml(image.file, text, typing);
  const words = textXml(text);
  const marked = marks.length === 0 || words === '' ? words : spanXml(words, marks, typing);
  const address = safeLink(link);
  const linked =
    address === undefined
      ? marked
      : `<text:a xlink:type="simple" xlink:href="${escapeMarkup(address)}">${marked}</text:a>`;
  return footnote === undefined ? linked : linked + noteXml(footnote, typing);
}

function spanXml(words: string, marks: readonly Mark[], typing: Typing): string {
  const ordered = MARKS.filter((mark) => marks.includes(mark));
  const name = `T_${ordered.join('_')}`;
  typing.spans.set(name, ordered);
  return `<text:span text:style-name="${name}">${words}</text:span>`;
}

function noteXml(runs: readonly Run[], typing: Typing): string {
  typing.notes += 1;
  const number = typing.notes;
  const body = `<text:p ${paragraphStyle('Footnote', runs, typing)}>${runsXml(runs, typing)}</text:p>`;
  return (
    `<text:note text:id="ftn${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation>` +
    `<text:note-body>${body}</text:note-body></text:note>`
  );
}

/** Text with its spaces: a reader folds white space, so every further space, tab and line break is an element (ODF 1.3, part 3, 6.1.2). */
export function textXml(text: string): string {
  return escapeMarkup(wellFormed(text))
    .replace(/^ +| +$|(?<= ) +|(?<=[\t\n]) +/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>');
}
