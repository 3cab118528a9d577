import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  CallFailed,
  type EventName,
  type Failure,
  type Input,
  type Note,
  type NotebookStatus,
} from '../../../main/contract/index.ts';
import { type Client, connection } from '../../../renderer/client/index.ts';
// Fetched when a note is opened; its editor looks at the document as soon as it is there, which these tests replace.
import '../../../renderer/notes/session/note-session.ts';
import { sessionsOf } from '../../../renderer/notes/session/sessions.ts';
import { notebook, saving } from '../../../renderer/state/index.ts';

const LOST: Failure = { code: 'engine-lost', message: 'The line was cut.' };

const status = (path: string): NotebookStatus => ({
  open: true,
  path,
  name: path,
  readOnly: false,
  reason: null,
  recovered: false,
  aside: [],
  place: 'local',
  service: '',
  schemaVersion: 1,
  size: 1,
  lastBackupAt: null,
  backupFailure: null,
  flaws: 0,
});

/** A host that answers for a note of the same id in whatever notebook is open, as a copy of a notebook would. */
function host(path: string) {
  let open = path;
  let failure: Failure | null = null;
  const updates: { path: string; title: string }[] = [];
  const listeners = new Map<string, Set<(data: never) => void>>();
  let landing: (() => void) | null = null;
  let isSlow = false;
  const note = (revision: number, title: string): Note => ({
    id: 'n1',
    title,
    document: { type: 'doc', content: [{ type: 'paragraph' }] },
    text: '',
    markdown: '',
    excerpt: '',
    quotations: 0,
    words: 0,
    revision,
    attachedTo: [],
    tags: [],
    tagIds: [],
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  });
  const answer = async (method: string, input: unknown): Promise<unknown> => {
    if (failure) throw new CallFailed(failure);
    if (method === 'notebook.status') return status(open);
    if (method === 'notes.get') {
      if (isSlow) await new Promise<void>((resolve) => (landing = resolve));
      return note(1, open);
    }
    const { title = '' } = input as Input<'notes.save'>;
    updates.push({ path: open, title });
    return note(2, title);
  };
  const client = {
    call: answer,
    subscribe(event: EventName, listener: (data: never) => void) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
      return () => undefined;
    },
    close: () => undefined,
  } as unknown as Client;
  return {
    client,
    updates,
    tell(event: EventName, data: unknown) {
      for (const listener of listeners.get(event) ?? []) listener(data as never);
    },
    fail: (next: Failure | null) => (failure = next),
    slow: () => (isSlow = true),
    land: () => landing?.(),
    put: (next: string) => (open = next),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('window', new EventTarget());
  notebook.set({ status: status('/a.lectern') });
  connection.set({ line: 'open' });
  saving.set({ pending: 0, unsaved: [] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settle = () => vi.advanceTimersByTimeAsync(2000);

describe('the open notes', () => {
  test('what was typed into a note of one notebook is never written into another', async () => {
    const it = host('/a.lectern');
    const session = await sessionsOf(it.client).open('n1');
    session.setTitle('of a');
    expect(saving.get().pending).toBe(1);
    it.put('/b.lectern');
    it.tell('notebook', status('/b.lectern'));
    await settle();
    expect(it.updates).toEqual([]);
    expect(saving.get().pending).toBe(0);
  });

  test('a failed save of a note is forgotten with its notebook', async () => {
    const it = host('/a.lectern');
    const session = await sessionsOf(it.client).open('n1');
    it.fail(LOST);
    session.setTitle('of a');
    await settle();
    expect(saving.get().unsaved).toHaveLength(1);
    it.fail(null);
    it.tell('notebook', status('/b.lectern'));
    expect(saving.get().unsaved).toEqual([]);
    expect(saving.get().pending).toBe(0);
  });

  test('a note that arrives after its notebook was closed is not opened', async () => {
    const it = host('/a.lectern');
    it.slow();
    const opening = sessionsOf(it.client).open('n1');
    it.tell('notebook', status('/b.lectern'));
    it.land();
    await expect(opening).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  });

  test('a cut line that is back has them saved without a word', async () => {
    const it = host('/a.lectern');
    const session = await sessionsOf(it.client).open('n1');
    connection.set({ line: 'lost' });
    it.fail(LOST);
    session.setTitle('typed meanwhile');
    await settle();
    expect(session.view.get().status.kind).toBe('failed');
    it.fail(null);
    connection.set({ line: 'open' });
    await settle();
    expect(it.updates).toEqual([{ path: '/a.lectern', title: 'typed meanwhile' }]);
    expect(saving.get()).toEqual({ pending: 0, unsaved: [] });
  });

  test('a line that comes back to another notebook has nothing written into that', async () => {
    const it = host('/a.lectern');
    const session = await sessionsOf(it.client).open('n1');
    connection.set({ line: 'lost' });
    it.fail(LOST);
    session.setTitle('of a');
    await settle();
    it.put('/b.lectern');
    it.fail(null);
    connection.set({ line: 'open' });
    await settle();
    expect(it.updates).toEqual([]);
  });

  test('an engine that comes back with another notebook has nothing written into that', async () => {
    const it = host('/a.lectern');
    const session = await sessionsOf(it.client).open('n1');
    it.fail(LOST);
    session.setTitle('of a');
    await settle();
    it.fail(null);
    it.put('/b.lectern');
    it.tell('engine', { state: 'back', notebook: status('/b.lectern') });
    await settle();
    expect(it.updates).toEqual([]);
  });

  test('a notebook that could not be opened at once gets its words when it is opened', async () => {
    const it = host('/a.lectern');
    const session = await sessionsOf(it.client).open('n1');
    it.fail(LOST);
    session.setTitle('kept');
    await settle();
    it.tell('engine', { state: 'back', notebook: { ...status('/a.lectern'), open: false } });
    await settle();
    it.fail(null);
    it.tell('notebook', status('/a.lectern'));
    await settle();
    expect(it.updates).toEqual([{ path: '/a.lectern', title: 'kept' }]);
  });
});
