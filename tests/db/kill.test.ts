import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createNotebook, openNotebook } from '../../db/index.ts';
import { testFolder } from './support/folder.ts';

const WRITER = resolve(import.meta.dirname, 'support/writer.ts');
const RUNS = 20;

/** Numbers from 0 to 1 that a seed brings back: mulberry32, by Tommy Ettinger, in the public domain. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

test('whatever was acknowledged is there after the program was killed, at whatever moment', async () => {
  const seed = Number(process.env['LECTERN_TEST_SEED'] ?? Date.now() % 2 ** 31);
  const random = chance(seed);
  const path = join(testFolder(), 'war.lectern');
  createNotebook(path).close();
  const acknowledged = new Set<string>();
  let cut = 0;
  for (let run = 0; run < RUNS; run++) {
    const writer = spawn(process.execPath, [WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void writer.kill('SIGKILL'));
    // So many deeds later, and then within the next one, somewhere.
    let left = 1 + Math.floor(random() * 12);
    const moment = random() * 4;
    for await (const id of createInterface({ input: writer.stdout })) {
      acknowledged.add(id);
      if (--left === 0) setTimeout(() => writer.kill('SIGKILL'), moment);
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
    expect(writer.signalCode, `seed ${seed}, run ${run}`).toBe('SIGKILL');

    const notebook = openNotebook(path);
    expect(notebook.recovered).toBe(true);
    const kept = new Set(notebook.read((c) => c.all<{ id: string }>('SELECT id FROM tags')).map(({ id }) => id));
    const lost = [...acknowledged].filter((id) => !kept.has(id));
    expect(lost, `seed ${seed}, run ${run}`).toEqual([]);
    expect(notebook.check().defects, `seed ${seed}, run ${run}`).toEqual([]);
    // A deed that was on the disk and not yet told of is no error; half of one would have been.
    cut += kept.size - acknowledged.size;
    for (const id of kept) acknowledged.add(id);
    notebook.close();
  }
  process.stdout.write(`killed ${RUNS} times, seed ${seed}: ${acknowledged.size} deeds kept, ${cut} of them untold\n`);
});
