import { inflateRawSync } from 'node:zlib';

const CENTRAL_ENTRY = Buffer.from('PK\x01\x02');

/** The text of one part of a zip archive, found through its central directory (APPNOTE 4.3.12). */
export function zipEntry(archive: Uint8Array, name: string): string {
  const bytes = Buffer.from(archive);
  for (let at = bytes.indexOf(CENTRAL_ENTRY); at !== -1; at = bytes.indexOf(CENTRAL_ENTRY, at + 4)) {
    const nameLength = bytes.readUInt16LE(at + 28);
    if (bytes.toString('utf8', at + 46, at + 46 + nameLength) !== name) continue;
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    return (bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
  }
  throw new Error(`no ${name} in the archive`);
}
