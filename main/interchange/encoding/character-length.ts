import iconv from 'iconv-lite';

/** How many bytes a character takes in an encoding; where that is not known, as for one that stands for damage, 1. */
export function characterLength(encoding: string): (character: string) => number {
  const known = new Map<string, number>();
  return (character) => {
    const length = known.get(character) ?? lengthOf(character, encoding);
    known.set(character, length);
    return length;
  };
}

function lengthOf(character: string, encoding: string): number {
  if (character === '\uFFFD' || !iconv.encodingExists(encoding)) return 1;
  return Math.max(1, iconv.encode(character, encoding, { addBOM: false }).length);
}
