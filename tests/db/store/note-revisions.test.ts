import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNotebook, mergeEntities, type Notebook, noteRevisions, notes, openNotebook } from '../../../db/index.ts';
import type { DocumentJson } from '../../../db/model/index.ts';
import { thinnedOut } from '../../../db/store/thinning.ts';
import { testFolder } from '../support/folder.ts';
import { addEntity } from '../support/rows.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A note, and a clock that only moves when told to. */
function newDesk() {
  let now = Date.UTC(2026, 2, 4, 9);
  const notebook = createNotebook(join(testFolder(), 'war.lectern'), { now: () => now });
  const { id } = notebook.write({ deed: 'create-note', subject: '' }, (c) =>
    notes.create(c, { title: 'Winter', document: paragraph('It began') }),
  );
  return {
    notebook,
    id,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    save(text: string, after = 5_000) {
      now += after;
      notebook.write({ deed: 'edit-note', subject: 'Winter', mergeWith: `note ${id}` }, (c) =>
        notes.update(c, id, { document: paragraph(text) }),
      );
    },
    kept: () => keptOf(notebook, id),
  };
}

function keptOf(notebook: Notebook, id: string): [reason: string, text: string][] {
  return notebook.read((c) =>
    noteRevisions
      .list(c, id)
      .map(({ reason, revision }) => [reason, noteRevisions.get(c, id, revision).text] as [string, string]),
  );
}

function textOf(notebook: Notebook, id: string): string {
  return notebook.read((c) => notes.get(c, id)).text;
}

function paragraph(text: string): DocumentJson {
  return { type: 'doc', content: [{ type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] }] };
}

test('what a sitting came to is kept when the next one begins, and nothing of what was on the way there', () => {
  const { notebook, save, kept } = newDesk();
  for (const text of ['It began in', 'It began in the', 'It began in the harbour']) save(text);
  expect(kept()).toEqual([]);
  save('It began in the harbour, before dawn', 11 * MINUTE);
  save('It began in the harbour, well before dawn');
  expect(kept()).toEqual([['sitting', 'It began in the harbour']]);
  notebook.close();
});

test('a sitting that goes on is kept every half hour', () => {
  const { notebook, save, kept } = newDesk();
  for (let minute = 0; minute < 65; minute++) save(`Minute ${minute} of it`, MINUTE);
  expect(kept().map(([, text]) => text)).toEqual(['Minute 57 of it', 'Minute 28 of it']);
  notebook.close();
});

test('a text is kept before most of it goes, and before all of it does', () => {
  const { notebook, save, kept } = newDesk();
  const long = 'word '.repeat(60).trim();
  save(long);
  save('word word');
  save('');
  expect(kept()).toEqual([
    ['loss', 'word word'],
    ['loss', long],
  ]);
  notebook.close();
});

test('restoring keeps the text that was there, is one step, and can be undone and redone', () => {
  const { notebook, id, save, wait, kept } = newDesk();
  save('The first version of it', 11 * MINUTE);
  save('The second version of it', 11 * MINUTE);
  wait(MINUTE);
  const [first] = notebook.read((c) => noteRevisions.list(c, id)).toReversed();
  const before = notebook.read((c) => notes.get(c, id));
  const restored = notebook.write({ deed: 'restore-revision', subject: '' }, (c) =>
    notes.restoreRevision(c, id, first?.revision ?? 0),
  );
  expect(restored).toMatchObject({ text: 'It began', revision: before.revision + 1 });
  expect(kept()[0]).toEqual(['restore', 'The second version of it']);
  notebook.undo();
  expect(textOf(notebook, id)).toBe('The second version of it');
  notebook.redo();
  expect(textOf(notebook, id)).toBe('It began');
  expect(() =>
    notebook.write({ deed: 'restore-revision', subject: '' }, (c) => notes.restoreRevision(c, id, 99)),
  ).toThrow(expect.objectContaining({ code: 'not-found' }));
  notebook.close();
});

test('a text that is undone is kept, once for a whole row of steps, also when something else is done afterwards', () => {
  const { notebook, id, save, kept } = newDesk();
  save('One', 3 * MINUTE);
  save('One two', 3 * MINUTE);
  save('One two three', 3 * MINUTE);
  notebook.undo();
  notebook.undo();
  expect(textOf(notebook, id)).toBe('One');
  expect(kept()).toEqual([['undo', 'One two three']]);
  save('One four');
  notebook.close();
  const again = openNotebook(notebook.path);
  expect(keptOf(again, id)).toEqual([['undo', 'One two three']]);
  again.close();
});

test('a note is kept before a merge changes what it mentions', () => {
  const { notebook, id, kept } = newDesk();
  const [from, into] = notebook.write({ deed: 'create-entity', subject: '' }, (c) => [
    addEntity(c, 'Ole'),
    addEntity(c, 'Olav'),
  ]);
  const mention = { type: 'entity_mention', attrs: { entityId: from, name: 'Ole' } };
  notebook.write({ deed: 'edit-note', subject: '' }, (c) =>
    notes.update(c, id, { document: { type: 'doc', content: [{ type: 'paragraph', content: [mention] }] } }),
  );
  notebook.write({ deed: 'merge-entities', subject: '' }, (c) => mergeEntities(c, from, into));
  expect(kept()).toEqual([['merge', 'Ole']]);
  const { document } = notebook.read((c) => noteRevisions.get(c, id, noteRevisions.list(c, id)[0]?.revision ?? 0));
  expect(JSON.stringify(document)).toContain(from);
  expect(JSON.stringify(notebook.read((c) => notes.get(c, id)).document)).toContain(into);
  notebook.close();
});

test('an editor that began before an undo is told of it, whatever was saved since', () => {
  const { notebook, id, save } = newDesk();
  save('One', 3 * MINUTE);
  const { revision } = notebook.read((c) => notes.get(c, id));
  notebook.undo();
  // As many saves as lead to the same number, had undo counted back.
  save('Two', 3 * MINUTE);
  const fromElsewhere = () =>
    notebook.write({ deed: 'edit-note', subject: '' }, (c) =>
      notes.update(c, id, { document: paragraph('One and more'), revision }),
    );
  expect(fromElsewhere).toThrow(expect.objectContaining({ code: 'conflict' }));
  expect(textOf(notebook, id)).toBe('Two');
  notebook.close();
});

test('revisions go with a note whose creation was undone for good, and come back with one that is redone', () => {
  const { notebook, id, save } = newDesk();
  save('More', 11 * MINUTE);
  notebook.undo();
  notebook.undo();
  notebook.close();
  const again = openNotebook(notebook.path);
  again.redo();
  again.redo();
  expect(keptOf(again, id)).toEqual([
    ['undo', 'More'],
    ['sitting', 'It began'],
  ]);
  again.undo();
  again.undo();
  again.write({ deed: 'create-note', subject: '' }, (c) => notes.create(c, { title: '', document: paragraph('x') }));
  again.close();
  const last = openNotebook(notebook.path);
  expect(last.read((c) => c.all('SELECT * FROM note_revisions'))).toEqual([]);
  last.close();
});

test('thinning keeps the newest of every day and month, all of the last two days, and never more than 300', () => {
  const times = fc
    .array(fc.integer({ min: -3 * DAY, max: 400 * DAY }), { minLength: 1, maxLength: 400 })
    .map((ages) => ages.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(times, (ages) => {
      const now = Date.UTC(2026, 5, 1, 12);
      const at = ages.map((age) => now - age);
      const gone = new Set(thinnedOut(at, now));
      const stays = at.filter((_, index) => !gone.has(index));
      expect(stays.length).toBeLessThanOrEqual(300);
      for (const [index, time] of at.slice(0, 300).entries()) {
        if (now - time < 2 * DAY) expect(gone.has(index)).toBe(false);
        // Whatever goes, something newer of the same month, and within sixty days of the same day, stays.
        else if (gone.has(index)) {
          const span = now - time < 62 * DAY ? 10 : 7;
          const same = (other: number) =>
            new Date(other).toISOString().slice(0, span) === new Date(time).toISOString().slice(0, span);
          expect(stays.some((other) => other >= time && same(other))).toBe(true);
        }
      }
      // What was thinned out once is not thinned out again.
      expect(thinnedOut(stays, now)).toEqual([]);
    }),
  );
});
