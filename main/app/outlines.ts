import { createOutlineFromDraft, moveOutlineItems, outlineItems, outlines } from '../../db/index.ts';
import type { Context } from './context.ts';
import type { HandlersOf } from './handler.ts';
import { excerpt } from './names.ts';

const LONGEST_TITLE = 1000;

export const outlineHandlers: HandlersOf<'outlines'> = {
  'outlines.list': (_, { read }) => read(outlines.list),

  'outlines.get': ({ id }, { read }) => read((connection) => outlines.get(connection, id)),

  'outlines.create': ({ title }, { write }) =>
    write({ deed: 'create-outline', subject: title }, (connection) => outlines.create(connection, title)),

  'outlines.import': async (input, { write, ports, cancelled }) => {
    const { readWhole } = ports.parsers;
    const draft =
      'upload' in input
        ? await readWhole(
            { whole: 'outlineFile', given: [(await ports.inbox.take(input.upload)).bytes, input.name] },
            input.name,
            cancelled,
          )
        : await readWhole({ whole: 'outline', given: [input.text, input.title] }, input.title, cancelled);
    const title = excerpt(draft.title, LONGEST_TITLE);
    const { tree: _, ...outline } = write({ deed: 'import-outline', subject: title }, (connection) =>
      createOutlineFromDraft(connection, { ...draft, title }),
    );
    return { outline, remarks: [...draft.remarks] };
  },

  'outlines.update': ({ id, title }, { write }) =>
    write({ deed: 'edit-outline', subject: title }, (connection) => outlines.rename(connection, id, title)),

  'outlines.remove': ({ id }, { read, write }) => {
    const subject = read((connection) => outlines.title(connection, id));
    write({ deed: 'remove-outline', subject }, (connection) => outlines.remove(connection, id));
    return { id, removed: true };
  },

  'outlines.add': (item, { read, write }) => {
    const subject = read((connection) => outlines.title(connection, item.outlineId));
    return write({ deed: 'add-outline-item', subject }, (connection) => outlineItems.add(connection, item));
  },

  'outlines.move': (input, context) => {
    const moves = 'moves' in input ? input.moves : [{ ...input, ids: [input.id] }];
    const subject = wordsOf(
      context,
      moves.flatMap(({ ids }) => ids),
    );
    return context.write({ deed: 'move-outline-item', subject }, (connection) => moveOutlineItems(connection, moves));
  },

  'outlines.updateItem': ({ id, ...change }, context) => {
    const subject = change.text === undefined ? wordsOf(context, [id]) : excerpt(change.text);
    return context.write({ deed: 'edit-outline-item', subject }, (connection) =>
      outlineItems.update(connection, id, change),
    );
  },

  'outlines.removeItem': (input, context) => {
    const ids = 'ids' in input ? input.ids : [input.id];
    return context.write({ deed: 'remove-outline-item', subject: wordsOf(context, ids) }, (connection) =>
      outlineItems.remove(connection, ids),
    );
  },
};

/** The words of the first of these items, with a sign that there are others where there are. */
function wordsOf({ read }: Context, [first = '', ...others]: readonly string[]): string {
  const words = excerpt(read((connection) => outlineItems.get(connection, first).text));
  return others.length === 0 ? words : `${words} + ${others.length}`;
}
