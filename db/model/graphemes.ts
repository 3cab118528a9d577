/**
 * Where one grapheme ends and the next begins (Unicode Standard Annex 29, as the browser's `Intl.Segmenter` has it),
 * asked for single places of a long text. Offsets are UTF-16 units.
 */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * What a character does beside others: SINGLE ones are joined with JOINING ones after them, never with one another;
 * APART ones (controls, and line breaks but for CR and LF) are joined with nothing.
 */
const SINGLE = 1;
const JOINING = 2;
const APART = 3;
const OTHER = 4;
type Kind = typeof SINGLE | typeof JOINING | typeof APART | typeof OTHER;

/** Filled as texts need it; 0 while nobody has asked. The first for code points of one unit, which are most. */
const kinds = new Uint8Array(0x10000);
const kindsBeyond = new Map<number, Kind>();

function kindOf(codePoint: number): number {
  const known = codePoint <= 0xffff ? kinds[codePoint] : kindsBeyond.get(codePoint);
  if (known) return known;
  const kind = judge(codePoint);
  if (codePoint <= 0xffff) kinds[codePoint] = kind;
  else kindsBeyond.set(codePoint, kind);
  return kind;
}

function judge(codePoint: number): Kind {
  const sign = String.fromCodePoint(codePoint);
  if (count(`a${sign}`) === 1) return JOINING;
  if (count(`a${sign}a`) !== 3 || count(sign + sign) !== 2) return OTHER;
  return count(`${sign}\u0301`) === 1 ? SINGLE : APART;
}

function count(text: string): number {
  return Array.from(segmenter.segment(text)).length;
}

/** Units looked at around a place at most. A grapheme longer than this is made to do harm, and may be parted beyond it. */
const REACH = 4096;

/** Says whether a place is not inside a grapheme. The ends of the text are boundaries. */
export function isGraphemeBoundary(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return true;
  if (startBefore(text, at + 1) < at) return false;
  const after = text.codePointAt(at) ?? 0;
  const kind = kindOf(after);
  const before = kindBefore(text, at);
  if (before === APART || kind === APART) return !(after === 0x0a && text[at - 1] === '\r');
  if (before === SINGLE && kind !== OTHER) return kind === SINGLE;
  const { from } = graphemeAround(text, at, at + (after > 0xffff ? 2 : 1));
  return from === at || at - from >= REACH;
}

/**
 * The grapheme a place is in, with what is not inside the text up to `end` left out. Whether a place is a boundary depends on what is
 * before it and on the one character after it.
 */
function graphemeAround(text: string, at: number, end: number): { readonly from: number; readonly to: number } {
  const sure = sureBoundaryBefore(text, at);
  const found = segmenter.segment(text.slice(sure, end)).containing(at - sure);
  const from = sure + (found?.index ?? 0);
  return { from, to: from + (found?.segment.length ?? 0) };
}

/** The nearest place before this one between two characters that are never joined. */
function sureBoundaryBefore(text: string, at: number): number {
  const lowest = at - REACH;
  for (let place = startBefore(text, at); place > 0; place = startBefore(text, place)) {
    if (place <= lowest) return place;
    const [before, after] = [kindBefore(text, place), kindOf(text.codePointAt(place) ?? 0)];
    if (before === APART || (before === SINGLE && after === SINGLE)) return place;
  }
  return 0;
}

function kindBefore(text: string, at: number): number {
  return kindOf(text.codePointAt(startBefore(text, at)) ?? 0);
}

/** Where the character begins that ends at a place above 0. */
function startBefore(text: string, at: number): number {
  const isPair = at >= 2 && isHalf(text, at - 1, 0xdc00) && isHalf(text, at - 2, 0xd800);
  return at - (isPair ? 2 : 1);
}

function isHalf(text: string, at: number, first: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === first;
}

/** The nearest place at or before this one that is not inside a grapheme. */
export function graphemeBoundaryBefore(text: string, at: number): number {
  const place = Math.min(Math.max(0, at), text.length);
  return isGraphemeBoundary(text, place) ? place : graphemeAround(text, place, place + 2).from;
}

/** The nearest place at or after this one that is not inside a grapheme. */
export function graphemeBoundaryAfter(text: string, at: number): number {
  const place = Math.min(Math.max(0, at), text.length);
  if (isGraphemeBoundary(text, place)) return place;
  const { to } = graphemeAround(text, place, place + REACH);
  return startBefore(text, to + 1) < to ? to - 1 : to;
}
