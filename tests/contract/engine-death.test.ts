import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { CallFailed, type Events } from '../../main/contract/index.ts';
import { DOORS, type Door } from './doors.ts';

vi.mock('electron', () => import('../main/electron/double.ts'));

let door: Door;
afterEach(() => door.close());

describe.each(DOORS.slice(1))('through %s', (_name, open) => {
  test('an engine killed at work loses nothing it had acknowledged, and is back by itself', async () => {
    door = await open();
    const { line, folder } = door;
    const path = join(folder, 'death.lectern');
    await line.call('notebook.create', { path });
    const { id: sourceId } = await line.call('sources.create', { title: 'Text', text: 'word '.repeat(2_000) });
    const states: Events['engine'][] = [];
    const back = Promise.withResolvers<void>();
    line.subscribe('engine', (event) => {
      states.push(event);
      if (event.state === 'back') back.resolve();
    });

    // Deeds are done one after another, until the engine is killed in the middle of one.
    const acknowledged: string[] = [];
    let failure: unknown;
    for (let at = 0; failure === undefined; at++) {
      const deed = line.call('highlights.create', { sourceId, start: at * 5, end: at * 5 + 4 });
      if (at === 20) process.kill(door.pid() ?? 0, 'SIGKILL');
      await deed.then(({ id }) => acknowledged.push(id)).catch((error: unknown) => (failure = error));
    }
    expect(failure).toBeInstanceOf(CallFailed);
    expect(failure).toMatchObject({ failure: { code: 'engine-lost' } });
    expect(acknowledged.length).toBeGreaterThanOrEqual(20);

    // Nothing is done by the window: the next call simply waits until the notebook is open again.
    const found = await line.call('highlights.list', {});
    const ids = found.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(acknowledged));
    expect(ids.length - acknowledged.length).toBeLessThanOrEqual(1);

    await back.promise;
    expect(states.map(({ state }) => state)).toEqual(['lost', 'back']);
    expect(states[1]?.notebook).toMatchObject({ open: true, path });
    expect(await line.call('notebook.check', {})).toMatchObject({ ok: true });
    expect(await line.call('history.undo', {})).toMatchObject({ deed: 'create-highlight' });
  });
});
