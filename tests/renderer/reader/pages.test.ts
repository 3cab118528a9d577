import { expect, test } from 'vitest';
import { CallFailed, type Channel, type Mention } from '../../../main/contract/index.ts';
import { createPages } from '../../../renderer/reader/pages.ts';
import { createRows } from '../../../renderer/reader/rows.ts';

const LINK: Mention = {
  id: 'm',
  sourceId: 's',
  start: 0,
  end: 4,
  entityId: 'e',
  entityName: 'Elva',
  entityType: 'place',
  quote: 'Elva',
  before: '',
  after: '',
  locator: '¶ 1',
  sourceTitle: 'text',
  createdAt: '',
};

test('what is heard of while a page is on its way is not lost: the page is asked for once more', async () => {
  const answers: ((mentions: readonly Mention[]) => void)[] = [];
  const call = () =>
    new Promise((done) => {
      const blocks = [{ number: 1, kind: 'paragraph', level: 0, start: 0, text: 'Elva rant.' }];
      answers.push((mentions) => done({ blocks, textMarks: [], highlights: [], mentions }));
    });
  const channel = { call, subscribe: () => () => undefined } as unknown as Channel;
  const pages = createPages({
    channel,
    source: { id: 's', title: 'text' },
    rows: createRows([10]),
    hides: () => false,
    onText: () => undefined,
    onMarks: () => undefined,
    onFailure: (error) => expect.unreachable(String(error)),
  });
  pages.want([{ first: 0, last: 0 }]);
  answers[0]?.([]);
  await expect.poll(() => pages.block(0)?.text).toBe('Elva rant.');
  pages.hear([{ noun: 'entity', id: 'e', deed: 'created' }]);
  pages.hear([{ noun: 'mention', id: 'm', deed: 'created', sourceId: 's' }]);
  expect(answers).toHaveLength(2);
  // It was asked for before the link was made.
  answers[1]?.([]);
  await expect.poll(() => answers.length).toBe(3);
  answers[2]?.([LINK]);
  await expect.poll(() => pages.mentionsOn(0)).toEqual([LINK]);
  expect(answers).toHaveLength(3);
  pages.close();
});

test('what may be wanted next is fetched after what is wanted, and what was named before it is forgotten', async () => {
  const asked: { readonly from: number; readonly answer: () => void }[] = [];
  const call = (_method: string, { from }: { from: number }) =>
    new Promise((done) => {
      const blocks = [{ number: from, kind: 'paragraph', level: 0, start: (from - 1) * 11, text: 'Elva rant.' }];
      asked.push({ from, answer: () => done({ blocks, highlights: [], mentions: [] }) });
    });
  const channel = { call, subscribe: () => () => undefined } as unknown as Channel;
  const pages = createPages({
    channel,
    source: { id: 's', title: 'text' },
    rows: createRows(Array.from({ length: 1_000 }, () => 10)),
    hides: () => false,
    onText: () => undefined,
    onMarks: () => undefined,
    onFailure: (error) => expect.unreachable(String(error)),
  });
  pages.want([{ first: 0, last: 70 }]);
  pages.prepare({ first: 500, last: 500 });
  pages.prepare({ first: 800, last: 800 });
  expect(asked.map(({ from }) => from)).toEqual([1, 33]);
  asked[0]?.answer();
  await expect.poll(() => asked.map(({ from }) => from)).toEqual([1, 33, 65]);
  asked[1]?.answer();
  await expect.poll(() => asked.map(({ from }) => from)).toEqual([1, 33, 65, 801]);
  asked[2]?.answer();
  asked[3]?.answer();
  await expect.poll(() => pages.block(800)?.text).toBe('Elva rant.');
  expect(asked).toHaveLength(4);
  pages.close();
});

test('a highlight that is gone again before it could be asked for is no failure; one that could not be fetched is', async () => {
  const told: unknown[] = [];
  let asked = 0;
  const channel = (code: 'not-found' | 'internal') => ({
    call: () => {
      asked++;
      return Promise.reject(new CallFailed({ code, message: '' }));
    },
    subscribe: () => () => undefined,
  });
  for (const code of ['not-found', 'internal'] as const) {
    const pages = createPages({
      channel: channel(code) as unknown as Channel,
      source: { id: 's', title: 'text' },
      rows: createRows([10]),
      hides: () => false,
      onText: () => undefined,
      onMarks: () => undefined,
      onFailure: (error) => told.push(error),
    });
    pages.hear([{ noun: 'highlight', id: code, deed: 'created', sourceId: 's' }]);
  }
  expect(asked).toBe(2);
  await expect.poll(() => told).toEqual([new CallFailed({ code: 'internal', message: '' })]);
});

test('what may be wanted next is kept beside all that is wanted until it may not, and is not asked for over and over', async () => {
  const asked: number[] = [];
  const call = (_method: string, { from }: { from: number }) => {
    asked.push(from);
    const blocks = [{ number: from, kind: 'paragraph', level: 0, start: (from - 1) * 11, text: 'Elva rant.' }];
    // Who asks for ever is not answered for ever.
    return asked.length > 50 ? new Promise(() => undefined) : Promise.resolve({ blocks, highlights: [], mentions: [] });
  };
  const channel = { call, subscribe: () => () => undefined } as unknown as Channel;
  const pages = createPages({
    channel,
    source: { id: 's', title: 'text' },
    rows: createRows(Array.from({ length: 1_000 }, () => 10)),
    hides: () => false,
    onText: () => undefined,
    onMarks: () => undefined,
    onFailure: (error) => expect.unreachable(String(error)),
  });
  pages.want([{ first: 0, last: 32 * 10 - 1 }]);
  pages.prepare({ first: 800, last: 832 });
  await expect.poll(() => pages.block(800)?.text).toBe('Elva rant.');
  await expect.poll(() => pages.block(832)?.text).toBe('Elva rant.');
  expect(asked).toHaveLength(12);
  pages.prepare(null);
  expect(pages.block(800)).toBeUndefined();
  expect(pages.block(0)?.text).toBe('Elva rant.');
  expect(asked).toHaveLength(12);
  pages.close();
});
