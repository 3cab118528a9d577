/** Images made here, byte by byte, so that no file of anybody's is needed. */
import { crc32, deflateSync } from 'node:zlib';

/** A PNG of one colour, which makes it one of its own. */
export function pngOf(width: number, height: number, colour: readonly [number, number, number] = [47, 93, 98]): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits for each of red, green and blue.
  head.set([8, 2], 8);
  const row = Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}

/** The head of a JPEG, with an orientation (Exif 2.3, 4.6.4 A) where one is given; there is no picture in it. */
export function jpegHead(width: number, height: number, orientation?: number): Buffer {
  const size = [height >> 8, height & 0xff, width >> 8, width & 0xff];
  return Buffer.from([
    ...[0xff, 0xd8],
    ...(orientation === undefined ? [] : exif(orientation)),
    // Restart markers and filling bytes have nothing behind them; a table of quantities is passed over.
    ...[0xff, 0xff, 0xdb, 0, 4, 0xc0, 0xff],
    ...[0xff, 0xc2, 0, 11, 8, ...size, 1, 1, 0x11, 0],
    ...[0xff, 0xd9],
  ]);
}

function exif(orientation: number): number[] {
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return [0xff, 0xe1, 0, 8 + tiff.length, ...Buffer.from('Exif\0\0', 'latin1'), ...tiff];
}

/** The smallest GIF: one white dot, on a page of this size. */
export function gifOf(width: number, height: number): Buffer {
  const head = Buffer.from('474946383961000000008000000000ffffff', 'hex');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  return Buffer.concat([head, Buffer.from('2c00000000010001000002024401003b', 'hex').fill(0x3b, 15)]);
}

/** The heads of the three kinds of WebP; there is no picture in them. */
export function webpHead(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const body = Buffer.alloc(14);
  if (kind === 'VP8 ') {
    body.set([0x9d, 0x01, 0x2a], 3);
    body.writeUInt16LE(width, 6);
    body.writeUInt16LE(height, 8);
  } else if (kind === 'VP8L') {
    body[0] = 0x2f;
    body.writeUInt32LE((width - 1) | ((height - 1) << 14), 1);
  } else {
    body.writeUIntLE(width - 1, 4, 3);
    body.writeUIntLE(height - 1, 7, 3);
  }
  return Buffer.concat([Buffer.from(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0`, 'latin1'), body]);
}
