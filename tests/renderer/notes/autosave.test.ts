import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Failure, LecternError } from '../../../main/contract/index.ts';
import { type Autosave, createAutosave, type SaveStatus } from '../../../renderer/notes/session/autosave.ts';

/** A notebook with one text, and a clock that is turned by hand. */
function desk() {
  let text = 'on disk';
  let onDisk = text;
  let revision = 1;
  let timer: (() => void) | null = null;
  let landing: (() => void) | null = null;
  let refusal: LecternError | null = null;
  let inFlight = 0;
  let mostInFlight = 0;
  const heard: SaveStatus['kind'][] = [];
  const autosave: Autosave = createAutosave<string>(revision, {
    read: () => text,
    save: (draft, from) =>
      new Promise((resolve, reject) => {
        mostInFlight = Math.max(mostInFlight, ++inFlight);
        const failure = refusal ?? (from === revision ? null : new LecternError('conflict', 'Saved elsewhere.'));
        landing = () => {
          landing = null;
          inFlight--;
          if (failure) return reject(failure);
          onDisk = draft;
          resolve(++revision);
        };
      }),
    failureOf: (error): Failure =>
      error instanceof LecternError ? error.toFailure() : { code: 'internal', message: '' },
    tell: (status) => heard.push(status.kind),
    later: (run) => {
      timer = run;
      return () => {
        if (timer === run) timer = null;
      };
    },
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    autosave,
    heard,
    type(more: string) {
      text = more;
      autosave.touch();
    },
    async quiet() {
      const run = timer;
      timer = null;
      run?.();
      await settle();
    },
    async land() {
      await settle();
      landing?.();
      await settle();
    },
    refuse(error: LecternError | null) {
      refusal = error;
    },
    elsewhere(words: string) {
      onDisk = words;
      revision++;
    },
    onDisk: () => onDisk,
    text: () => text,
    revision: () => revision,
    mostInFlight: () => mostInFlight,
    isWaiting: () => timer !== null,
  };
}

describe('autosave', () => {
  test('nothing is ever saved before the researcher changed something', async () => {
    const it = desk();
    expect(await it.autosave.flush()).toBe(true);
    await it.quiet();
    expect(it.mostInFlight()).toBe(0);
  });

  test('waits for a pause, saves, and says so', async () => {
    const it = desk();
    it.type('a');
    it.type('ab');
    expect(it.mostInFlight()).toBe(0);
    await it.quiet();
    await it.land();
    expect(it.onDisk()).toBe('ab');
    expect(it.heard).toEqual(['waiting', 'saving', 'saved']);
  });

  test('what is typed during a save is saved after it, never beside it', async () => {
    const it = desk();
    it.type('a');
    await it.quiet();
    it.type('ab');
    await it.land();
    expect(it.onDisk()).toBe('a');
    expect(it.autosave.status().kind).toBe('waiting');
    await it.quiet();
    await it.land();
    expect(it.onDisk()).toBe('ab');
    expect(it.mostInFlight()).toBe(1);
  });

  test('a lost engine keeps the text, and it is saved when asked again', async () => {
    const it = desk();
    it.refuse(new LecternError('engine-lost', 'The engine is gone.'));
    it.type('a');
    await it.quiet();
    await it.land();
    expect(it.autosave.status()).toMatchObject({ kind: 'failed', failure: { code: 'engine-lost' } });
    it.refuse(null);
    const flushed = it.autosave.flush();
    await it.land();
    expect(await flushed).toBe(true);
    expect(it.onDisk()).toBe('a');
  });

  test('typing on after a failure tries again', async () => {
    const it = desk();
    it.refuse(new LecternError('disk-full', 'The disk is full.'));
    it.type('a');
    await it.quiet();
    await it.land();
    it.refuse(null);
    it.type('ab');
    await it.quiet();
    await it.land();
    expect(it.onDisk()).toBe('ab');
  });

  test('a save from elsewhere is not overwritten until the researcher has chosen', async () => {
    const it = desk();
    it.elsewhere('theirs');
    it.type('mine');
    await it.quiet();
    await it.land();
    expect(it.autosave.status().kind).toBe('conflict');
    it.type('mine too');
    await it.quiet();
    expect(await it.autosave.flush()).toBe(false);
    expect(it.onDisk()).toBe('theirs');
    it.autosave.restart(it.revision());
    expect(it.autosave.status().kind).toBe('saved');
    expect(it.isWaiting()).toBe(false);
  });

  test('a closed text is never saved again, whatever was typed or is asked', async () => {
    const it = desk();
    it.type('a');
    it.autosave.close();
    expect(it.isWaiting()).toBe(false);
    it.type('ab');
    expect(it.isWaiting()).toBe(false);
    expect(await it.autosave.flush()).toBe(false);
    expect(it.mostInFlight()).toBe(0);
    expect(it.onDisk()).toBe('on disk');
  });

  test('a save that lands after the text was closed says nothing and starts nothing', async () => {
    const it = desk();
    it.type('a');
    await it.quiet();
    it.type('ab');
    const flushed = it.autosave.flush();
    it.autosave.close();
    await it.land();
    expect(await flushed).toBe(false);
    expect(it.heard).toEqual(['waiting', 'saving']);
    expect(it.isWaiting()).toBe(false);
    expect(it.mostInFlight()).toBe(1);
  });

  test('whatever happens in whatever order, a last flush leaves the last words on disk, one save at a time', async () => {
    const act = fc.constantFrom('type', 'quiet', 'land', 'fail', 'mend', 'flush');
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
        const it = desk();
        let typed = 0;
        for (const each of acts) {
          if (each === 'type') it.type(`text ${++typed}`);
          if (each === 'quiet') await it.quiet();
          if (each === 'land') await it.land();
          if (each === 'fail') it.refuse(new LecternError('cannot-write', 'No.'));
          if (each === 'mend') it.refuse(null);
          if (each === 'flush') void it.autosave.flush();
        }
        it.refuse(null);
        for (let round = 0; round < 4; round++) {
          const flushed = it.autosave.flush();
          await it.land();
          await it.land();
          await flushed;
        }
        expect(it.onDisk()).toBe(it.text());
        expect(it.autosave.status().kind).toBe('saved');
        expect(it.mostInFlight()).toBeLessThanOrEqual(1);
      }),
    );
  });
});
