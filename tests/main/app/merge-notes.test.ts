import { expect, test } from 'vitest';
import { startApp } from './desk.ts';

test('two notes become one, with everything that pointed at the other, and one undo parts them', async () => {
  const { call, importText } = await startApp();
  const source = await importText('One line.\n', 'one.txt');
  const note = await call('notes.create', { title: 'This', markdown: 'First.\n' });
  const other = await call('notes.create', {
    title: 'Other',
    markdown: `Second,[^1] see [[This]](lectern:note/${note.id}).\n\n[^1]: A footnote.\n`,
    attachedTo: { kind: 'source', id: source.id },
  });
  const linking = await call('notes.create', { title: 'L', markdown: `See [[Other]](lectern:note/${other.id}).` });
  const below = await call('notes.create', { title: 'B', attachedTo: { kind: 'note', id: other.id } });
  const { id: outlineId } = await call('outlines.create', { title: 'O' });
  const item = await call('outlines.add', { outlineId, kind: 'note', refId: other.id });

  const merged = await call('notes.merge', { id: other.id, intoId: note.id });
  expect(merged.markdown).toBe('First.\n\n## Other\n\nSecond,[^1] see \\[\\[This\\]\\].\n\n[^1]: A footnote.\n');
  expect(merged.attachedTo).toEqual([{ kind: 'source', id: source.id }]);
  const link = (await call('notes.get', { id: linking.id })).document.content?.[0]?.content?.[1];
  expect(link?.attrs).toMatchObject({ noteId: note.id });
  expect((await call('notes.get', { id: below.id })).attachedTo).toEqual([{ kind: 'note', id: note.id }]);
  const { tree } = await call('outlines.get', { id: outlineId });
  expect(tree.find(({ id }) => id === item.id)?.refId).toBe(note.id);
  expect(
    (await call('notes.backlinks', { reference: { kind: 'note', id: note.id } })).map(({ id }) => id).sort(),
  ).toEqual([linking.id, below.id, outlineId].sort());
  expect((await call('trash.list', {})).map(({ id }) => id)).toEqual([other.id]);
  expect((await call('notes.revisions', { id: note.id }))[0]).toMatchObject({ reason: 'merge' });
  expect(await call('notebook.check', {})).toMatchObject({ defects: [] });

  await call('history.undo', {});
  expect((await call('notes.get', { id: note.id })).markdown).toBe('First.\n');
  expect((await call('notes.get', { id: other.id })).text).toContain('Second');
  expect((await call('outlines.get', { id: outlineId })).tree[0]?.refId).toBe(other.id);
  expect(await call('notebook.check', {})).toMatchObject({ defects: [] });
});

test('a note is not merged with itself, nor with one that is not there', async () => {
  const { call, refused } = await startApp();
  const { id } = await call('notes.create', { title: 'This' });
  expect(await refused('notes.merge', { id, intoId: id })).toMatchObject({ code: 'bad-input' });
  expect(await refused('notes.merge', { id: 'none', intoId: id })).toMatchObject({ code: 'not-found' });
  expect((await call('notes.get', { id })).revision).toBe(1);
});

test.each(['the first', 'the second'])(
  'a note does not become attached to itself where %s is attached to the other',
  async (which) => {
    const { call } = await startApp();
    const one = await call('notes.create', { title: 'One' });
    const two = await call('notes.create', { title: 'Two', attachedTo: { kind: 'note', id: one.id } });
    const [id, intoId] = which === 'the first' ? [two.id, one.id] : [one.id, two.id];
    const merged = await call('notes.merge', { id, intoId });
    expect(merged.attachedTo).toEqual([]);
    expect(await call('notes.backlinks', { reference: { kind: 'note', id: intoId } })).toEqual([]);
  },
);
