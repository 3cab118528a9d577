import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { BlockDraft } from '../../../db/model/index.ts';
import { readHere, threadReader } from '../../../main/app/index.ts';
import { programFiles } from '../../../main/host/index.ts';

const readInThread = threadReader(programFiles().reading);
const wanted = () => false;

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** More than is read without a thread. */
const LONG = Array.from({ length: 6_000 }, (_, at) => `# Kapittel ${at}\n\nEt *avsnitt* om Ærø og თბილისი 🜚.\n`).join(
  '\n',
);

async function blocksOf({ pieces }: { readonly pieces: Awaited<ReturnType<typeof readHere>>['pieces'] }) {
  const blocks: BlockDraft[] = [];
  for await (const piece of pieces) blocks.push(...piece);
  return blocks;
}

test.each(['long.md', 'long.txt'])('a thread reads %s as this thread does, and keeps nobody waiting', async (name) => {
  let over = false;
  const reading = readInThread(bytesOf(LONG), name, wanted).finally(() => {
    over = true;
  });
  let turns = 0;
  while (!over) {
    turns++;
    await nextTurn();
  }
  const there = await reading;
  const here = await readHere(bytesOf(LONG), name, wanted);
  // Reading here is over before anybody else gets a turn.
  expect(turns).toBeGreaterThan(1);
  expect(there.facts).toEqual(here.facts);
  expect(there.bytes).toEqual(here.bytes);
  const blocks = await blocksOf(there);
  expect(blocks).toHaveLength(there.blockCount);
  expect(blocks).toEqual(await blocksOf(here));
  there.close();
});

test('what a thread refuses is refused with the same words', async () => {
  const binary = new Uint8Array(300_000).map((_, at) => (at * 7919) % 256);
  const refusal = await readHere(binary.slice(), 'a.bin', wanted).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'unsupported-format' });
  await expect(readInThread(binary, 'a.bin', wanted)).rejects.toEqual(refusal);
});

test('a thread stops in the middle of its work when nobody waits any more', async () => {
  await expect(readInThread(bytesOf(LONG.repeat(40)), 'long.md', () => true)).rejects.toMatchObject({
    code: 'cancelled',
    details: { name: 'long.md' },
  });
});

test('bytes that are part of a larger buffer are read, and the rest of it is left alone', async () => {
  const whole = bytesOf(`xx${LONG}`);
  const { facts, bytes, blockCount, close } = await readInThread(whole.subarray(2), 'long.txt', wanted);
  expect(facts.encoding).toBe('utf-8');
  expect(blockCount).toBe(12_000);
  expect(bytes).toEqual(bytesOf(LONG));
  expect(whole.length).toBe(bytesOf(LONG).length + 2);
  close();
});

test('a file that takes too long, or too much memory, is refused with a sentence, and the next one is read', async () => {
  const heavy = bytesOf(LONG.repeat(12));
  const reader = (limits: { megabytes: number; milliseconds: number }) =>
    threadReader(programFiles().reading, limits)(heavy.slice(), 'heavy.md', wanted);
  await expect(reader({ megabytes: 2048, milliseconds: 1 })).rejects.toMatchObject({
    code: 'too-laborious',
    details: { name: 'heavy.md' },
  });
  await expect(reader({ megabytes: 12, milliseconds: 300_000 })).rejects.toMatchObject({ code: 'too-laborious' });
  const after = await readInThread(bytesOf(LONG), 'long.md', wanted);
  expect(after.blockCount).toBeGreaterThan(0);
  after.close();
});

test('a small file that is no plain text is read in a thread, because it may be a large one', async () => {
  let over = false;
  const page = bytesOf('<!doctype html><title>Small</title><p>One line.</p>');
  const reading = readInThread(page, 'small.html', wanted).finally(() => {
    over = true;
  });
  let turns = 0;
  while (!over) {
    turns++;
    await nextTurn();
  }
  expect(turns).toBeGreaterThan(5);
  expect((await reading).blockCount).toBe(1);
  (await reading).close();
});
