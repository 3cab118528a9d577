import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Session, withNotebook } from '../../../main/cli/session.ts';
import type { DocumentJson, Entity, Highlight, Note, Outline, Source } from '../../../main/contract/index.ts';
import { test as base, startIn, starting } from './app.ts';

/** Lines of the source of the study; each is one block, and each but the first is highlighted. */
export const LINES = [
  'A short source written for tests.',
  'The three met every Monday in the reading room.',
  'Ås, Ærø and Bergen are named in the same breath; so is თბილისი.',
  'Nobody wrote down who spoke first.',
  'In 1926 the room was given to somebody else.',
] as const;

/** A notebook with something of everything, made before Lectern is started on it. */
export interface Study {
  readonly path: string;
  readonly source: Source;
  /** Of the lines 1, 2, 3 and 4, in that order. */
  readonly highlights: readonly Highlight[];
  readonly person: Entity;
  readonly note: Note;
  readonly outline: Outline;
  /** Asks the notebook directly; only while no Lectern has it open. */
  ask<T>(work: (session: Session) => Promise<T>): Promise<T>;
}

async function fill(session: Session): Promise<Omit<Study, 'path' | 'ask'>> {
  const { call } = session;
  const source = await call('sources.create', { title: 'Reading Room', text: LINES.join('\n') });
  const highlights: Highlight[] = [];
  let start = 0;
  for (const [index, line] of LINES.entries()) {
    const end = start + [...line].length;
    const colour = index % 2 === 0 ? 'green' : 'red';
    const tags = index % 2 === 0 ? ['place'] : ['meeting'];
    if (index > 0) highlights.push(await call('highlights.create', { sourceId: source.id, start, end, colour, tags }));
    start = end + 1;
  }
  const person = await call('entities.create', { type: 'person', name: 'Ada Berg', aliases: ['Ада Берг'] });
  const note = await call('notes.create', { title: 'Who was there', markdown: 'Three people, perhaps four.' });
  const made = await call('outlines.create', { title: 'A talk' });
  const heading = await call('outlines.add', { outlineId: made.id, kind: 'heading', text: 'Beginning' });
  const first = highlights[0]?.id ?? '';
  await call('outlines.add', { outlineId: made.id, parentId: heading.id, kind: 'quotation', refId: first });
  await call('outlines.add', { outlineId: made.id, parentId: heading.id, kind: 'text', text: 'A word of mine' });
  await call('outlines.add', { outlineId: made.id, kind: 'heading', text: 'End' });
  return { source, highlights, person, note, outline: await call('outlines.get', { id: made.id }) };
}

/** A document of one paragraph of plain words and then a quotation of a highlight as it is. */
export function quoting(words: string, highlight: Highlight): DocumentJson {
  const { id, sourceId, quote: text, sourceTitle, locator, colour } = highlight;
  return {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: words }] },
      { type: 'quotation', attrs: { highlightId: id, sourceId, text, sourceTitle, locator, colour, kept: '' } },
      { type: 'paragraph' },
    ],
  };
}

/** What a file of tests wants in the notebook beyond the study; an object, because a bare function would be a fixture. */
export interface Preparation {
  run(session: Session, study: Study): Promise<void>;
}

/** `study`: a filled notebook. `prepare`: what else goes into it. `start`: of a Lectern on it. */
export const test = base.extend<{ prepare: Preparation | null; study: Study }>({
  prepare: [null, { option: true }],
  study: async ({ prepare }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'lectern-study-'));
    process.env['LECTERN_CONFIG_DIR'] = join(folder, 'config');
    const path = join(folder, 'study.lectern');
    const ask = <T>(work: (session: Session) => Promise<T>) => withNotebook(path, work);
    const filled = await withNotebook(path, fill, { create: true });
    const study: Study = { ...filled, path, ask };
    if (prepare) await ask((session) => prepare.run(session, study));
    await use(study);
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ study, shell }, use) => starting(startIn(shell, study.path), use),
});

export { expect, saved } from './app.ts';
