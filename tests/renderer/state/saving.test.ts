import { beforeEach, describe, expect, test } from 'vitest';
import { CallFailed, type Channel, type FailureCode } from '../../../main/contract/index.ts';
import { failureSentence } from '../../../renderer/messages/index.ts';
import { doDeed, failureOf, holdUnsaved, isAllSaved, retryUnsaved, saving } from '../../../renderer/state/index.ts';

/** A host that refuses with the codes given, one after the other, and then does what it is asked. */
function host(...refusals: FailureCode[]) {
  const done: string[] = [];
  const client = {
    async call(method: string) {
      const code = refusals.shift();
      if (code) throw new CallFailed({ code, message: 'No.' });
      done.push(method);
      return {};
    },
  } as unknown as Channel;
  return { client, done };
}

const refusal = (deed: Promise<unknown>) => deed.then(() => null, failureOf);

beforeEach(() => saving.set({ pending: 0, unsaved: [] }));

describe('a deed that failed', () => {
  test.each(['disk-full', 'cannot-write', 'notebook-moved'] as const)(
    'for %s is offered again, whatever it was',
    async (code) => {
      const it = host(code);
      await refusal(doDeed(it.client, 'tags.create', { name: 'weather' }));
      expect(saving.get().unsaved).toHaveLength(1);
      expect(await retryUnsaved()).toEqual([]);
      expect(it.done).toEqual(['tags.create']);
      expect(isAllSaved()).toBe(true);
    },
  );

  test('on the way is offered again where doing it twice is doing it once', async () => {
    const it = host('engine-lost');
    await refusal(doDeed(it.client, 'tags.update', { id: 't1', name: 'weather' }));
    expect(saving.get().unsaved).toHaveLength(1);
  });

  test('on the way is not offered again where it would be done twice, and says so', async () => {
    const it = host('engine-lost', 'engine-lost', 'engine-lost');
    const failures = [
      await refusal(doDeed(it.client, 'tags.create', { name: 'weather' })),
      await refusal(doDeed(it.client, 'history.undo', {})),
      await refusal(doDeed(it.client, 'history.redo', {})),
    ];
    expect(saving.get().unsaved).toEqual([]);
    for (const failure of failures) {
      expect(failure && failureSentence(failure)).toBe(
        'It is not certain that this was saved. Look before you repeat it.',
      );
    }
  });

  test('for good when it is done again is answered, not passed over', async () => {
    const it = host('disk-full', 'engine-lost');
    await refusal(doDeed(it.client, 'tags.create', { name: 'weather' }));
    expect(await retryUnsaved()).toMatchObject([{ code: 'engine-lost' }]);
    expect(saving.get().unsaved).toEqual([]);
  });
});

test('what is typed counts as unsaved until it is let go, once', () => {
  const release = holdUnsaved();
  expect(isAllSaved()).toBe(false);
  release();
  release();
  expect(saving.get().pending).toBe(0);
  expect(isAllSaved()).toBe(true);
});
