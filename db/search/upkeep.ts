/**
 * Keeps the full-text indexes in step with the tables, so that no store has to think of them and undo needs nothing of its
 * own: TEMP triggers note what changed. The words of blocks go into their index before the transaction is committed, all at
 * once: row by row would take three times as long, for FTS5 puts aside what it has so far at every statement that could be
 * taken back alone. Those of things wait until somebody searches, or until there are many, because they touch more pages
 * of the file than the thing itself, and a deed waits for the disk. The indexes hold folded text (`db/model/fold.ts`);
 * rebuilding them loses nothing.
 */
import { forIndex, LecternError } from '../model/index.ts';
import type { Connection, Core } from '../sqlite/connection.ts';
import { transact } from '../sqlite/write.ts';

/** Where a notebook says that its index of things is behind: whoever noted which of them is gone when it is opened and says so. */
const BEHIND = 'search.behind';

/** So many changes are taken in with the deed that comes then: a few milliseconds' work. */
const MOST_BEHIND = 100;

/** Something with words of its own. An item of an outline is indexed alone, and found as its outline. */
interface Indexed {
  readonly noun: string;
  readonly table: string;
  /** SQL over the row `r`. */
  readonly title: string;
  readonly body: string;
  /** Columns whose change matters. */
  readonly columns: string;
  /** False for the parts of a thing, and for collections, which are not put into the trash. */
  readonly trashable: boolean;
}

const ALIASES = `coalesce((SELECT group_concat(n.name, char(10)) FROM entity_names n WHERE n.entity_id = r.id), '')`;
const FIELDS = `coalesce((SELECT group_concat(value, char(10)) FROM json_each(r.fields)), '')`;
const AUTHORS = `coalesce((SELECT group_concat(value, char(10)) FROM json_each(r.authors)), '')`;

const ENTITY: Indexed = {
  noun: 'entity',
  table: 'entities',
  title: `r.name || char(10) || ${ALIASES}`,
  body: `r.description || char(10) || ${FIELDS}`,
  columns: 'name, description, fields',
  trashable: true,
};

const INDEXED: readonly Indexed[] = [
  { noun: 'source', table: 'sources', title: 'r.title', body: AUTHORS, columns: 'title, authors', trashable: true },
  {
    noun: 'highlight',
    table: 'highlights',
    title: "''",
    body: 'r.quote || char(10) || r.comment',
    columns: 'quote, comment',
    trashable: true,
  },
  { noun: 'note', table: 'notes', title: 'r.title', body: 'r.text', columns: 'title, text', trashable: true },
  ENTITY,
  { noun: 'tag', table: 'tags', title: 'r.name', body: 'r.memo', columns: 'name, memo', trashable: true },
  { noun: 'outline', table: 'outlines', title: 'r.title', body: "''", columns: 'title', trashable: true },
  { noun: 'collection', table: 'collections', title: 'r.name', body: "''", columns: 'name', trashable: false },
  {
    noun: 'outline-item',
    table: 'outline_items',
    title: "''",
    body: 'r.text || char(10) || r.gist',
    columns: 'text, gist',
    trashable: false,
  },
];

/** Teaches SQLite to fold, for this connection. */
export function installFolding(core: Core): void {
  core.handle.function('search_fold', { deterministic: true, directOnly: false }, (text: unknown) =>
    typeof text === 'string' ? forIndex(text) : '',
  );
}

/** Starts keeping the indexes in step. */
export function installUpkeep(core: Core): void {
  core.handle.exec('CREATE TEMP TABLE search_stale_items (noun TEXT NOT NULL, id TEXT NOT NULL)');
  for (const indexed of INDEXED) core.handle.exec(itemTriggers(indexed));
  core.handle.exec(ALIAS_TRIGGERS);
  core.handle.exec(BLOCK_TRIGGER);
  core.beforeCommit.push(() => {
    takeInBlocks(core);
    const behind = countBehind(core);
    if (behind > MOST_BEHIND) takeInItems(core);
    else if (behind > 0) core.run("INSERT OR IGNORE INTO settings (key, value) VALUES (?, 'true')", BEHIND);
  });
  core.beforeSearch.push(() => {
    if (countBehind(core) === 0) return;
    if (core.handle.inTransaction) takeInItems(core);
    else takeInBetween(core);
  });
}

/** Whether the index of things was left behind when the notebook was last put away. */
export function isIndexBehind(connection: Connection): boolean {
  return connection.get('SELECT 1 FROM settings WHERE key = ?', BEHIND) !== undefined;
}

function countBehind(core: Core): number {
  return core.get<{ count: number }>('SELECT count(*) AS count FROM search_stale_items')?.count ?? 0;
}

function takeInBetween(core: Core): void {
  const { commits } = core;
  try {
    transact(core, () => takeInItems(core));
  } catch (error) {
    // A full disk, say, is no reason to find nothing: what was there before is found, and whoever changes something next is told.
    if (!(error instanceof LecternError)) throw error;
  } finally {
    // Nothing has changed that anybody would miss.
    core.commits = commits;
  }
}

/**
 * Takes in the words of blocks just stored, which whoever read their text has made ready; no second look is taken at them then.
 * @param first the `id` of the first of them
 * @param words as `TextPiece` has them
 */
export function takeInWords(connection: Connection, first: number, words: Uint8Array): void {
  connection.run(
    'INSERT INTO block_index (rowid, text) SELECT ? + key, value FROM json_each(CAST(? AS TEXT))',
    first,
    words,
  );
}

/** Blocks are numbered upwards and their texts never change: those behind the last one in the index are new. */
function takeInBlocks(core: Core): void {
  core.run(
    `INSERT INTO block_index (rowid, text) SELECT id, search_fold(text) FROM blocks
     WHERE id > (SELECT coalesce(max(id), 0) FROM block_index_docsize)`,
  );
}

/** Brings the index of things into step; inside a transaction. */
export function takeInItems(core: Core): void {
  const nouns = core.all<{ noun: string }>('SELECT DISTINCT noun FROM search_stale_items').map(({ noun }) => noun);
  for (const indexed of INDEXED.filter(({ noun }) => nouns.includes(noun))) {
    const { noun, table } = indexed;
    const stale = `SELECT id FROM search_stale_items WHERE noun = '${noun}'`;
    const keys = `SELECT id FROM item_index_keys WHERE noun = '${noun}' AND item_id IN (${stale})`;
    core.run(`DELETE FROM item_index WHERE rowid IN (${keys})`);
    core.run(
      `DELETE FROM item_index_keys WHERE id IN (${keys}) AND NOT EXISTS (SELECT 1 FROM ${table} r WHERE r.id = item_id)`,
    );
    core.run(
      `INSERT INTO item_index_keys (noun, item_id) SELECT '${noun}', r.id FROM ${table} r WHERE r.id IN (${stale})
         AND NOT EXISTS (SELECT 1 FROM item_index_keys k WHERE k.noun = '${noun}' AND k.item_id = r.id)`,
    );
    core.run(`INSERT INTO item_index (rowid, title, body) ${itemsOf(indexed)} AND k.item_id IN (${stale})`);
  }
  if (nouns.length > 0) core.run('DELETE FROM search_stale_items');
  core.run('DELETE FROM settings WHERE key = ?', BEHIND);
}

/** Fills both indexes anew from the tables; inside a transaction. */
export function rebuildIndexes(core: Core): void {
  core.run(`INSERT INTO block_index (block_index) VALUES ('delete-all')`);
  core.run('INSERT INTO block_index (rowid, text) SELECT id, search_fold(text) FROM blocks');
  rebuildItems(core);
}

/** Fills the index of things anew; inside a transaction. */
export function rebuildItems(core: Core): void {
  core.run(`INSERT INTO item_index (item_index) VALUES ('delete-all')`);
  core.run('DELETE FROM item_index_keys');
  for (const { noun, table } of INDEXED) {
    core.run(`INSERT INTO item_index_keys (noun, item_id) SELECT '${noun}', id FROM ${table}`);
  }
  core.run(`INSERT INTO item_index (rowid, title, body) ${expectedItems()}`);
  core.run('DELETE FROM settings WHERE key = ?', BEHIND);
}

/** What the index of items has to hold, as rows `(rowid, title, body)`, given that every item has its key. */
export function expectedItems(): string {
  return INDEXED.map(itemsOf).join(' UNION ALL ');
}

function itemsOf({ noun, table, title, body, trashable }: Indexed): string {
  return `SELECT k.id, search_fold(${title}) AS title, search_fold(${body}) AS body
    FROM item_index_keys k JOIN ${table} r ON r.id = k.item_id
    WHERE k.noun = '${noun}'${trashable ? ' AND r.trashed_at IS NULL' : ''}`;
}

/** Every item that has to have a key, as rows `(noun, item_id)`. */
export function expectedKeys(): string {
  return INDEXED.map(({ noun, table }) => `SELECT '${noun}' AS noun, id AS item_id FROM ${table}`).join(' UNION ALL ');
}

function itemTriggers({ noun, table, columns, trashable }: Indexed): string {
  const watched = trashable ? `${columns}, trashed_at` : columns;
  return `
    CREATE TEMP TRIGGER search_${table}_insert AFTER INSERT ON main.${table} BEGIN ${note(noun, 'NEW.id')} END;
    CREATE TEMP TRIGGER search_${table}_update AFTER UPDATE OF ${watched} ON main.${table} BEGIN ${note(noun, 'NEW.id')} END;
    CREATE TEMP TRIGGER search_${table}_delete AFTER DELETE ON main.${table} BEGIN ${note(noun, 'OLD.id')} END;`;
}

// Noted as often as it changes: a statement that fires a trigger imposes its own conflict clause on what is in it.
function note(noun: string, id: string): string {
  return `INSERT INTO search_stale_items (noun, id) VALUES ('${noun}', ${id});`;
}

const ALIAS_TRIGGERS = `
  CREATE TEMP TRIGGER search_aliases_insert AFTER INSERT ON main.entity_names BEGIN ${note('entity', 'NEW.entity_id')} END;
  CREATE TEMP TRIGGER search_aliases_update AFTER UPDATE OF name ON main.entity_names BEGIN ${note('entity', 'NEW.entity_id')} END;
  CREATE TEMP TRIGGER search_aliases_delete AFTER DELETE ON main.entity_names BEGIN ${note('entity', 'OLD.entity_id')} END;`;

const BLOCK_TRIGGER = `
  CREATE TEMP TRIGGER search_blocks_delete AFTER DELETE ON main.blocks BEGIN
    DELETE FROM block_index WHERE rowid = OLD.id; END;`;
