import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { blocksOf as blocksIn } from '../../../db/index.ts';
import { type Parsers, parseHere, processParsers, type WholeCall } from '../../../main/app/index.ts';
import { programFiles } from '../../../main/host/index.ts';
import { zip } from '../interchange/documents/zip.ts';
import { startApp } from './desk.ts';

const { reading: ENTRY } = programFiles();
const logged: string[] = [];
const onLost = (why: Error) => void logged.push(why.message);
const parsers = processParsers(ENTRY, onLost);
const ENOUGH = { heap: 2048, memory: 4096, milliseconds: 300_000 };
const wanted = () => false;

const bytesOf = (text: string) => new TextEncoder().encode(text);

const LONG = Array.from({ length: 6_000 }, (_, at) => `# Kapittel ${at}\n\nEt *avsnitt* om Ærø og თბილისი 🜚.\n`).join(
  '\n',
);

async function blocksOf({ pieces }: Awaited<ReturnType<Parsers['readFile']>>) {
  const blocks = [];
  for await (const piece of pieces) blocks.push(...blocksIn(piece));
  return blocks;
}

/** Turns others had until it was settled. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let over = false;
  const end = () => {
    over = true;
  };
  work.then(end, end);
  let turns = 0;
  for (; !over; turns++) await nextTurn();
  return turns;
}

test.each([
  ['long.md', LONG],
  ['long.txt', LONG],
  ['small.html', '<!doctype html><title>Small</title><p>One line.</p>'],
])('a process reads %s as this one does, and keeps nobody waiting', async (name, text) => {
  const bytes = bytesOf(`xx${text}`).subarray(2);
  const work = parsers.readFile(bytes, name, wanted);
  // Reading here is over before anybody else gets a turn.
  expect(await turnsDuring(work)).toBeGreaterThan(1);
  const there = await work;
  const here = await parseHere.readFile(bytes, name, wanted);
  expect(there.facts).toEqual(here.facts);
  const blocks = await blocksOf(there);
  expect(blocks).toHaveLength(there.blockCount);
  expect(blocks).toEqual(await blocksOf(here));
  there.close();
  expect(bytes).toEqual(bytesOf(text));
});

test('files may be read at the same time, and one given up half-way spoils none that follows', async () => {
  const [one, other] = await Promise.all(
    ['one.md', 'other.md'].map((name) => parsers.readFile(bytesOf(`${name}\n\n${LONG}`), name, wanted)),
  );
  if (!one || !other) throw new Error('both are read');
  for await (const piece of one.pieces) {
    expect(blocksIn(piece)[0]?.text).toBe('one.md');
    break;
  }
  one.close();
  const third = await parsers.readFile(bytesOf('A third.'), 'third.md', wanted);
  expect((await blocksOf(third)).map(({ text }) => text)).toEqual(['A third.']);
  third.close();
  expect((await blocksOf(other))[0]?.text).toBe('other.md');
  other.close();
});

test('an archive is unpacked there too, one file after the other, and given up half-way it spoils nothing', async () => {
  const bytes = zip(['a', '../b', 'c'].map((name) => ({ name, bytes: bytesOf(`${name}${name}`) })));
  const unpacked = async (take: number) => {
    const found: string[] = [];
    for await (const entry of parsers.unpack(bytes, 'x.zip', wanted)) {
      found.push(
        'failure' in entry
          ? `${entry.path}: ${entry.failure.code}`
          : `${entry.path}: ${new TextDecoder().decode(entry.bytes)}`,
      );
      if (found.length === take) break;
    }
    return found;
  };
  expect(await unpacked(1)).toEqual(['x.zip/a: aa']);
  expect(await unpacked(9)).toEqual(['x.zip/a: aa', 'x.zip/../b: not-allowed', 'x.zip/c: cc']);
  await expect(
    parsers.unpack(bytesOf('PK\x03\x04'), 'x.zip', wanted)[Symbol.asyncIterator]().next(),
  ).rejects.toMatchObject({
    code: 'damaged-file',
  });
});

test('what the process refuses is refused with the same words', async () => {
  const binary = new Uint8Array(300_000).map((_, at) => (at * 7919) % 256);
  const refusal = await parseHere.readFile(binary, 'a.bin', wanted).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'unsupported-format' });
  await expect(parsers.readFile(binary, 'a.bin', wanted)).rejects.toEqual(refusal);
});

test.each<WholeCall>([
  { whole: 'citations', given: ['@book{a, title={Isen}}\n@book{b, title='] },
  { whole: 'entityList', given: [bytesOf('name,type\nNansen,person'), 'list.csv', { said: { type: null } }] },
  { whole: 'outlineFile', given: [bytesOf('# One\n\n- two\n'), 'plan.md'] },
  { whole: 'outline', given: ['<opml><body><outline text="One"/></body></opml>', 'Plan'] },
])('$whole are read there as here', async (call) => {
  const there = await parsers.readWhole(call, 'x', wanted);
  expect(there).toEqual(await parseHere.readWhole(call, 'x', wanted));
  expect(JSON.stringify(there)).toMatch(/Isen|Nansen|One/);
});

test('what they are refused for is said in the same words', async () => {
  const call = { whole: 'entityList', given: [new Uint8Array(33 * 1024 * 1024), 'list.csv'] } as const;
  const refusal = await parseHere.readWhole(call, 'list.csv', wanted).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'too-large', details: { name: 'list.csv' } });
  await expect(parsers.readWhole(call, 'list.csv', wanted)).rejects.toEqual(refusal);
});

test('a list or an outline that was made to be read without end is given up, and the notebook is as it was', async () => {
  const app = await startApp({ parsers: processParsers(ENTRY, onLost, { ...ENOUGH, milliseconds: 100 }) });
  const upload = app.upload('list.json', `[${'[0],'.repeat(2_000_000)}`);
  const laborious = { code: 'too-laborious' };
  expect(await app.refused('entities.import', { upload, name: 'list.json' })).toMatchObject(laborious);
  expect(await app.refused('outlines.import', { text: '['.repeat(900_000), title: 'Plan' })).toMatchObject(laborious);
  expect(await app.call('history.list', { limit: 1 })).toEqual([]);
});

test('after a fault of a parser the next file is read by a process of its own', async () => {
  // Nobody can ask this by the contract; it stands for what nobody has thought of.
  const faulty = { whole: 'citations', given: [null as unknown as string] } as const;
  await expect(parsers.readWhole(faulty, 'faulty.bib', wanted)).rejects.toThrow(TypeError.name);
  const innocent = await parsers.readFile(bytesOf('Innocent.'), 'innocent.txt', wanted);
  expect((await blocksOf(innocent)).map(({ text }) => text)).toEqual(['Innocent.']);
  innocent.close();
});

test('a process ends in the middle of its work when nobody waits any more', async () => {
  await expect(parsers.readFile(bytesOf(LONG.repeat(40)), 'long.md', () => true)).rejects.toMatchObject({
    code: 'cancelled',
    details: { name: 'long.md' },
  });
});

test('a file that takes too long is refused with a sentence', async () => {
  const hasty = processParsers(ENTRY, onLost, { ...ENOUGH, milliseconds: 1 });
  await expect(hasty.readFile(bytesOf(LONG.repeat(12)), 'heavy.md', wanted)).rejects.toMatchObject({
    code: 'too-laborious',
    details: { name: 'heavy.md' },
  });
});

test.each([
  ['its heap', { ...ENOUGH, heap: 100 }, 'heap out of memory'],
  ['the computer', { ...ENOUGH, memory: 200 }, 'out of memory: more than 200 MB'],
])('a file that takes too much of %s ends its process, and harms no other of its batch', async (_, limits, why) => {
  const app = await startApp({ parsers: processParsers(ENTRY, onLost, limits) });
  const report = await app.importFiles({
    'before.md': '# Before',
    'heavy.md': LONG.repeat(30),
    'after.md': '# After',
  });
  expect(report.map(({ fileName, outcome }) => [fileName, outcome])).toEqual([
    ['before.md', 'imported'],
    ['heavy.md', 'failed'],
    ['after.md', 'imported'],
  ]);
  expect(report[1]?.failure).toMatchObject({ code: 'too-laborious', details: { name: 'heavy.md' } });
  expect((await app.call('sources.list', {})).map(({ title }) => title).sort()).toEqual(['After', 'Before']);
  expect(await app.call('notebook.check', {})).toMatchObject({ ok: true });
  expect(app.logged).toEqual([]);
  expect(logged.at(-1)).toContain(why);
});
