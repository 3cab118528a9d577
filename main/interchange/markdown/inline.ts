import { type Footnotes, type ImageFile, type Mark, type Run, safeLink } from '../summary/index.ts';
import { characterReference, escapeLineStart, escapeText, fenceFor, keepOuterSpace, linkLabel } from './escape.ts';

/** How inline text is written. */
export interface InlineOptions {
  /** Write references to entities and notes as `lectern:` links, so that a note reads back; else their text alone. */
  readonly references: boolean;
  /** In a table cell a pipe ends the cell even inside code, unless a backslash stands before it. */
  readonly inCell?: boolean;
  /** Takes the images, to be written at the end, and answers the name under which each is; without it they are their text. */
  readonly images?: (file: ImageFile) => string;
  /** Takes the footnotes; without it they are left out. */
  readonly footnotes?: Footnotes;
}

/**
 * What opens and closes each mark, outermost first. Emphasis is `_` and strong `**`, so that two marks side by side never
 * merge into one run of stars. Markdown has no underline or raised text: CommonMark's inline HTML stands in.
 */
const DELIMITERS: readonly (readonly [mark: Mark, open: string, close: string])[] = [
  ['strong', '**', '**'],
  ['em', '_', '_'],
  ['underline', '<u>', '</u>'],
  ['strike', '~~', '~~'],
  ['superscript', '<sup>', '</sup>'],
  ['subscript', '<sub>', '</sub>'],
];

/** Marks whose delimiters must not have a space on their inner side. */
const TIGHT: ReadonlySet<Mark> = new Set(['strong', 'em', 'strike']);

interface Piece {
  text: string;
  /** Set for a delimiter whose meaning depends on the characters around it. */
  readonly side?: 'open' | 'close';
}

/** Runs as the lines of one paragraph, escaped; a line break within the runs begins a new line. */
export function inlineLines(runs: readonly Run[], options: InlineOptions): string[] {
  const pieces = piecesOf(joined(joined(runs).flatMap(spaceOutside)), options);
  settleDelimiters(pieces);
  const lines = pieces
    .map((piece) => piece.text)
    .join('')
    .split('\n')
    .map((line) => escapeLineStart(keepOuterSpace(line)));
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Runs on a single line, as headings and table cells need it. */
export function inlineLine(runs: readonly Run[], options: InlineOptions): string {
  const unbroken = runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }));
  return inlineLines(unbroken, options).join(' ');
}

/** Runs of one form in a row as one run: two code spans side by side would read as something else. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    if (run.text === '' && run.footnote === undefined && run.image === undefined) continue;
    const last = result.at(-1);
    if (last !== undefined && sameForm(last, run)) result[result.length - 1] = { ...last, text: last.text + run.text };
    else result.push(run);
  }
  return result;
}

function sameForm(a: Run, b: Run): boolean {
  const marks = a.marks ?? [];
  const others = b.marks ?? [];
  const sameMarks = marks.length === others.length && marks.every((mark) => others.includes(mark));
  const plainly = [a, b].every(
    ({ reference, footnote, image }) => reference === undefined && footnote === undefined && image === undefined,
  );
  return sameMarks && a.link === b.link && plainly;
}

/** Takes the spaces at the ends of a marked run out of its marks: `** a**` would not be strong. */
function spaceOutside(run: Run): Run[] {
  if (
    run.footnote !== undefined ||
    run.marks === undefined ||
    run.marks.includes('code') ||
    !run.marks.some((mark) => TIGHT.has(mark))
  )
    return [run];
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text) ?? [];
  const { marks: _, ...bare } = run;
  return [
    { ...bare, text: before },
    { ...run, text: core },
    { ...bare, text: after },
  ];
}

function piecesOf(runs: readonly Run[], options: InlineOptions): Piece[] {
  const pieces: Piece[] = [];
  let open: typeof DELIMITERS = [];
  for (const run of runs) {
    const wanted = DELIMITERS.filter(([mark]) => run.marks?.includes(mark));
    const shared = open.findIndex((delimiter, index) => delimiter !== wanted[index]);
    const kept = shared === -1 ? open.length : shared;
    for (const [, , close] of open.slice(kept).toReversed()) pieces.push(delimiter(close, 'close'));
    for (const [, opening] of wanted.slice(kept)) pieces.push(delimiter(opening, 'open'));
    open = wanted;
    pieces.push({ text: leaf(run, options) });
  }
  for (const [, , close] of open.toReversed()) pieces.push(delimiter(close, 'close'));
  return pieces;
}

function delimiter(text: string, side: 'open' | 'close'): Piece {
  return text.startsWith('<') ? { text } : { text, side };
}

function leaf(run: Run, options: InlineOptions): string {
  const { footnote } = run;
  if (footnote === undefined || options.footnotes === undefined) return words(run, options);
  return `${words(run, options)}[^${options.footnotes.add(footnote)}]`;
}

function words(run: Run, { references, images, inCell = false }: InlineOptions): string {
  if (run.image !== undefined) {
    const { sha256, file } = run.image;
    const label = linkLabel(escapeText(run.text));
    if (references) return `![${label}](lectern:image/${sha256})`;
    if (file !== undefined && images !== undefined) return `![${label}][${images(file)}]`;
  }
  const text = run.marks?.includes('code') ? codeSpan(run.text, inCell) : escapeText(run.text);
  if (run.reference !== undefined && references) {
    const { kind, id } = run.reference;
    const label = kind === 'entity' ? `@${text}` : `[${linkLabel(text)}]`;
    return `[${label}](lectern:${kind}/${id})`;
  }
  const link = safeLink(run.link);
  if (link === undefined) return text;
  const address = link.replace(/[<>\\|]/g, encodeURIComponent);
  // A line break inside a link's text would need its own escape; a link is one line.
  return `[${linkLabel(text.replaceAll('\n', ' '))}](${/[()]/.test(address) ? `<${address}>` : address})`;
}

function codeSpan(raw: string, inCell: boolean): string {
  const line = raw.replaceAll('\n', ' ');
  const text = inCell ? line.replaceAll('|', '\\|') : line;
  const fence = fenceFor(text, 1);
  const padding = /^`|`$|^ .* $/s.test(text) && /[^ ]/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
}

// The Unicode whitespace of CommonMark, which is less than that of JavaScript.
const SPACE = /^[\p{Zs}\t\n\f\r]$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;

/**
 * Makes every delimiter open or close as meant. CommonMark decides by the characters around it (section 6.2, "flanking"),
 * and refuses for instance `**«a»**b`. Writing the letter outside as a character reference makes it punctuation to the
 * parser and changes no text.
 */
function settleDelimiters(pieces: Piece[]): void {
  // A reference written for one delimiter is what the next one touches, so this goes on until nothing changes.
  while (pieces.some((_, at) => settleDelimiter(pieces, at))) {}
}

/** Settles one delimiter; says whether it had to change the text outside it. */
function settleDelimiter(pieces: Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.side === undefined) return false;
  const opens = piece.side === 'open';
  const outer = pieces[opens ? at - 1 : at + 1];
  const inner = pieces[opens ? at + 1 : at - 1];
  if (outer === undefined || inner === undefined) return false;

  const touching = edge(outer.text, opens ? 'last' : 'first');
  if (!isLetter(touching)) return false;
  if (piece.text !== '_' && isLetter(edge(inner.text, opens ? 'first' : 'last'))) return false;

  const reference = characterReference(touching);
  outer.text = opens
    ? outer.text.slice(0, -touching.length) + reference
    : reference + outer.text.slice(touching.length);
  return true;
}

function edge(text: string, side: 'first' | 'last'): string {
  return (side === 'first' ? text.match(/^[\s\S]/u)?.[0] : text.match(/[\s\S]$/u)?.[0]) ?? ' ';
}

function isLetter(character: string): boolean {
  return !SPACE.test(character) && !PUNCTUATION.test(character);
}
