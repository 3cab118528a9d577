import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readInlineStyle } from '../../../db/model/index.ts';

test.each([
  ['font-weight:700', ['strong']],
  ['FONT-WEIGHT : Bold !important', ['strong']],
  ['font-style: oblique 10deg', ['em']],
  ['text-decoration: underline line-through red', ['underline', 'strike']],
  ['text-decoration-line: underline; text-decoration: none', []],
  ['vertical-align:super', ['superscript']],
  ['vertical-align:sub;color:red', ['subscript']],
  ['vertical-align:baseline', []],
  // Not what it looks like.
  ['mso-bidi-font-weight:bold', []],
  [`font-family:"a; font-weight:bold"`, []],
  ['background:url(x;font-weight:bold)', []],
  ['font-weight', []],
  [':bold', []],
  ['', []],
])('%j makes %j', (style, marks) => {
  expect(readInlineStyle(style).marks).toEqual(marks);
});

test('what is light is said, so that a b that is none is known', () => {
  expect(readInlineStyle('font-weight:normal').isLight).toBe(true);
  expect(readInlineStyle('font-weight:400').isLight).toBe(true);
  expect(readInlineStyle('font-weight:normal;font-weight:700')).toEqual({ marks: ['strong'], isLight: false });
  expect(readInlineStyle('color:red').isLight).toBe(false);
});

test('no style, however it is written, is too much', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('font-weight', ':', ';', 'bold', '"', "'", '(', ')', ' ', 'x'), { maxLength: 60 }),
      (parts) => {
        expect(Array.isArray(readInlineStyle(parts.join('')).marks)).toBe(true);
      },
    ),
  );
  for (const each of ['"', '(', "'x", ';:', 'a"']) {
    expect(readInlineStyle(`${each.repeat(200_000)}`).marks).toEqual([]);
  }
});
