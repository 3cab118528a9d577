import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openHandle } from '../db/sqlite/handle.ts';
import { CallFailed, type Input, type MethodName, type Output } from '../main/contract/index.ts';
import { EngineProcess, forkEngine } from '../main/engine/index.ts';
import { createSpoolFolder, here, programFiles, userPlaces } from '../main/host/index.ts';
import { timed } from './job.ts';

/** Milliseconds between two saves: less than the window waits for a pause in typing. */
const BETWEEN_SAVES = 250;

/** Timings of one backup made while somebody types, and of each save that fell into it, in milliseconds. */
export interface BackupTimes {
  readonly backup: number;
  readonly saves: readonly number[];
}

/** The engine in a process of its own, as the shells have it, with a notebook open. */
export async function backupJob(folder: string, path: string, noteId: string) {
  const { engine: entry, reading, tending, resources } = programFiles();
  const places = userPlaces(here(resources));
  const engine = new EngineProcess({
    spawn: () => forkEngine(entry, { spool: createSpoolFolder(folder), reading, tending, places }),
    clock: Date.now,
    wait: (milliseconds) => wait(milliseconds),
    log: { error: (message) => process.stderr.write(`${message}\n`) },
  });
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const answer = await engine.handle(method, input);
    if ('failure' in answer) throw new CallFailed(answer.failure);
    return answer.output as Output<M>;
  };
  await call('notebook.open', { path });
  // The backup of its own that follows opening is over before anything is timed.
  await call('notebook.backup', {});
  let revision = (await call('notes.get', { id: noteId })).revision;

  async function save(words: number): Promise<number> {
    const text = 'word '.repeat(words % 500).trim() || 'word';
    const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    return timed(async () => {
      revision = (await call('notes.update', { id: noteId, document, revision })).revision;
    });
  }

  return {
    /** Backs up while a note is saved again and again. */
    async backUp(): Promise<BackupTimes> {
      const saves: number[] = [];
      let over = false;
      const target = join(folder, 'copy.lectern');
      rmSync(target, { force: true });
      const backup = timed(() => call('notebook.backup', { path: target })).finally(() => {
        over = true;
      });
      while (!over) {
        saves.push(await save(saves.length));
        await wait(BETWEEN_SAVES);
      }
      return { backup: await backup, saves };
    },
    /** Saves with nothing else going on. */
    async saveAlone(count: number): Promise<number[]> {
      const saves: number[] = [];
      for (let at = 0; at < count; at++) {
        saves.push(await save(at));
        await wait(BETWEEN_SAVES);
      }
      return saves;
    },
    close: () => engine.close(),
  };
}

/** SQLite's own compact copy, and nothing else, of a file nobody has open. */
export function vacuumInto(folder: string, path: string): Promise<number> {
  const target = join(folder, 'vacuum.lectern');
  rmSync(target, { force: true });
  const handle = openHandle(path, true);
  return timed(() => handle.prepare('VACUUM INTO ?').run(target)).finally(() => handle.close());
}
