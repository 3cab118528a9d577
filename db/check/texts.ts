import { codePointLength, type Defect } from '../model/index.ts';
import type { Core } from '../sqlite/connection.ts';
import { sha256Stream } from '../sqlite/hash.ts';

interface SourceRow {
  id: string;
  title: string;
  length: number;
  blocks: number;
  hash: string;
}

interface BlockRow {
  number: number;
  start: number;
  length: number;
  text: string;
}

/** Whether every text and every original is, to the byte, what was imported. SQLite has no checksums of its own. */
export function findTextDefects(core: Core): Defect[] {
  return [...texts(core), ...originals(core)];
}

function texts(core: Core): Defect[] {
  return core
    .all<SourceRow>(
      // One that is still coming in has 0 there, and no whole text to compare.
      `SELECT id, title, length, block_count AS blocks, text_sha256 AS hash FROM sources
       WHERE trashed_at IS NOT 0 ORDER BY id`,
    )
    .flatMap((source) => {
      const defect = (code: Defect['code'], message: string): Defect[] => [
        { code, table: 'sources', id: source.id, message, repairable: false },
      ];
      const hash = sha256Stream();
      let at = 0;
      let count = 0;
      const blocks = core.iterate<BlockRow>(
        'SELECT number, start, length, text FROM blocks WHERE source_id = ? ORDER BY number',
        source.id,
      );
      for (const { number, start, length, text } of blocks) {
        count++;
        if (number !== count || start !== at || codePointLength(text) !== length) {
          return defect('source-text', `¶ ${number} of “${source.title}” does not follow the one before it.`);
        }
        at += length + 1;
        hash.update(text).update('\n');
      }
      if (count !== source.blocks || at !== source.length) {
        return defect('source-text', `“${source.title}” is shorter or longer than it was when it was imported.`);
      }
      if (hash.digest('hex') !== source.hash) {
        return defect('source-hash', `The text of “${source.title}” is not what was imported.`);
      }
      return [];
    });
}

function originals(core: Core): Defect[] {
  const defects: Defect[] = [];
  // The files of sources that are still coming in are not all here yet.
  const whole = core.all<{ sha256: string; size: number }>(
    `SELECT sha256, size FROM originals o
     WHERE NOT EXISTS (SELECT 1 FROM sources WHERE original_sha256 = o.sha256 AND trashed_at = 0)`,
  );
  for (const { sha256, size } of whole) {
    const hash = sha256Stream();
    let found = 0;
    const pieces = core.iterate<{ bytes: Uint8Array }>(
      'SELECT bytes FROM original_pieces WHERE sha256 = ? ORDER BY number',
      sha256,
    );
    for (const { bytes } of pieces) {
      hash.update(bytes);
      found += bytes.length;
    }
    if (found === size && hash.digest('hex') === sha256) continue;
    defects.push({
      code: 'source-hash',
      table: 'originals',
      id: sha256,
      message: 'The bytes of an original file are not what was imported.',
      repairable: false,
    });
  }
  return defects;
}
