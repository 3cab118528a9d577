import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createNotebook, openNotebook } from '../../db/index.ts';
import { testFolder } from '../db/support/folder.ts';
import { chance, patience, say, seed, times } from '../support/stress.ts';

const WRITER = resolve(import.meta.dirname, '../db/support/writer.ts');
const RUNS = times(20, 100);

test('whatever was acknowledged is there after the program was killed, at whatever moment', {
  timeout: patience,
}, async () => {
  const random = chance();
  const path = join(testFolder(), 'war.lectern');
  createNotebook(path).close();
  const acknowledged = new Set<string>();
  let cut = 0;
  for (let run = 0; run < RUNS; run++) {
    const writer = spawn(process.execPath, [WRITER, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void writer.kill('SIGKILL'));
    // So many deeds later, and then within the next one, somewhere.
    let left = 1 + random.below(12);
    const moment = random.next() * 4;
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
  say(`killed ${RUNS} times: ${acknowledged.size} deeds kept, ${cut} of them untold`);
});
