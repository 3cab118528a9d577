/** Killed in the middle of a backup or a restore: every backup that was there is there, and so is the notebook. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { listShelf, openNotebook, verifyCopy } from '../../db/index.ts';
import { testFolder } from '../db/support/folder.ts';
import { fullNotebook } from '../db/support/full-notebook.ts';
import { chance, patience, say, times } from '../support/stress.ts';

const BACKER = resolve(import.meta.dirname, 'support/backer.ts');

test('whatever backup was acknowledged is there and sound after the program was killed', {
  timeout: patience,
}, async () => {
  const random = chance(5);
  const folder = testFolder();
  const path = fullNotebook(folder);
  const backups = join(folder, 'backups');
  mkdirSync(backups);
  const runs = times(6, 60);
  const acknowledged = new Set<string>();
  for (let run = 0; run < runs; run++) {
    const backer = spawn(process.execPath, [BACKER, path, backups, String(run)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void backer.kill('SIGKILL'));
    let left = 1 + random.below(4);
    const moment = random.next() * 120;
    for await (const id of createInterface({ input: backer.stdout })) {
      acknowledged.add(id);
      if (--left === 0) setTimeout(() => backer.kill('SIGKILL'), moment);
    }
    if (backer.exitCode === null && backer.signalCode === null) await once(backer, 'exit');
    expect(backer.signalCode, `run ${run}`).toBe('SIGKILL');

    const [shelf = ''] = readdirSync(backups);
    const found = listShelf(join(backups, shelf));
    const names = new Set(found.map(({ id }) => id));
    expect(
      [...acknowledged].filter((id) => !names.has(id)),
      `run ${run}`,
    ).toEqual([]);
    for (const { id } of found) {
      expect(verifyCopy(join(backups, shelf, id), 'structure'), id).toEqual([]);
      expect(verifyCopy(join(backups, shelf, id), 'texts'), id).toEqual([]);
    }
    const notebook = openNotebook(path);
    expect(notebook.check().defects, `run ${run}`).toEqual([]);
    notebook.close();
    // Nothing but the notebook and what is being put in its place is ever beside it.
    const beside = readdirSync(folder).filter((name) => name !== 'backups' && name !== 'war.lectern');
    expect(
      beside.filter((name) => !/^war\.lectern\.\d+-new$/.test(name)),
      `run ${run}`,
    ).toEqual([]);
  }
  say(`killed ${runs} times in backups and restores, ${acknowledged.size} backups kept`);
});
