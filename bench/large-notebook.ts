import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withNotebook } from '../main/cli/session.ts';
import { imitatedLines } from './imitation.ts';

/** Characters of one source: a long book. */
const BOOK = 3_000_000;

/** A notebook of at least so many megabytes, with a note in it: books imported as files, one after the other. */
export async function makeLargeNotebook(folder: string, megabytes: number): Promise<{ path: string; noteId: string }> {
  const path = join(folder, 'large.lectern');
  const lines = imitatedLines();
  const noteId = await withNotebook(
    path,
    async ({ call }) => {
      for (let book = 1; statSync(path).size < megabytes * 1e6; book++) {
        const file = join(folder, `book ${book}.txt`);
        writeFileSync(file, bookOf(lines, book));
        await call('sources.import', { files: [{ upload: file, name: `book ${book}.txt` }] });
      }
      return (await call('notes.create', { title: 'The note' })).id;
    },
    { create: true },
  );
  return { path, noteId };
}

function bookOf(lines: Generator<string>, number: number): string {
  const kept = [`Book ${number}`];
  for (let length = 0; length < BOOK; length += kept.at(-1)?.length ?? 0) kept.push(lines.next().value);
  return kept.join('\n');
}
