/** Rows as SQLite writes them (https://sqlite.org/fileformat2.html, 2.1 and 1.6), read with every number doubted. */
import type { PageFile } from './page-file.ts';

export type Value = string | number | bigint | null | Buffer;

/** A number of up to nine bytes and how many it took; undefined where the bytes end before. */
export function varint(bytes: Buffer, at: number): { value: number; length: number } | undefined {
  let value = 0n;
  for (let length = 1; length <= 9; length++) {
    const byte = bytes[at + length - 1];
    if (byte === undefined) return undefined;
    if (length === 9) return { value: Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), length };
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return { value: Number(value), length };
  }
  return undefined;
}

/**
 * The content of a cell, with what overflows into pages of its own.
 * @param most bytes of it that may stand in the cell
 * @param onPage told of every page it goes on in
 */
export function payload(
  file: PageFile,
  page: Buffer,
  at: number,
  size: number,
  most: number,
  onPage: (number: number) => void,
): Buffer | undefined {
  if (size < 0 || size > file.count * file.usable) return undefined;
  if (size <= most) return at + size <= file.usable ? page.subarray(at, at + size) : undefined;
  const least = Math.floor(((file.usable - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (file.usable - 4));
  const local = fitting <= most ? fitting : least;
  if (at + local + 4 > file.usable) return undefined;
  const parts = [page.subarray(at, at + local)];
  let left = size - local;
  let next = page.readUInt32BE(at + local);
  while (left > 0) {
    const more = file.page(next);
    if (more === undefined || parts.length > file.count) return undefined;
    onPage(next);
    const part = more.subarray(4, Math.min(file.usable, 4 + left));
    parts.push(part);
    left -= part.length;
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

/** The values of a record; undefined where it is none. */
export function decodeRecord(bytes: Buffer): Value[] | undefined {
  const head = varint(bytes, 0);
  if (head === undefined || head.value < head.length || head.value > bytes.length) return undefined;
  const values: Value[] = [];
  let at = head.length;
  let body = head.value;
  while (at < head.value) {
    const type = varint(bytes, at);
    if (type === undefined) return undefined;
    at += type.length;
    const size = sizeOf(type.value);
    if (size === undefined || body + size > bytes.length) return undefined;
    const value = decodeValue(bytes, body, type.value, size);
    if (value === undefined) return undefined;
    values.push(value);
    body += size;
  }
  return at === head.value && body === bytes.length ? values : undefined;
}

const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const;

function sizeOf(type: number): number | undefined {
  return type < 10 ? SIZES[type] : type < 12 ? undefined : Math.floor((type - 12) / 2);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decodeValue(bytes: Buffer, at: number, type: number, size: number): Value | undefined {
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(at);
  if (type === 8 || type === 9) return type - 8;
  if (type < 7) return size === 8 ? shorten(bytes.readBigInt64BE(at)) : bytes.readIntBE(at, size);
  const content = bytes.subarray(at, at + size);
  if (type % 2 === 0) return Buffer.from(content);
  try {
    return utf8.decode(content);
  } catch {
    // Words with some letters lost are worth more than none.
    return content.toString('utf8');
  }
}

function shorten(value: bigint): number | bigint {
  return BigInt.asIntN(53, value) === value ? Number(value) : value;
}
