import { expect, test } from 'vitest';
import type { Channel } from '../../../../main/contract/index.ts';
import { offsetsOf } from '../../../../renderer/reader/find/piece.ts';
import { createWholeText } from '../../../../renderer/reader/find/whole-text.ts';
import { createRows } from '../../../../renderer/reader/rows.ts';
import { startApp } from '../../../main/app/desk.ts';

/** A source of several pieces, with a paragraph longer than one and characters of two units, and a channel to it. */
async function open() {
  const { call, importText } = await startApp();
  const lines = Array.from({ length: 24_000 }, (_, at) => `Line ${at} 👩 ${'and so on '.repeat(at % 9)}.`);
  lines.splice(6_000, 0, '𐍈'.repeat(600_000));
  const { id } = await importText(lines.join('\n'));
  const asked: number[] = [];
  const channel: Channel = {
    call(method, input, options) {
      if (method === 'reader.text' && 'from' in input) asked.push(Number(input.from));
      return call(method, input, options);
    },
    subscribe: () => () => {},
    close() {},
  };
  const { lengths } = await call('reader.open', { id });
  return { text: createWholeText(channel, id, createRows(lengths)), whole: lines.join('\n'), asked };
}

test('the pieces are the whole text, each fetched once and knowing where it begins', async () => {
  const { text, whole, asked } = await open();
  expect(text.pieces).toBeGreaterThan(3);
  const pieces = [];
  for (let index = 0; index < text.pieces; index++) pieces.push(await text.fetch(index));
  expect(pieces.map((piece) => piece.text).join('\n') === whole).toBe(true);
  let start = 0;
  for (const piece of pieces) {
    expect(piece.start).toBe(start);
    start = offsetsOf(piece)(piece.text.length) + 1;
  }
  expect(start).toBe(Array.from(whole).length + 1);
  await text.fetch(1);
  expect(asked).toHaveLength(text.pieces);
  expect(new Set(asked).size).toBe(text.pieces);
  text.forget();
  expect(text.known(0)).toBeUndefined();
});

test('what had come and what was on its way when it was forgotten is fetched again', async () => {
  const { text, asked } = await open();
  await text.fetch(0);
  const last = text.pieces - 1;
  const coming = text.fetch(last);
  text.forget();
  await coming.catch(() => {});
  expect(text.known(0)).toBeUndefined();
  expect(text.known(last)).toBeUndefined();
  expect((await text.fetch(last)).start).toBeGreaterThan(0);
  expect(asked.filter((from, at) => asked.indexOf(from) !== at).length).toBeGreaterThan(0);
});

test('what is prepared is not asked for again, and is prepared no further once it is forgotten', async () => {
  const { text, asked } = await open();
  await text.prepare();
  expect(asked).toHaveLength(text.pieces);
  expect(text.known(text.pieces - 1)).toBeDefined();
  await text.fetch(0);
  expect(asked).toHaveLength(text.pieces);
  text.forget();
  const preparing = text.prepare();
  text.forget();
  await preparing;
  expect(text.known(0)).toBeUndefined();
  expect(asked.length).toBeLessThan(2 * text.pieces);
});
