/** Which units belong to words: as in the finder, looked up once and kept, so that nothing is faster but not to look. */
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const INSIDE = 1;
const OUTSIDE = 2;
const kinds = new Uint8Array(0x10000);

function kindOf(unit: number): number {
  const kind = LETTER.test(String.fromCharCode(unit)) ? INSIDE : OUTSIDE;
  kinds[unit] = kind;
  return kind;
}

/**
 * Splits a text into words and does nothing with them: where each begins and ends is written down, and it answers how
 * many there are. The least that anybody who looks at words has to do.
 * @param edges room for twice as many numbers as there are words
 */
export function splitIntoWords(text: string, edges: Uint32Array): number {
  let filled = 0;
  let before = OUTSIDE;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const kind = kinds[unit] || kindOf(unit);
    if (kind !== before) {
      edges[filled++] = at;
      before = kind;
    }
  }
  if (before === INSIDE) edges[filled++] = text.length;
  return filled / 2;
}
