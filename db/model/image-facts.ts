/**
 * What an image is and how large, read from its first bytes and never from its name. Nothing is unpacked; a file whose head
 * is not whole, or says it has no pixels, is none.
 */
import type { ImageFacts, ImageTurn } from './image.ts';

/** The facts of a PNG, JPEG, GIF or WebP; undefined for anything else. */
export function imageFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const facts = png(view) ?? jpeg(view) ?? gif(view) ?? webp(view);
    return facts && facts.width > 0 && facts.height > 0 ? facts : undefined;
  } catch (error) {
    // Read beyond its end: the head is cut off.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** https://www.w3.org/TR/png-3/, 5.2 and 11.2.1. */
function png(view: DataView): ImageFacts | undefined {
  if (!begins(view, 0, '\x89PNG\r\n\x1a\n') || !begins(view, 12, 'IHDR')) return undefined;
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20), turn: 0 };
}

/** https://www.w3.org/Graphics/GIF/spec-gif89a.txt, 17 and 18. */
function gif(view: DataView): ImageFacts | undefined {
  if (!begins(view, 0, 'GIF87a') && !begins(view, 0, 'GIF89a')) return undefined;
  return { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true), turn: 0 };
}

/** https://developers.google.com/speed/webp/docs/riff_container and the two bit streams it holds. */
function webp(view: DataView): ImageFacts | undefined {
  if (!begins(view, 0, 'RIFF') || !begins(view, 8, 'WEBP')) return undefined;
  const of = (width: number, height: number): ImageFacts => ({ mediaType: 'image/webp', width, height, turn: 0 });
  if (begins(view, 12, 'VP8 ') && begins(view, 23, '\x9d\x01\x2a')) {
    return of(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  }
  if (begins(view, 12, 'VP8L') && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return of((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (!begins(view, 12, 'VP8X')) return undefined;
  const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
  return of(uint24(24) + 1, uint24(27) + 1);
}

/** A frame header (ITU T.81, B.2.2): its marker is one of these but for DHT, JPG and DAC. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1 and B.2: segment after segment until the frame says how large it is. */
function jpeg(view: DataView): ImageFacts | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  let turn: ImageTurn = 0;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Any number of 0xff may stand before a marker; some markers have nothing behind them.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else if (isFrame(marker)) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      const isOnItsSide = turn === 90 || turn === 270;
      const seen = isOnItsSide ? { width: height, height: width } : { width, height };
      return { mediaType: 'image/jpeg', ...seen, turn };
    } else {
      // The picture itself, or its end, before any frame.
      if (marker === 0xd9 || marker === 0xda || marker === 0x00) return undefined;
      const length = view.getUint16(at + 2);
      if (marker === 0xe1 && begins(view, at + 4, 'Exif\0\0')) turn = exifTurn(view, at + 10, at + 2 + length) ?? turn;
      at += 2 + Math.max(2, length);
    }
  }
}

/** The orientations of Exif 2.3 (CIPA DC-008, 4.6.4 A); mirrored ones count as what they are turned by. */
const TURNS: Readonly<Record<number, ImageTurn>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };
const ORIENTATION = 0x0112;

/** What Exif data from `start` to `end` says of the orientation; undefined where it says nothing, or nothing that can be read. */
function exifTurn(view: DataView, start: number, end: number): ImageTurn | undefined {
  const isLittle = begins(view, start, 'II');
  if (end > view.byteLength || !(isLittle || begins(view, start, 'MM'))) return undefined;
  const directory = start + view.getUint32(start + 4, isLittle);
  if (directory + 2 > end) return undefined;
  const entries = view.getUint16(directory, isLittle);
  for (let at = directory + 2; at + 12 <= Math.min(end, directory + 2 + entries * 12); at += 12) {
    if (view.getUint16(at, isLittle) === ORIENTATION) return TURNS[view.getUint16(at + 8, isLittle)];
  }
  return undefined;
}

/** Whether these bytes, one a character, stand there. */
function begins(view: DataView, at: number, bytes: string): boolean {
  if (at + bytes.length > view.byteLength) return false;
  for (let index = 0; index < bytes.length; index++) {
    if (view.getUint8(at + index) !== bytes.charCodeAt(index)) return false;
  }
  return true;
}
