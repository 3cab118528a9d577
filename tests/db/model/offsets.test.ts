import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointLength, hasAstral, sliceCodePoints, toCodePoints, toUtf16 } from '../../../db/model/index.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });

describe('offsets', () => {
  test('length is the number of characters JavaScript iterates over', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(codePointLength(value)).toBe([...value].length);
      }),
    );
  });

  test('a code-point offset survives the way to UTF-16 and back', () => {
    fc.assert(
      fc.property(text, fc.nat(70), (value, offset) => {
        const clamped = Math.min(offset, codePointLength(value));
        expect(toCodePoints(value, toUtf16(value, offset))).toBe(clamped);
      }),
    );
  });

  test('a UTF-16 offset inside a surrogate pair counts as before it', () => {
    expect(toCodePoints('a😀b', 2)).toBe(1);
    expect(toCodePoints('a😀b', 3)).toBe(2);
  });

  test('a slice is the slice of the characters', () => {
    fc.assert(
      fc.property(text, fc.nat(70), fc.nat(70), (value, a, b) => {
        const [start, end] = a < b ? [a, b] : [b, a];
        expect(sliceCodePoints(value, start, end)).toBe([...value].slice(start, end).join(''));
      }),
    );
  });

  test('only text beyond U+FFFF differs in count', () => {
    expect(hasAstral('იოსებ სტალინი')).toBe(false);
    expect(hasAstral('𐍈')).toBe(true);
    expect(hasAstral('\uD800 lone')).toBe(false);
  });
});
