import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DatePhrase, datesInWords, datesOrder, readDates } from '../../../db/model/index.ts';
import { dateWords } from '../../../main/app/summaries/date-words.ts';

describe('in words', () => {
  test.each([
    ['1878-12-18', '18 December 1878', '18. desember 1878'],
    ['1878-12', 'December 1878', 'desember 1878'],
    ['1878', '1878', '1878'],
    ['1878~', 'about 1878', 'omkring 1878'],
    ['1878?', 'perhaps 1878', 'kanskje 1878'],
    ['1878-12%', 'perhaps about December 1878', 'kanskje omkring desember 1878'],
    ['193x', 'the 1930s', '1930-årene'],
    ['19XX', 'the 1900s', '1900-tallet'],
    ['1932-XX', 'some month of 1932', 'en måned i 1932'],
    ['1932-12-XX', 'some day in December 1932', 'en dag i desember 1932'],
    ['1932-XX-XX', 'some day in 1932', 'en dag i 1932'],
    ['1932-22', 'summer 1932', 'sommeren 1932'],
    ['1932/1933', '1932 to 1933', '1932 til 1933'],
    ['1932~/1933-02', 'about 1932 to February 1933', 'omkring 1932 til februar 1933'],
    ['1932/..', 'from 1932 on', 'fra 1932'],
    ['../1932', 'until 1932', 'til 1932'],
    ['/1932', 'unknown to 1932', 'ukjent til 1932'],
    ['1932/', '1932 to unknown', '1932 til ukjent'],
    ['-0043-03-15', '15 March 44 BC', '15. mars 44 f.Kr.'],
    ['0000', '1 BC', '1 f.Kr.'],
    ['2000-02-29', '29 February 2000', '29. februar 2000'],
    ['shortly after the war', 'shortly after the war', 'shortly after the war'],
    ['1815–1852', '1815–1852', '1815–1852'],
    ['', '', ''],
  ])('%s', (text, english, bokmaal) => {
    expect(dateWords('en')(text)).toBe(english);
    expect(dateWords('nb')(text)).toBe(bokmaal);
  });
});

test.each([
  ['18781', 'form', '18781'],
  ['187', 'form', '187'],
  ['3.9.1884', 'form', '3.9.1884'],
  ['1878-12-18-01', 'form', '1878-12-18-01'],
  ['1932-22-01', 'form', '1932-22-01'],
  ['1878-13', 'month', '13'],
  ['1878-00', 'month', '00'],
  ['1878-25', 'month', '25'],
  ['1878-02-29', 'day', '1878-02-29'],
  ['1900-02-29', 'day', '1900-02-29'],
  ['1878-04-31', 'day', '1878-04-31'],
  ['1878-04-00', 'day', '1878-04-00'],
  ['1x78', 'unknown', '1X78'],
  ['193x-05', 'unknown', '193X-05'],
  ['1932-XX-05', 'unknown', '1932-XX-05'],
  ['1878-1953', 'span', '1878-1953'],
  ['1878/1879/1880', 'span', '1878/1879/1880'],
  ['1933/1932', 'order', '1933/1932'],
  ['../..', 'nothing', '../..'],
  ['/', 'nothing', '/'],
])('%s is refused: %s', (text, reason, part) => {
  expect(readDates(text)).toEqual({ fault: { reason, part } });
});

const year = fc.integer({ min: 0, max: 9999 });
const two = (value: number) => String(value).padStart(2, '0');
const four = (value: number) => String(value).padStart(4, '0');
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));
const date = fc
  .oneof(
    day,
    day.map((each) => each.slice(0, 7)),
    year.map(four),
    year.map((each) => `${four(each).slice(0, 3)}X`),
    year.map((each) => `${four(each).slice(0, 2)}XX`),
    fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, season]) => `${four(y)}-${two(season)}`),
    day.map((each) => `${each.slice(0, 7)}-XX`),
  )
  .chain((each) => fc.constantFrom('', '?', '~', '%').map((sign) => each + sign));

test('whatever the grammar can make is read, said in words, and lies in its order', () => {
  fc.assert(
    fc.property(date, date, (one, other) => {
      const [from, to] = datesOrder(one) <= datesOrder(other) ? [one, other] : [other, one];
      for (const text of [one, `${one}/..`, `../${one}`, `${one}/`, `/${one}`, `${from}/${to}`]) {
        expect(readDates(text), text).toHaveProperty('dates');
        expect(Number.isFinite(datesOrder(text)), text).toBe(true);
        expect(dateWords('nb')(text)).not.toMatch(/[{}X~%?]|undefined|NaN|Invalid/);
      }
      expect(datesOrder(`${from}/${to}`)).toBe(datesOrder(from));
    }),
  );
});

test('days lie in the order of the calendar, before their month, year and decade end', () => {
  fc.assert(
    fc.property(day, day, (one, other) => {
      expect(Math.sign(datesOrder(one) - datesOrder(other))).toBe(one < other ? -1 : one > other ? 1 : 0);
      expect(datesOrder(one)).toBeGreaterThanOrEqual(datesOrder(one.slice(0, 7)));
      expect(datesOrder(one.slice(0, 7))).toBeGreaterThanOrEqual(datesOrder(one.slice(0, 4)));
      expect(datesOrder(one.slice(0, 4))).toBeGreaterThanOrEqual(datesOrder(`${one.slice(0, 3)}X`));
    }),
  );
});

test('any text is read as dates, a fault or words, and never thrown at', () => {
  const signs = fc.string({ unit: fc.constantFrom(...'0123456789Xx?~%/.- '), maxLength: 24 });
  fc.assert(
    fc.property(fc.oneof(signs, fc.string()), (text) => {
      const kinds = Object.keys(readDates(text));
      expect(kinds).toHaveLength(1);
      expect(datesInWords(text, { locale: 'en-GB', phrase: (name: DatePhrase) => name })).toBeTypeOf('string');
    }),
  );
});

test('words are ordered by the first year in them, and what names none comes last', () => {
  const texts = ['no idea', 'about 1840', '1839', '184X', 'winter of 1841'];
  expect(texts.toSorted((a, b) => datesOrder(a) - datesOrder(b) || 0)).toEqual([
    '1839',
    'about 1840',
    '184X',
    'winter of 1841',
    'no idea',
  ]);
});
