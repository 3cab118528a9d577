import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  entities,
  highlights,
  type Notebook,
  notes,
  outlineItems,
  outlines,
  relations,
  splitAndJoin,
  tags,
} from '../../../db/index.ts';
import { codePointLength, type DocumentJson, sliceCodePoints } from '../../../db/model/index.ts';
import { addSource, deed, everything, newNotebook } from './shelf.ts';

const LINES = ['Elva 🜚 rant forbi huset.', 'Ingen så den  den kvelden.', 'كتب أحمد الرسالة e\u0301'];
const WHOLE = LINES.join('\n');
const LENGTH = codePointLength(WHOLE);

const passage = fc
  .tuple(fc.nat(LENGTH - 1), fc.nat(LENGTH - 1))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }));

/** Every highlight says the words that stand at its place. */
function holds(notebook: Notebook): void {
  for (const { start, end, quote } of notebook.read(highlights.list)) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(start).toBeLessThan(end);
    expect(end).toBeLessThanOrEqual(LENGTH);
    expect(quote).toBe(sliceCodePoints(WHOLE, start, end));
  }
  expect(notebook.check().defects).toEqual([]);
}

test('whatever is split where, the halves are the passage without the spaces between, and undo brings every row back', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, ...LINES);
  const { id: tagId } = deed(notebook, (c) => tags.create(c, { name: 'water' }));
  fc.assert(
    fc.property(passage, fc.nat(), ({ start, end }, chance) => {
      fc.pre(end - start > 1);
      const said = { sourceId, start, end, colour: 'red' as const, tagIds: [tagId], comment: 'a word' };
      const { id, quote } = deed(notebook, (c) => highlights.create(c, said));
      const at = start + 1 + (chance % (end - start - 1));
      const before = everything(notebook);
      const { first, second } = deed(notebook, (c) => splitAndJoin.split(c, id, at));
      expect(first).toMatchObject({ id, start, colour: 'red', tagIds: [tagId], comment: 'a word' });
      expect(second).toMatchObject({ end, colour: 'red', tagIds: [tagId], comment: '' });
      expect(first.end).toBeLessThanOrEqual(at);
      expect(second.start).toBeGreaterThanOrEqual(at);
      expect(sliceCodePoints(WHOLE, first.end, second.start)).toMatch(/^\s*$/);
      // Only a half that is nothing else keeps its spaces.
      if (first.quote.trim() !== '') expect(first.quote).toBe(first.quote.trimEnd());
      if (second.quote.trim() !== '') expect(second.quote).toBe(second.quote.trimStart());
      holds(notebook);
      const joined = deed(notebook, (c) => splitAndJoin.join(c, id, second.id));
      expect(joined).toMatchObject({ id, start, end, quote, colour: 'red', tagIds: [tagId], comment: 'a word' });
      holds(notebook);
      notebook.undo();
      notebook.undo();
      expect(everything(notebook)).toBe(before);
      notebook.undo();
    }),
    { numRuns: 40 },
  );
});

test('whatever is joined, one covers both with the tags and comments of both, and undo brings every row back', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, ...LINES);
  const [one, two] = ['one', 'two'].map((name) => deed(notebook, (c) => tags.create(c, { name })).id);
  fc.assert(
    fc.property(passage, passage, (a, b) => {
      const make = (place: typeof a, tagId: string, comment: string) =>
        deed(notebook, (c) => highlights.create(c, { ...place, sourceId, tagIds: [tagId], comment }));
      const { id } = make(a, one ?? '', 'of a');
      const { id: otherId } = make(b, two ?? '', 'of b');
      const before = everything(notebook);
      const joined = deed(notebook, (c) => splitAndJoin.join(c, id, otherId));
      expect(joined).toMatchObject({ id, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });
      expect(joined.tagIds).toEqual([one, two]);
      expect(joined.comment).toBe(a.start <= b.start ? 'of a\n\nof b' : 'of b\n\nof a');
      expect(notebook.read(highlights.list)).toEqual([joined]);
      holds(notebook);
      notebook.undo();
      expect(everything(notebook)).toBe(before);
      notebook.undo();
      notebook.undo();
    }),
    { numRuns: 40 },
  );
});

test('what referred to the highlight that goes refers to the one that stays', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, ...LINES);
  const mark = (start: number, end: number) => deed(notebook, (c) => highlights.create(c, { sourceId, start, end }));
  const kept = mark(0, 4);
  const other = mark(7, 11);
  const quoting = (highlightId: string): DocumentJson => ({
    type: 'doc',
    content: [
      {
        type: 'quotation',
        attrs: { highlightId, sourceId, text: 'rant', sourceTitle: '', locator: '', colour: '', kept: '' },
      },
    ],
  });
  const made = deed(notebook, (c) => {
    const note = notes.create(c, {
      title: 'n',
      document: quoting(other.id),
      attachedTo: { kind: 'highlight', id: other.id },
    });
    const outline = outlines.create(c, 'o');
    outlineItems.add(c, { outlineId: outline.id, kind: 'quotation', refId: other.id });
    const [ada, bo] = ['Ada', 'Bo'].map((name) => entities.create(c, { type: 'person', name }).id);
    const relation = relations.create(c, {
      fromId: ada ?? '',
      toId: bo ?? '',
      type: 'knows',
      evidence: [kept.id, other.id],
    });
    return { note, outline, relation };
  });
  const before = everything(notebook);
  const told: string[] = [];
  notebook.onChanged((changes) => told.push(...changes.map(({ noun }) => noun)));
  deed(notebook, (c) => splitAndJoin.join(c, kept.id, other.id));
  const note = notebook.read((c) => notes.get(c, made.note.id));
  expect(note.attachedTo).toEqual([{ kind: 'highlight', id: kept.id }]);
  expect(note.document.content?.[0]?.attrs).toMatchObject({ highlightId: kept.id, text: 'rant' });
  expect(note.revision).toBe(made.note.revision + 1);
  expect(notebook.read((c) => outlines.get(c, made.outline.id)).tree[0]).toMatchObject({
    refId: kept.id,
    resolved: true,
  });
  expect(notebook.read((c) => relations.get(c, made.relation.id)).evidence).toEqual([kept.id]);
  expect(new Set(told)).toEqual(new Set(['highlight', 'relation', 'outline', 'note']));
  notebook.undo();
  expect(everything(notebook)).toBe(before);
  notebook.redo();
  expect(notebook.check().defects).toEqual([]);
});

test('a highlight is split only inside it, and joined only with another of its source', () => {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, ...LINES);
  const elsewhere = addSource(notebook, 'Another text.');
  const { id } = deed(notebook, (c) => highlights.create(c, { sourceId, start: 2, end: 6 }));
  const other = deed(notebook, (c) => highlights.create(c, { sourceId: elsewhere, start: 0, end: 7 }));
  for (const at of [0, 2, 6, 9]) {
    expect(() => deed(notebook, (c) => splitAndJoin.split(c, id, at))).toThrow('split inside it, after 2 and before 6');
  }
  expect(() => deed(notebook, (c) => splitAndJoin.join(c, id, id))).toThrow('with itself');
  expect(() => deed(notebook, (c) => splitAndJoin.join(c, id, other.id))).toThrow('two sources');
  expect(notebook.read(highlights.list)).toHaveLength(2);
});
