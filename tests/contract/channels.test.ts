import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CallFailed, type Channel, type Input, type MethodName } from '../../main/contract/index.ts';
import { DOORS, type Door } from './doors.ts';

vi.mock('electron', () => import('../main/electron/double.ts'));

const TEXT = '# Krig\nFørst talte იოსებ სტალინი 𝔘 om Tiflis.\n\nSå kom «Иосиф» til Baku.\n';

/** What each door said to the same requests, with ids, times and folders made the same. */
const transcripts = new Map<string, unknown>();

describe.each(DOORS)('through %s', (name, open) => {
  let door: Door;
  beforeAll(async () => {
    door = await open();
  });
  afterAll(() => door.close());

  test('one story of work is told the same', async () => {
    const transcript = await tell(door);
    transcripts.set(name, transcript);
    expect(transcript).toEqual(transcripts.get(DOORS[0]?.[0] ?? ''));
    expect(transcript.filter(([, answer]) => 'failure' in answer).map(([method]) => method)).toEqual([
      'sources.list',
      'no.such',
      'constructor',
      'highlights.create',
      'highlights.create',
      'sources.import',
      'highlights.get',
    ]);
  });

  test('a deed is heard of after it is done, with what undo would take back', async () => {
    const heard = Promise.withResolvers<unknown>();
    const unsubscribe = door.line.subscribe('changed', heard.resolve);
    const { id } = await door.line.call('tags.create', { name: 'heard' });
    expect(await heard.promise).toMatchObject({
      changes: [{ noun: 'tag', id, deed: 'created' }],
      undo: { deed: 'create-tag', subject: 'heard' },
      redo: null,
    });
    unsubscribe();
  });

  test('a call that is cancelled says so and changes nothing', async () => {
    const before = await door.line.call('sources.list', {});
    const bytes = new TextEncoder().encode('A line of its own.\n'.repeat(200_000));
    const files = [{ upload: await door.upload('long.txt', bytes), name: 'long.txt' }];
    const report = await door.line.call('sources.import', { files }, { signal: AbortSignal.abort() });
    expect(report.files).toMatchObject([{ outcome: 'cancelled' }]);
    expect(await door.line.call('sources.list', {})).toEqual(before);
  });

  test('an import says how far it has come', async () => {
    const steps: number[] = [];
    const files = [
      { upload: await door.upload('steps.txt', new TextEncoder().encode('Steg for steg.')), name: 'steps.txt' },
    ];
    await door.line.call('sources.import', { files }, { onProgress: ({ done }) => steps.push(done) });
    expect(steps.length).toBeGreaterThan(0);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  });

  test('an export comes out of the download door once', async () => {
    const [source] = await door.line.call('sources.list', {});
    const { download, size } = await door.line.call('exports.create', {
      kind: 'source',
      id: source?.id ?? '',
      format: 'markdown',
    });
    const bytes = await door.download(download);
    expect(bytes).toHaveLength(size);
    expect(new TextDecoder().decode(bytes)).toContain('იოსებ სტალინი 𝔘');
  });

  test('many calls at once are each answered with their own', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `many ${at}`);
    const tags = await Promise.all(names.map((each) => door.line.call('tags.create', { name: each })));
    expect(tags.map((tag) => tag.name)).toEqual(names);
  });
});

type Answer = { readonly output: unknown } | { readonly failure: { readonly code: string } };

/** Does a small piece of everything and writes down the answers. */
async function tell(door: Door): Promise<[method: string, answer: Answer][]> {
  const transcript: [string, Answer][] = [];
  const same = sameAgain(door.folder);
  const ask = async (method: string, input: unknown): Promise<Record<string, string>> => {
    const answer = await answerOf(door.line, method, input);
    transcript.push([method, same(answer)]);
    return 'output' in answer ? (answer.output as Record<string, string>) : {};
  };

  await ask('notebook.status', {});
  await ask('sources.list', {});
  await ask('no.such', {});
  await ask('constructor', {});
  await ask('notebook.create', { path: join(door.folder, 'story.lectern') });
  const upload = await door.upload('Krig.txt', new TextEncoder().encode(TEXT));
  await ask('sources.import', { files: [{ upload, name: 'Krig.txt' }] });
  const [source] = await door.line.call('sources.list', {});
  const sourceId = source?.id ?? '';
  await ask('sources.text', { id: sourceId });
  const highlight = await ask('highlights.create', {
    sourceId,
    start: 19,
    end: 32,
    tags: ['person'],
    comment: 'Hvem?',
  });
  await ask('highlights.create', { sourceId, start: 5, end: 5_000 });
  await ask('highlights.create', { sourceId, start: '5', end: 9 });
  await ask('sources.import', { files: [] });
  const entity = await ask('entities.create', { type: 'person', name: 'Stalin', aliases: ['იოსებ სტალინი', 'Иосиф'] });
  await ask('mentions.find', { entityId: entity['id'] });
  const note = await ask('notes.create', { title: 'Om krigen', markdown: 'Et **ord**.' });
  const outline = await ask('outlines.create', { title: 'Bok' });
  await ask('outlines.add', { outlineId: outline['id'], kind: 'quotation', refId: highlight['id'] });
  await ask('outlines.add', { outlineId: outline['id'], kind: 'note', refId: note['id'] });
  await ask('outlines.get', { id: outline['id'] });
  await ask('search.query', { query: 'tiflis' });
  await ask('highlights.remove', { id: highlight['id'] });
  await ask('history.undo', {});
  await ask('highlights.get', { id: highlight['id'] });
  await ask('highlights.get', { id: 'nobody' });
  await ask('notebook.check', {});
  await ask('notebook.close', {});
  await ask('notebook.open', { path: join(door.folder, 'story.lectern') });
  await ask('tags.list', {});
  await ask('preferences.set', { theme: 'dark' });
  await ask('preferences.get', {});
  return transcript;
}

async function answerOf(channel: Channel, method: string, input: unknown): Promise<Answer> {
  try {
    return { output: await channel.call(method as MethodName, input as Input<MethodName>) };
  } catch (error) {
    if (error instanceof CallFailed) return { failure: error.failure };
    throw error;
  }
}

/** Replaces what differs between two runs of the same story: ids by their order, times and folders by a word. */
function sameAgain(folder: string): (answer: Answer) => Answer {
  const ids = new Map<string, string>();
  const replace = (text: string) =>
    text
      .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
        const known = ids.get(id) ?? `id ${ids.size + 1}`;
        ids.set(id, known);
        return known;
      })
      .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'time')
      .replaceAll(/"size":\d+/g, '"size":0')
      .replaceAll(folder, 'folder');
  return (answer) => JSON.parse(replace(JSON.stringify(answer)));
}
