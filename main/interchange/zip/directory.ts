const END = Buffer.from('PK\x05\x06');
const ENTRY = Buffer.from('PK\x01\x02');
/** The end record and the longest comment behind it (PKWARE APPNOTE 6.3.10, 4.3.16). */
const TAIL = 22 + 65_535;
/** A document shows what it is among its first parts. */
const MOST_NAMES = 20_000;

/**
 * The names in an archive's directory, for telling what kind of archive it is; nothing where it has none that can be read.
 * The names are as they stand there: nothing is to be opened or written by them.
 */
export function directoryNames(bytes: Uint8Array): readonly string[] | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = file.lastIndexOf(END);
  if (end < Math.max(0, file.length - TAIL) || end + 22 > file.length) return undefined;
  const count = file.readUInt16LE(end + 10);
  let at = file.readUInt32LE(end + 16);
  const names: string[] = [];
  while (names.length < Math.min(count, MOST_NAMES)) {
    if (at + 46 > file.length || !file.subarray(at, at + 4).equals(ENTRY)) return undefined;
    const [name, extra, comment] = [28, 30, 32].map((field) => file.readUInt16LE(at + field));
    names.push(file.toString('utf8', at + 46, at + 46 + (name ?? 0)));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return names;
}
