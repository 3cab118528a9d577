import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Client, Host } from '../../../renderer/client/index.ts';
import { type FrameLink, linkFrame } from '../../../renderer/facsimile/link.ts';

const bytes = new ArrayBuffer(8);
let window: EventTarget;
let contentWindow: { postMessage: ReturnType<typeof vi.fn> };
let told: unknown[];
let failures: unknown[];
let link: FrameLink;

beforeEach(() => {
  window = new EventTarget();
  vi.stubGlobal('window', window);
  contentWindow = { postMessage: vi.fn() };
  told = [];
  failures = [];
});
afterEach(() => vi.unstubAllGlobals());

function open(fetchBytes: Host['fetchBytes'] = async () => bytes): void {
  link = linkFrame({
    client: { call: async () => ({ download: 'id' }) } as unknown as Client,
    host: { fetchBytes } as Host,
    sourceId: 's',
    frame: { contentWindow } as unknown as HTMLIFrameElement,
    onTold: (message) => told.push(message),
    onFailure: (error) => failures.push(error),
  });
}

function say(data: unknown, source: unknown = contentWindow): void {
  window.dispatchEvent(Object.assign(new Event('message'), { data, source }));
}

const asked = () => contentWindow.postMessage.mock.calls.map(([message]) => message.ask);

test('the frame gets the file once, when it is there, and what was asked before', async () => {
  open();
  link.show({ number: 2 }, 1);
  expect(asked()).toEqual([]);
  say({ told: 'ready' });
  await vi.waitFor(() => expect(asked()).toEqual(['show', 'open']));
  expect(contentWindow.postMessage.mock.calls[1]).toEqual([{ ask: 'open', bytes }, '*', [bytes]]);
  say({ told: 'ready' });
  link.unlock('sesam');
  expect(asked()).toEqual(['show', 'open', 'unlock']);
});

test('nobody else is heard, and of the frame nothing it has no word for', () => {
  open();
  say({ told: 'ready' }, { postMessage: vi.fn() });
  say({ told: 'ready' }, null);
  say({ told: 'opened', pages: 3 }, window);
  say({ told: 'opened', pages: 'many' });
  say('opened');
  expect(told).toEqual([]);
  say({ told: 'opened', pages: 3 });
  expect(told).toEqual([{ told: 'opened', pages: 3 }]);
  expect(asked()).toEqual([]);
});

test('a file that cannot be fetched is told of, unless nobody waits any more', async () => {
  const failed = new Error('gone');
  open(() => Promise.reject(failed));
  say({ told: 'ready' });
  await vi.waitFor(() => expect(failures).toEqual([failed]));
  open(() => Promise.reject(failed));
  say({ told: 'ready' });
  link.close();
  say({ told: 'opened', pages: 3 });
  await new Promise((resolve) => setImmediate(resolve));
  expect(failures).toHaveLength(1);
});
