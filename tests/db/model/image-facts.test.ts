import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ImageFacts, imageFacts } from '../../../db/model/index.ts';
import { gifOf, jpegHead, pngOf, webpHead } from '../../support/images.ts';

const side = fc.integer({ min: 1, max: 0x3fff });

/** How the head of each kind is made, and what it is. */
const KINDS: readonly (readonly [string, (width: number, height: number) => Buffer, ImageFacts['mediaType']])[] = [
  ['a PNG', (width, height) => pngHead(width, height), 'image/png'],
  ['a JPEG', jpegHead, 'image/jpeg'],
  ['a GIF', gifOf, 'image/gif'],
  ['a WebP with losses', (width, height) => webpHead('VP8 ', width, height), 'image/webp'],
  ['a WebP without losses', (width, height) => webpHead('VP8L', width, height), 'image/webp'],
  ['an extended WebP', (width, height) => webpHead('VP8X', width, height), 'image/webp'],
];

function pngHead(width: number, height: number): Buffer {
  const head = pngOf(1, 1);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

describe.each(KINDS)('%s', (_, make, mediaType) => {
  test('is known by its first bytes, with its size', () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(imageFacts(make(width, height))).toEqual({ mediaType, width, height, turn: 0 });
      }),
    );
  });

  test('cut short, or with any of its bytes another, is read or refused, and never beyond its end', () => {
    const whole = make(640, 480);
    fc.assert(
      fc.property(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255), (length, at, byte) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = byte;
        // A piece of a larger buffer: what stands behind it is none of its own.
        const facts = imageFacts(bytes.subarray(0, length));
        if (facts) expect(Math.min(facts.width, facts.height)).toBeGreaterThan(0);
        if (length < 10) expect(facts).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});

test('any bytes at all are read or refused', () => {
  const signs = KINDS.map(([, make]) => make(9, 9).subarray(0, 16));
  fc.assert(
    fc.property(fc.constantFrom(Buffer.alloc(0), ...signs), fc.uint8Array({ maxLength: 200 }), (sign, rest) => {
      const facts = imageFacts(Buffer.concat([sign, rest]));
      if (facts) expect(facts.width * facts.height).toBeGreaterThan(0);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [1, 0],
  [3, 180],
  [6, 90],
  [8, 270],
  [9, 0],
])('a JPEG of orientation %i is turned by %i degrees to be seen, and as wide as it is seen', (orientation, turn) => {
  const [width, height] = turn % 180 === 0 ? [640, 480] : [480, 640];
  expect(imageFacts(jpegHead(640, 480, orientation))).toEqual({ mediaType: 'image/jpeg', width, height, turn });
});

test.each([
  ['a drawing that is a program', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
  ['a page', '<!DOCTYPE html><img>'],
  ['a bitmap of Windows', 'BM\x46\0\0\0'],
  ['nothing', ''],
])('%s is no image', (_, text) => {
  expect(imageFacts(Buffer.from(text, 'latin1'))).toBeUndefined();
});

test('an image of no pixels is none', () => {
  expect(imageFacts(pngHead(0, 5))).toBeUndefined();
  expect(imageFacts(jpegHead(5, 0))).toBeUndefined();
});
