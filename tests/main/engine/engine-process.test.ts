import { beforeEach, expect, test } from 'vitest';
import type { Event } from '../../../main/contract/index.ts';
import { type EngineChild, EngineProcess } from '../../../main/engine/index.ts';

const STATUS = { open: true, name: 'war', path: '/n/war.lectern' };
const CLOSED = { open: false, name: '', path: '' };

/** What a process does with a call. */
type Play = (child: Child, call: number, method: string) => void;

/** A process at the far end of the port, played by the test. */
class Child implements EngineChild {
  readonly received: { readonly call: number; readonly method: string; readonly input: unknown }[] = [];
  readonly pid = 1;
  killed = false;
  #listener: (message: unknown) => void = () => {};
  #onClose: () => void = () => {};
  readonly #play: Play;

  constructor(play: Play) {
    this.#play = play;
  }

  post(message: unknown): void {
    const request = message as Child['received'][number];
    this.received.push(request);
    if ('call' in request) this.#play(this, request.call, request.method);
  }
  say(message: unknown): void {
    queueMicrotask(() => this.#listener(message));
  }
  onMessage(listener: (message: unknown) => void): void {
    this.#listener = listener;
  }
  onClose(listener: () => void): void {
    this.#onClose = listener;
  }
  close(): void {}
  /** Does not end at once, as no process does. */
  kill(): void {
    this.killed = true;
  }
  die(): void {
    this.#onClose();
  }
}

let children: Child[] = [];
let waits: number[] = [];
/** Whether limits of time are never reached. */
let patient = false;
let now = 0;

/** An engine whose n-th process plays the n-th part; the last one plays on. */
function start(...parts: Play[]) {
  const events: Event[] = [];
  const engine = new EngineProcess({
    spawn: () => {
      const play = parts[Math.min(children.length, parts.length - 1)] ?? answers;
      const child = new Child(play);
      children.push(child);
      return child;
    },
    clock: () => now,
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return patient ? new Promise(() => {}) : Promise.resolve();
    },
    log: { error: () => {} },
  });
  engine.subscribe((event) => events.push(event));
  return { engine, events };
}

/** Answers everything, as a process with the notebook would. */
const answers: Play = (child, call, method) => {
  if (method === 'notebook.open') child.say({ event: 'notebook', data: STATUS });
  child.say({ call, output: method === 'notebook.open' ? STATUS : method === 'notebook.status' ? CLOSED : method });
};
/** Takes the call and says nothing. */
const silent: Play = () => {};
const dies: Play = (child) => queueMicrotask(() => child.die());

const settled = () => new Promise((resolve) => setImmediate(resolve));
const states = (events: readonly Event[]) =>
  events.map((event) => (event.event === 'engine' ? event.data.state : event.event));

beforeEach(() => {
  children = [];
  waits = [];
  patient = false;
  now = 0;
});

test('answers and progress come back', async () => {
  const progress: unknown[] = [];
  const { engine } = start((child, call, method) => {
    child.say({ call, progress: { done: 1, total: 2, item: 'a.txt' } });
    child.say({ call, output: method });
  });
  const answer = await engine.handle('sources.list', {}, { onProgress: (step) => progress.push(step) });
  expect(answer).toEqual({ output: 'sources.list' });
  expect(progress).toEqual([{ done: 1, total: 2, item: 'a.txt' }]);
});

test('a call is cancelled at the process while it runs there', async () => {
  const { engine } = start(silent);
  const cancelling = new AbortController();
  void engine.handle('sources.import', {}, { signal: cancelling.signal });
  await settled();
  cancelling.abort();
  expect(children[0]?.received.at(-1)).toEqual({ cancel: 1 });
});

test('a death answers what was under way, tells everybody, and the same notebook is opened again', async () => {
  const { engine, events } = start((child, call, method) => {
    if (method !== 'sources.list') answers(child, call, method);
  }, answers);
  await engine.handle('notebook.open', { path: STATUS.path });
  const underWay = engine.handle('sources.list', {});
  await settled();
  children[0]?.die();
  expect(await underWay).toMatchObject({ failure: { code: 'engine-lost' } });
  await settled();
  expect(states(events)).toEqual(['notebook', 'lost', 'back']);
  expect(events.at(-1)).toMatchObject({ data: { notebook: STATUS } });
  expect(children[1]?.received[0]).toMatchObject({ method: 'notebook.open', input: { path: STATUS.path } });
  expect(await engine.handle('tags.list', {})).toEqual({ output: 'tags.list' });
});

test('a call made while another process is started waits for it', async () => {
  const { engine } = start(silent, answers);
  children[0]?.die();
  expect(await engine.handle('tags.list', {})).toEqual({ output: 'tags.list' });
  expect(children).toHaveLength(2);
});

test('without a notebook before there is none afterwards', async () => {
  const { events } = start(answers);
  children[0]?.die();
  await settled();
  expect(events.at(-1)).toEqual({ event: 'engine', data: { state: 'back', notebook: CLOSED } });
});

test('a process that dies again and again is given up, with longer and longer pauses, until a notebook is opened', async () => {
  const { engine, events } = start(answers, dies, dies, dies, dies, dies, answers);
  await engine.handle('notebook.open', { path: STATUS.path });
  children[0]?.die();
  await settled();
  await settled();
  expect(states(events)).toEqual(['notebook', 'lost', 'failed']);
  expect(waits).toEqual([50, 150, 450, 1350, 4050]);
  expect(await engine.handle('tags.list', {})).toMatchObject({ failure: { code: 'engine-lost' } });
  expect(await engine.handle('notebook.open', { path: STATUS.path })).toEqual({ output: STATUS });
});

test('deaths long apart are not counted together', async () => {
  const { events } = start(answers);
  for (let death = 0; death < 12; death++) {
    children.at(-1)?.die();
    await settled();
    now += 60_000;
  }
  expect(states(events).filter((state) => state === 'failed')).toEqual([]);
  expect(new Set(waits)).toEqual(new Set([50]));
});

test('closing lets the process close its notebook and then ends it', async () => {
  const { engine, events } = start(answers);
  await engine.close();
  expect(children[0]?.received.at(-1)).toMatchObject({ method: 'notebook.close' });
  expect(children[0]?.killed).toBe(true);
  children[0]?.die();
  await settled();
  expect(children).toHaveLength(1);
  expect(events).toEqual([]);
});

test('closing does not wait for ever', async () => {
  const { engine } = start(silent);
  await engine.close();
  expect(children[0]?.killed).toBe(true);
  expect(waits).toEqual([5_000, 5_000]);
});

test('closing is over when the process is, and for whoever asks a second time too', async () => {
  const { engine } = start(answers);
  patient = true;
  let over = 0;
  const closing = [engine.close(), engine.close()].map((each) => each.then(() => over++));
  await settled();
  expect(children[0]?.killed).toBe(true);
  expect(over).toBe(0);
  children[0]?.die();
  await Promise.all(closing);
  expect(children[0]?.received.filter((each) => each.method === 'notebook.close')).toHaveLength(1);
});
