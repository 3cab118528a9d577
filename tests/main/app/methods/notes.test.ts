import { expect, test } from 'vitest';
import { paragraph, startApp } from '../desk.ts';
import { expectAllCalled } from './called.ts';

const TEXT = 'Ада Лавлейс wrote to Charles Babbage.\n\nBabbage’s engine was never built 🜚 in his life.\n';

test('notes: Markdown and documents, revisions, references', async () => {
  const { call, importText, refused } = await startApp();
  const { id: sourceId } = await importText(TEXT);
  const highlight = await call('highlights.create', { sourceId, start: 0, end: 11 });
  const entity = await call('entities.create', { type: 'person', name: 'Ada' });
  const note = await call('notes.create', {
    title: 'On letters',
    markdown: `# Letters\n\n[x](lectern:highlight/${highlight.id})\n\nBy [@A](lectern:entity/${entity.id}).\n`,
    attachedTo: { kind: 'source', id: sourceId },
  });
  expect(note).toMatchObject({ quotations: 1, revision: 1, text: 'Letters\nАда Лавлейс\nBy Ada.' });
  expect((await call('notes.update', { id: note.id, markdown: note.markdown })).document).toEqual(note.document);
  expect(await refused('notes.update', { id: note.id, title: 'x', revision: 1 })).toMatchObject({ code: 'conflict' });
  const saved = await call('notes.update', {
    id: note.id,
    document: paragraph({ type: 'text', text: 'Short.' }),
    revision: 2,
  });
  expect(saved).toMatchObject({ text: 'Short.', words: 1, quotations: 0, revision: 3, title: 'On letters' });
  expect(await refused('notes.update', { id: note.id, document: { type: 'doc' } })).toMatchObject({
    code: 'bad-input',
  });
  expect(await refused('notes.create', { title: 'x', attachedTo: { kind: 'tag', id: 'none' } })).toMatchObject({
    code: 'not-found',
  });
  // The saves of one sitting are one step: undoing it gives what the note was made with.
  expect(await call('history.undo', {})).toMatchObject({ deed: 'edit-note' });
  // It comes back as its next revision, and what was undone is kept as an earlier text.
  const back = await call('notes.get', { id: note.id });
  expect(back).toEqual({ ...note, revision: back.revision });
  const [kept] = await call('notes.revisions', { id: note.id });
  expect(kept).toMatchObject({ reason: 'undo' });
  const revision = { id: note.id, revision: kept?.revision ?? 0 };
  const { text } = await call('notes.revision', revision);
  expect(await call('notes.restore', revision)).toMatchObject({ text });
  expect(await call('history.undo', {})).toMatchObject({ deed: 'restore-revision' });
  expect(await call('notes.get', { id: note.id })).toMatchObject({ text: back.text });
  for (const reference of [
    { kind: 'highlight', id: highlight.id },
    { kind: 'entity', id: entity.id },
    { kind: 'source', id: sourceId },
  ] as const) {
    expect(await call('notes.backlinks', { reference })).toMatchObject([{ kind: 'note', id: note.id }]);
  }
  expect(await call('notes.list', { attachedTo: { kind: 'source', id: sourceId } })).toHaveLength(1);
  expect(await call('notes.fromMarkdown', { markdown: `[@?](lectern:entity/${entity.id})` })).toMatchObject({
    content: [{ content: [{ type: 'entity_mention', attrs: { name: entity.name } }] }],
  });
  const typed = await call('notes.save', {
    id: note.id,
    title: 'T',
    document: paragraph(),
    revision: back.revision + 2,
  });
  expect(typed).toEqual({ ...typed, title: 'T', words: 0, revision: back.revision + 3 });
  expect(typed).not.toHaveProperty('document');
  expect(await refused('notes.save', { id: note.id, title: '', document: paragraph(), revision: 1 })).toMatchObject({
    code: 'conflict',
  });
  const part = await call('notes.create', { title: 'Part', markdown: 'More.' });
  expect((await call('notes.merge', { id: part.id, intoId: note.id })).text).toContain('More.');
  await call('notes.remove', { id: note.id });
  expect(await call('notes.list', {})).toEqual([]);
});

expectAllCalled('notes');
