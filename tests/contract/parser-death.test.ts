import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DOORS, type Door } from './doors.ts';

vi.mock('electron', () => import('../main/electron/double.ts'));

/** A thousand chapters take a parser some thirty milliseconds. */
const textOf = (chapters: number) =>
  Array.from({ length: chapters }, (_, at) => `# Kapittel ${at}\n\nEt *avsnitt*.\n`).join('\n');

let door: Door;
afterEach(() => door.close());

/** The process in which an engine parses, by the kernel's own list; undefined while there is none. */
function parserOf(engine: number | undefined): number | undefined {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .find((pid) => {
      try {
        const parent = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return Number(parent) === engine && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('"parent"');
      } catch {
        // It ended while it was looked at.
        return false;
      }
    });
}

/** Imports three files; answers once there is a process for the first, which is that long. */
async function importUntilParsed(chapters: number) {
  await door.line.call('notebook.create', { path: join(door.folder, 'n.lectern') });
  const files = await Promise.all(
    Object.entries({ 'long.md': textOf(chapters), 'one.md': '# One', 'two.md': '# Two' }).map(async ([name, text]) => ({
      upload: await door.upload(name, Buffer.from(text)),
      name,
    })),
  );
  const report = door.line.call('sources.import', { files });
  for (;;) {
    const parser = parserOf(door.pid() ?? process.pid);
    if (parser !== undefined) return { report, parser };
    await wait(5);
  }
}

describe.skipIf(!existsSync('/proc/self/status')).each(DOORS)('through %s (Linux)', (_name, open) => {
  test('a parser that crashes harms one file of a batch', async () => {
    door = await open();
    const engine = door.pid();
    const { report, parser } = await importUntilParsed(60_000);
    process.kill(parser, 'SIGABRT');
    const { files } = await report;
    expect(files).toMatchObject([
      { fileName: 'long.md', outcome: 'failed', failure: { code: 'reader-lost', details: { name: 'long.md' } } },
      { fileName: 'one.md', outcome: 'imported' },
      { fileName: 'two.md', outcome: 'imported' },
    ]);
    expect(door.pid()).toBe(engine);
    const found = await door.line.call('search.query', { query: 'Kapittel' });
    expect(found.hits).toEqual([]);
    expect(await door.line.call('notebook.check', {})).toMatchObject({ ok: true });
  });
});

/** Seconds of a processor a process has taken: field 14 of proc_pid_stat(5), in ticks of ten milliseconds; undefined when it is gone. */
function workOf(pid: number): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return Number(fields?.[11]) / 100;
  } catch {
    return undefined;
  }
}

test.skipIf(!existsSync('/proc/self/status'))(
  'a parser deep in its work does not outlive the engine it works for (Linux)',
  async () => {
    door = await (DOORS[1] as (typeof DOORS)[number])[1]();
    const { report, parser } = await importUntilParsed(1_000_000);
    // By then it has started and has the file, which takes several times as long, and hears nothing meanwhile.
    while ((workOf(parser) ?? 0) < 1) await wait(5);
    process.kill(door.pid() ?? 0, 'SIGKILL');
    await expect(report).rejects.toMatchObject({ failure: { code: 'engine-lost' } });
    let work = 0;
    for (let now = workOf(parser); now !== undefined; now = workOf(parser)) {
      work = now;
      await wait(5);
    }
    expect(work).toBeLessThan(3);
    expect(await door.line.call('sources.list', {})).toEqual([]);
  },
);
