import { setImmediate as nextTurn } from 'node:timers/promises';
import { sources, texts } from '../../db/index.ts';
import { type Block, LecternError, type Source, sourceText } from '../../db/model/index.ts';
import type { ImportedFile } from '../contract/index.ts';
import { encodingCalled, plainTextReader, type ReadingChoices } from '../interchange/index.ts';
import { carryFrom, carryOne } from './carrying/index.ts';
import type { Context } from './context.ts';
import { failureOf } from './failure-of.ts';
import type { HandlersOf, Lasting } from './handler.ts';
import { assertWanted, digestOf, importSource, readAlready, recognised, startReading } from './import-source.ts';
import { keepResult } from './imports.ts';
import { originalText, saveOriginal } from './original.ts';
import { encodingsOf, readAllAnew, readAnew } from './read-anew.ts';
import { readingOf } from './reading/index.ts';
import { readPreferences } from './stored-preferences.ts';
import { titlesOf } from './titles-of.ts';

/** Blocks read at one go: a few milliseconds' work. */
const READ_AT_ONCE = 2000;
/** Of an original, in UTF-16 units, where nobody says. */
const SHOWN_AT_ONCE = 100_000;

export const sourceHandlers: HandlersOf<'sources'> = {
  'sources.list': (filter, { read }) => read((connection) => sources.list(connection, filter)),

  'sources.get': ({ id }, { read }) => read((connection) => sources.get(connection, id)),

  'sources.text': async ({ id }, { read }) => {
    const { blocks: count } = read((connection) => sources.get(connection, id));
    const blocks: Block[] = [];
    // A text never changes, so it may be read with pauses in which others get their turn.
    for (let from = 1; from <= count; from += READ_AT_ONCE) {
      if (from > 1) await nextTurn();
      blocks.push(...read((connection) => texts.blockRange(connection, id, from, READ_AT_ONCE)));
    }
    return { text: sourceText(blocks), blocks };
  },

  'sources.marks': ({ id }, { read }) => read((connection) => texts.marks(connection, sources.get(connection, id).id)),

  'sources.create': ({ title, text, html }, context) =>
    html === undefined ? createPlain(context, title, text) : createFormed(context, title, html),

  'sources.import': ({ files, again = false, ...given }, context) =>
    context.desk.longWork(async () => {
      // A word nobody knows is the fault of who asks, whatever the files are.
      for (const { encoding } of files) if (encoding !== undefined) encodingCalled(encoding);
      const run = given.run ?? context.read((connection) => connection.newId());
      const imported: Lasting<ImportedFile>[] = [];
      const { limits } = await readPreferences(context.ports.preferences);
      for (const [index, { upload, name, ...choices }] of files.entries()) {
        let told = -1;
        const tell = (share: number) => {
          const done = Math.round((index + share) * STEPS);
          if (done > told) context.progress({ done, total: files.length * STEPS, item: name });
          told = done;
        };
        tell(0);
        const file = await importFile(context, upload, name, { ...choices, limits }, tell);
        // The files in it are what is imported.
        if (file.failure?.code !== 'is-archive') keepResult(context, { run, again }, file);
        imported.push(file);
        await nextTurn();
      }
      context.progress({ done: files.length * STEPS, total: files.length * STEPS, item: '' });
      return { files: imported, run };
    }),

  'sources.update': ({ id, ...facts }, { read, write }) => {
    const subject = facts.title ?? read((connection) => sources.title(connection, id));
    return write({ deed: deedOf(facts), subject }, (connection) => sources.update(connection, id, facts));
  },

  'sources.updateAll': ({ ids, ...facts }, { read, write }) => {
    const subject = read((connection) => titlesOf(connection, ids));
    return write({ deed: deedOf(facts), subject }, (connection) =>
      [...new Set(ids)].map((id) => sources.update(connection, id, facts)),
    );
  },

  'sources.encodings': ({ id, encoding }, context) => encodingsOf(context, id, encoding),

  'sources.readAnew': ({ id, encoding }, context) => readAnew(context, id, encoding),

  'sources.readAllAnew': ({ ids, encoding }, context) => readAllAnew(context, ids, encoding),

  'sources.saveOriginal': ({ id }, context) => saveOriginal(context, id),

  'sources.originalText': ({ id, from = 0, length = SHOWN_AT_ONCE }, context) =>
    originalText(context, id, from, length),

  'sources.carryOver': ({ from, to }, context) => carryFrom(context, from, to),

  'sources.carryOne': ({ highlightId, to, ...place }, context) => carryOne(context, highlightId, to, place),

  'sources.readCitations': ({ text }, { ports, cancelled }) =>
    ports.parsers.readWhole({ whole: 'citations', given: [text] }, '', cancelled),

  'sources.remove': ({ id }, { read, write }) => {
    const subject = read((connection) => sources.title(connection, id));
    write({ deed: 'trash-source', subject }, (connection) => sources.remove(connection, id));
    return { id, removed: true };
  },

  'sources.removeAll': ({ ids }, { read, write }) => {
    const subject = read((connection) => titlesOf(connection, ids));
    const each = [...new Set(ids)];
    write({ deed: 'trash-source', subject }, (connection) => {
      for (const id of each) sources.remove(connection, id);
    });
    return { removed: each.length };
  },
};

/** What the history calls a change of these facts. */
function deedOf(facts: sources.SourceChange): 'set-status' | 'edit-source' {
  const changed = Object.entries(facts).flatMap(([fact, value]) => (value === undefined ? [] : [fact]));
  return changed.length === 1 && changed[0] === 'status' ? 'set-status' : 'edit-source';
}

async function createPlain(context: Context, title: string, text: string): Promise<Source> {
  const bytes = new TextEncoder().encode(text.toWellFormed());
  const draft = { ...plainTextReader.read(bytes, title), title };
  if (draft.blocks.length === 0) throw new LecternError('empty-file', 'There is no text in what was pasted.');
  const original = { bytes, sha256: await digestOf(bytes) };
  return (await importSource(context, '', original, readAlready(readingOf(draft)))).source;
}

/** Of a piece of HTML, which is read like a page somebody saved. */
async function createFormed(context: Context, title: string, html: string): Promise<Source> {
  const page = `<!doctype html><meta charset="utf-8"><body>${html.toWellFormed()}`;
  const bytes = new TextEncoder().encode(page);
  const sha256 = await digestOf(bytes);
  const read = await context.ports.parsers.readFile(bytes, `${title}.html`, context.cancelled);
  const reader = readAlready({ ...read, facts: { ...read.facts, title } });
  try {
    return (await importSource(context, '', { bytes, sha256 }, reader)).source;
  } finally {
    reader.close();
  }
}

/** Progress is told in hundredths of a file. */
const STEPS = 100;

/** One file's import; a failure is part of the report and does not stop the others. */
async function importFile(
  context: Context,
  upload: string,
  name: string,
  choices: ReadingChoices,
  tell: (share: number) => void,
): Promise<Lasting<ImportedFile>> {
  try {
    const { bytes } = await context.ports.inbox.take(upload);
    assertWanted(context, name);
    const sha256 = await digestOf(bytes);
    assertWanted(context, name);
    const known = recognised(context, sha256);
    if (known) {
      return { fileName: name, outcome: known.restored ? 'imported' : 'duplicate', source: known.source, remarks: [] };
    }
    const reader = startReading(context, bytes, name, choices);
    try {
      const { source, facts } = await importSource(context, name, { bytes, sha256 }, reader, tell);
      const earlier = context.read((connection) => sources.findEarlier(connection, source));
      const { remarks, languageConfidence } = facts;
      const found = languageConfidence === undefined ? {} : { languageConfidence };
      return { fileName: name, outcome: 'imported', source, ...(earlier && { earlier }), remarks, ...found };
    } finally {
      reader.close();
    }
  } catch (error) {
    const { code, message, details } = failureOf(error, 'sources.import', context.ports.log);
    if (code === 'cancelled') return { fileName: name, outcome: 'cancelled', remarks: [] };
    return { fileName: name, outcome: 'failed', remarks: [], failure: { code, message, ...(details && { details }) } };
  }
}
