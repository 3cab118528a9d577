import type { Plugin } from 'vite';

/**
 * Writes everything beyond ASCII as escapes: a browser keeps a program with a single letter beyond Latin-1 at two bytes a
 * letter. Comes after the bundler's minifier, which would write the letters again, and keeps the source maps true.
 */
export const plainLetters: Plugin = {
  name: 'plain-letters',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const map = chunk.sourcemapFileName === null ? undefined : bundle[chunk.sourcemapFileName];
      if (map?.type === 'asset') {
        const read = JSON.parse(String(map.source));
        map.source = JSON.stringify({ ...read, mappings: shifted(read.mappings, chunk.code) });
      }
      chunk.code = chunk.code.replace(BEYOND, escaped);
    }
  },
};

const BEYOND = /[^\0-\x7f]/g;

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** How much longer a letter is as an escape. */
const LONGER = 5;

/** The mappings of a code whose letters beyond ASCII become escapes: columns after them move. https://tc39.es/ecma426/ */
function shifted(mappings: string, code: string): string {
  const lines = code.split('\n');
  const moved = mappings.split(';').map((segments, at) => {
    const line = lines[at] ?? '';
    let column = 0;
    let seen = 0;
    let extra = 0;
    let written = 0;
    const ofLine = segments.split(',').map((segment) => {
      if (segment === '') return segment;
      const { value, length } = readNumber(segment);
      column += value;
      for (; seen < column; seen++) if (line.charCodeAt(seen) > 0x7f) extra += LONGER;
      const delta = column + extra - written;
      written += delta;
      return writeNumber(delta) + segment.slice(length);
    });
    return ofLine.join(',');
  });
  return moved.join(';');
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The first number of a segment: digits of five bits, the lowest first, the sixth bit where more follow; the sign is the lowest bit. */
function readNumber(segment: string): { value: number; length: number } {
  let bits = 0;
  for (let at = 0; ; at++) {
    const digit = DIGITS.indexOf(segment.charAt(at));
    bits += (digit & 31) * 2 ** (5 * at);
    if (digit < 32) return { value: bits % 2 === 0 ? bits / 2 : -(bits - 1) / 2, length: at + 1 };
  }
}

/** Columns of a line only grow, so the number is never negative. */
function writeNumber(value: number): string {
  let text = '';
  let rest = value * 2;
  do {
    const more = rest >= 32;
    text += DIGITS.charAt((rest % 32) + (more ? 32 : 0));
    rest = Math.floor(rest / 32);
  } while (rest > 0);
  return text;
}
