import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; what is said beside its bytes is a lie told on purpose. */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly stored?: boolean;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** A zip archive of parts in their order (PKWARE APPNOTE 6.3.10), compressed unless said otherwise. */
export function zip(parts: readonly Part[]): Uint8Array {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const body = part.stored ? Buffer.from(part.bytes) : deflateRawSync(part.bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE((part.flags ?? 0) | 0x800, 2);
    facts.writeUInt16LE(part.stored ? 0 : 8, 4);
    facts.writeUInt32LE((part.crc ?? crc32(part.bytes)) >>> 0, 10);
    facts.writeUInt32LE(body.length, 14);
    facts.writeUInt32LE(part.size ?? part.bytes.length, 18);
    facts.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), facts, name, body]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, place, name]));
    local.push(header);
    offset += header.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, listed, Buffer.from('PK\x05\x06'), end]);
}

/** Parts of text by their names; the first one stored, as packages want their media type. */
export function textParts(parts: Readonly<Record<string, string>>): Part[] {
  return Object.entries(parts).map(([name, text], index) => ({ name, bytes: Buffer.from(text), stored: index === 0 }));
}
