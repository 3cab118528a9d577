import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  entities,
  findMentions,
  highlights,
  mentions,
  mergeEntities,
  type Notebook,
  relations,
  splitEntity,
} from '../../../db/index.ts';
import { addSource, deed, everything, newNotebook } from './shelf.ts';

const NAMES = ['Ada', 'Ada Berg', 'Berg', 'Koba', 'Сталин'] as const;

interface Study {
  readonly lines: readonly string[];
  readonly names: readonly string[];
  /** Which of what can be chosen is. */
  readonly choices: readonly boolean[];
}

const study: fc.Arbitrary<Study> = fc.record({
  lines: fc.array(
    fc
      .array(fc.constantFrom(...NAMES, 'Bergs', 'Сталина', 'said', '🜚', 'Ada-lina'), { minLength: 1, maxLength: 9 })
      .map((words) => words.join(' ')),
    { minLength: 1, maxLength: 4 },
  ),
  names: fc.array(fc.constantFrom(...NAMES), { minLength: 2, maxLength: 4 }),
  choices: fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
});

/** Of the first entities: with a form, in words, none. */
const descriptions = [
  {
    descriptionDocument: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Bold', marks: [{ type: 'strong' }] }] }],
    },
  },
  { description: 'Two\nlines' },
] as const;

/** A notebook in which some of the names' mentions are linked, some rejected, and some entities related. */
function filled({ lines, names, choices }: Study): { notebook: Notebook; ids: string[] } {
  const notebook = newNotebook();
  const sourceId = addSource(notebook, 'Text', ...lines);
  const ids = deed(notebook, (connection) =>
    names.map((name, at) => entities.create(connection, { type: 'person', name, ...descriptions[at] }).id),
  );
  deed(notebook, (connection) => {
    for (const [at, mention] of findMentions(connection, {}, 99).entries()) {
      if (choices[at]) mentions.create(connection, mention, mention.entityId);
      else if (choices[at + 1]) mentions.reject(connection, [mention], mention.entityId);
    }
    const [from = '', to = ''] = ids;
    const evidence = highlights.create(connection, { sourceId, start: 0, end: 2 });
    relations.create(connection, { fromId: from, toId: to, type: 'knew', evidence: [evidence.id] });
  });
  return { notebook, ids };
}

/** No mention lies outside its source's text or says other words than stand there, and none is of an entity that is gone. */
function expectSound(notebook: Notebook): void {
  const wrong = notebook.read((connection) =>
    connection.all(
      `SELECT m.id FROM mentions m LEFT JOIN sources s ON s.id = m.source_id LEFT JOIN entities e ON e.id = m.entity_id
       WHERE s.id IS NULL OR m."end" > s.length OR e.id IS NULL OR e.trashed_at IS NOT NULL`,
    ),
  );
  expect(wrong).toEqual([]);
  expect(notebook.check()).toMatchObject({ ok: true });
}

function expectUndone(made: Study, work: (notebook: Notebook, ids: readonly string[]) => void): void {
  const { notebook, ids } = filled(made);
  const before = everything(notebook);
  const steps = notebook.history(99).length;
  work(notebook, ids);
  expectSound(notebook);
  const after = everything(notebook);
  if (notebook.history(99).length === steps) return;
  notebook.undo();
  expect(everything(notebook)).toBe(before);
  notebook.redo();
  expect(everything(notebook)).toBe(after);
  notebook.undo();
  expect(everything(notebook)).toBe(before);
  expectSound(notebook);
}

const RUNS = { numRuns: 12 };

test('merging two entities and undoing it leaves every row as it was', () => {
  fc.assert(
    fc.property(study, (made) =>
      expectUndone(made, (notebook, [id = '', intoId = '']) => {
        deed(notebook, (connection) => mergeEntities(connection, id, intoId));
      }),
    ),
    RUNS,
  );
});

test('splitting some mentions off and undoing it leaves every row as it was', () => {
  fc.assert(
    fc.property(study, (made) =>
      expectUndone(made, (notebook, [id = '']) => {
        const own = notebook.read((connection) => mentions.list(connection, { entityId: id }));
        const chosen = own.filter((_, at) => made.choices[at] || at === 0).map((mention) => mention.id);
        if (chosen.length === 0) return;
        const { name, mentions: moved } = deed(notebook, (connection) =>
          splitEntity(connection, id, chosen, { name: 'The other' }),
        );
        expect([name, moved]).toEqual(['The other', chosen.length]);
        expect(notebook.read((connection) => entities.get(connection, id)).mentions).toBe(own.length - chosen.length);
      }),
    ),
    RUNS,
  );
});

test('accepting everything that is found and undoing it leaves every row as it was', () => {
  fc.assert(
    fc.property(study, (made) =>
      expectUndone(made, (notebook) => {
        deed(notebook, (connection) => {
          for (const mention of findMentions(connection, {}, 99))
            mentions.accept(connection, [mention], mention.entityId);
        });
        expect(notebook.read((connection) => findMentions(connection, {}, 99))).toEqual([]);
      }),
    ),
    RUNS,
  );
});
