import type { Defect } from '../model/index.ts';
import { expectedItems, expectedKeys, isIndexBehind } from '../search/index.ts';
import type { Core } from '../sqlite/connection.ts';
import { sqliteCode } from '../sqlite/handle.ts';

/**
 * Whether the full-text indexes hold what the tables hold. Blocks never change, so theirs is compared by rows; that of
 * the items word by word with one made on the spot, since another program may have edited their tables.
 */
export function findStaleIndexes(core: Core): Defect[] {
  core.catchUp();
  const stale: Defect[] = [];
  const blocks = 'SELECT id FROM blocks';
  const indexed = 'SELECT id FROM block_index_docsize';
  if (differ(core, blocks, indexed)) stale.push(defect('block_index', 'The index of the texts is incomplete.'));
  // A notebook left by a crash says so itself, and takes it in where it may be written to: nothing is wrong with it.
  if (core.readOnly && isIndexBehind(core)) return stale;
  if (differ(core, 'SELECT noun, item_id FROM item_index_keys', expectedKeys()) || itemsDiffer(core)) {
    stale.push(defect('item_index', 'The index of highlights, notes and names is incomplete or out of date.'));
  }
  return stale;
}

function differ(core: Core, one: string, other: string): boolean {
  return (
    core.get(`SELECT 1 FROM (SELECT * FROM (${one}) EXCEPT SELECT * FROM (${other})) LIMIT 1`) !== undefined ||
    core.get(`SELECT 1 FROM (SELECT * FROM (${other}) EXCEPT SELECT * FROM (${one})) LIMIT 1`) !== undefined
  );
}

function itemsDiffer(core: Core): boolean {
  // FTS5's own list of every word and place (https://sqlite.org/fts5.html, 5) of the index and of a fresh one.
  core.handle.exec(`
    CREATE VIRTUAL TABLE temp.fresh_index USING fts5 (
      title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
    CREATE VIRTUAL TABLE temp.fresh_words USING fts5vocab (temp, fresh_index, instance);
    CREATE VIRTUAL TABLE temp.kept_words USING fts5vocab (main, item_index, instance);
    INSERT INTO temp.fresh_index (rowid, title, body) ${expectedItems()};`);
  try {
    return differ(core, 'SELECT * FROM temp.kept_words', 'SELECT * FROM temp.fresh_words');
  } catch (error) {
    // What cannot even be read is not what it has to be.
    if (sqliteCode(error)?.startsWith('SQLITE_CORRUPT')) return true;
    throw error;
  } finally {
    core.handle.exec('DROP TABLE temp.kept_words; DROP TABLE temp.fresh_words; DROP TABLE temp.fresh_index');
  }
}

function defect(table: string, message: string): Defect {
  return { code: 'index-stale', table, id: '', message, repairable: true };
}
