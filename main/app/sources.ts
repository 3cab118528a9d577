import { setImmediate as nextTurn } from 'node:timers/promises';
import { sources, texts } from '../../db/index.ts';
import { LecternError, sourceText } from '../../db/model/index.ts';
import type { ImportedFile } from '../contract/index.ts';
import { plainTextReader, readSource } from '../interchange/index.ts';
import type { Context } from './context.ts';
import { failureOf } from './failure-of.ts';
import type { HandlersOf, Lasting } from './handler.ts';
import { importSource, recognised } from './import-source.ts';

export const sourceHandlers: HandlersOf<'sources'> = {
  'sources.list': (_, { read }) => read(sources.list),

  'sources.get': ({ id }, { read }) => read((connection) => sources.get(connection, id)),

  'sources.text': ({ id }, { read }) =>
    read((connection) => {
      sources.get(connection, id);
      const blocks = texts.blocks(connection, id);
      return { text: sourceText(blocks), blocks };
    }),

  'sources.create': ({ title, text }, context) => {
    const bytes = new TextEncoder().encode(text.toWellFormed());
    const draft = { ...plainTextReader.read(bytes, title), title };
    if (draft.blocks.length === 0) throw new LecternError('empty-file', 'There is no text in what was pasted.');
    return importSource(context, { name: '', bytes, draft });
  },

  'sources.import': ({ files }, context) =>
    context.desk.longWork(async () => {
      const imported: Lasting<ImportedFile>[] = [];
      for (const [index, { upload, name }] of files.entries()) {
        const tell = (share: number) =>
          context.progress({ done: Math.round((index + share) * STEPS), total: files.length * STEPS, item: name });
        tell(0);
        imported.push(await importFile(context, upload, name, tell));
        await nextTurn();
      }
      context.progress({ done: files.length * STEPS, total: files.length * STEPS, item: '' });
      return { files: imported };
    }),

  'sources.update': ({ id, ...facts }, { read, write }) => {
    const subject = facts.title ?? read((connection) => sources.title(connection, id));
    return write({ deed: 'edit-source', subject }, (connection) => sources.update(connection, id, facts));
  },

  'sources.remove': ({ id }, { read, write }) => {
    const subject = read((connection) => sources.title(connection, id));
    write({ deed: 'trash-source', subject }, (connection) => sources.remove(connection, id));
    return { id, removed: true };
  },
};

/** Progress is told in hundredths of a file. */
const STEPS = 100;

/** One file's import; a failure is part of the report and does not stop the others. */
async function importFile(
  context: Context,
  upload: string,
  name: string,
  tell: (share: number) => void,
): Promise<Lasting<ImportedFile>> {
  try {
    const { bytes } = await context.ports.inbox.take(upload);
    if (context.cancelled()) throw new LecternError('cancelled', `The import of “${name}” was cancelled.`, { name });
    const known = recognised(context, bytes);
    if (known) {
      return { fileName: name, outcome: known.restored ? 'imported' : 'duplicate', source: known.source, remarks: [] };
    }
    const draft = readSource(bytes, name);
    const source = await importSource(context, { name, bytes, draft }, tell);
    return { fileName: name, outcome: 'imported', source, remarks: draft.remarks };
  } catch (error) {
    const { code, message, details } = failureOf(error, 'sources.import', context.ports.log);
    return { fileName: name, outcome: 'failed', remarks: [], failure: { code, message, ...(details && { details }) } };
  }
}
