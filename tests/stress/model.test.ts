import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startApp, type TestApp } from '../main/app/desk.ts';
import { chance, patience, say, times } from '../support/stress.ts';
import { LENGTH, nextCommand } from './support/commands.ts';
import { EMPTY, type Model } from './support/model.ts';
import { expected, seen } from './support/observe.ts';

const SEQUENCES = times(1, 12);
const COMMANDS = times(500, 700);

/** What was done and what was undone, as whole models: nothing is clever about it. */
interface Past {
  readonly done: Model[];
  readonly undone: Model[];
}

function idOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'id' in answer ? String(answer.id) : '';
}

async function reopen(app: TestApp): Promise<void> {
  await app.call('notebook.close', {});
  await app.call('notebook.open', { path: join(app.folder, 'test.lectern') });
}

test('any sequence of commands, undo, redo and reopening is what a plain model says it is', {
  timeout: patience,
}, async () => {
  const counts: Record<string, number> = {};
  for (let sequence = 0; sequence < SEQUENCES; sequence++) {
    const random = chance(sequence);
    let now = Date.UTC(2026, 0, 1);
    const app = await startApp({ clock: () => now });
    const { id: sourceId } = await app.importText('abcdefghij'.repeat(LENGTH / 10));
    const past: Past = { done: [EMPTY], undone: [] };
    const present = () => past.done.at(-1) ?? EMPTY;
    for (let turn = 0; turn < COMMANDS; turn++) {
      // The saves of one note within two minutes are one step; here each is its own.
      now += 3 * 60_000;
      const what = random.next();
      let did: string;
      if (what < 0.14 && past.done.length > 1) {
        did = 'history.undo';
        await app.call('history.undo', {});
        past.undone.push(past.done.pop() ?? EMPTY);
      } else if (what < 0.22 && past.undone.length > 0) {
        did = 'history.redo';
        await app.call('history.redo', {});
        past.done.push(past.undone.pop() ?? EMPTY);
      } else if (what < 0.24) {
        did = 'reopening';
        await reopen(app);
      } else {
        const { method, input, after } = nextCommand(present(), random, sourceId);
        did = method;
        const steps = (await app.call('history.list', { limit: 1 }))[0]?.id;
        if (after === undefined) {
          did = `${method} refused`;
          await app.refused(method, input);
        } else {
          const next = after(idOf(await app.call(method, input as never)));
          // What changes nothing is no step, and gives up nothing.
          if ((await app.call('history.list', { limit: 1 }))[0]?.id !== steps) {
            past.done.push(next);
            past.undone.length = 0;
          }
        }
      }
      counts[did] = (counts[did] ?? 0) + 1;
      expect(await seen(app), `sequence ${sequence}, turn ${turn}: ${did}`).toEqual(expected(present(), sourceId));
    }
    expect(await app.call('notebook.check', {})).toMatchObject({ ok: true, defects: [] });
    await app.close();
  }
  say(`${SEQUENCES} × ${COMMANDS} commands: ${JSON.stringify(counts)}`);
});
