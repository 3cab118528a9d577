import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createNotebook } from '../../db/index.ts';
import { journalKind } from '../../db/sqlite/journal-kind.ts';
import { testFolder } from './support/folder.ts';

const SECTOR = 512;

interface Page {
  readonly number: number;
  readonly bytes: Buffer;
}

/** A rollback journal as SQLite writes it: the header counts the records of this change, others may lie behind. */
function journalOf(file: Buffer, records: readonly Page[], behind: readonly Page[], pages?: number): Buffer {
  const pageSize = file.readUInt16BE(16);
  const header = Buffer.alloc(SECTOR);
  Buffer.from('d9d505f920a163d7', 'hex').copy(header);
  header.writeUInt32BE(records.length, 8);
  header.writeUInt32BE(pages ?? file.length / pageSize, 16);
  header.writeUInt32BE(SECTOR, 20);
  header.writeUInt32BE(pageSize, 24);
  const written = [...records, ...behind].map(({ number, bytes }) => {
    const record = Buffer.alloc(pageSize + 8);
    record.writeUInt32BE(number, 0);
    bytes.copy(record, 4);
    return record;
  });
  return Buffer.concat([header, ...written]);
}

function subject() {
  const path = join(testFolder(), 'war.lectern');
  createNotebook(path).close();
  const file = readFileSync(path);
  const pageSize = file.readUInt16BE(16);
  const page = (number: number): Page => ({
    number,
    bytes: Buffer.from(file.subarray((number - 1) * pageSize, number * pageSize)),
  });
  const old = page(1);
  old.bytes.writeUInt32BE(old.bytes.readUInt32BE(24) - 2, 24);
  const kind = (records: readonly Page[], behind: readonly Page[] = [], pages?: number) => {
    writeFileSync(`${path}-journal`, journalOf(file, records, behind, pages));
    return journalKind(`${path}-journal`, path, file.subarray(0, 100));
  };
  return { page, old, kind };
}

test('a journal whose first page follows on the notebook’s is its own', () => {
  const { page, kind } = subject();
  expect(kind([page(2), page(1)])).toBe('own');
});

test('one whose first page is of another state is not', () => {
  const { page, old, kind } = subject();
  expect(kind([page(2), old])).toBe('foreign');
});

test('records of earlier changes, left behind those of this one, say nothing', () => {
  const { page, old, kind } = subject();
  expect(kind([page(2)], [old])).toBe('own');
});

test('one that would leave an empty file is not', () => {
  const { page, kind } = subject();
  expect(kind([page(2)], [], 0)).toBe('foreign');
});
