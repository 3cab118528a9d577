import { type FoldedText, foldWithOrigins, hasAstral } from '../../../main/contract/index.ts';

/** Some paragraphs of a source, one line break between two, as they are and folded. */
export interface Piece {
  readonly text: string;
  readonly folded: FoldedText;
  /** Where it begins in the source's text, in code points. */
  readonly start: number;
  /** Places in `text` of characters that are two UTF-16 units. */
  readonly pairs: Uint32Array;
}

export function makePiece(text: string, start: number): Piece {
  return { text, folded: foldWithOrigins(text), start, pairs: hasAstral(text) ? pairsOf(text) : new Uint32Array() };
}

function pairsOf(text: string): Uint32Array {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if ((text.codePointAt(at) ?? 0) <= 0xffff) continue;
    places.push(at);
    at++;
  }
  return Uint32Array.from(places);
}

/** Turns places of a piece, asked for in their order, into offsets of the source. */
export function offsetsOf({ start, pairs }: Piece): (utf16: number) => number {
  let before = 0;
  return (utf16) => {
    while (before < pairs.length && (pairs[before] ?? 0) < utf16) before++;
    return start + utf16 - before;
  };
}
