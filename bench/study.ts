import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Session, withNotebook } from '../main/cli/session.ts';
import type { Keystroke, Study } from './job.ts';

const NOTE = Array.from(
  { length: 12 },
  (_, at) =>
    `Paragraph ${at + 1} of a note of ordinary length, with a few words in *italics* and a thought to follow up.`,
).join('\n\n');

/** Makes a notebook of the text and a note. */
export async function makeStudy(path: string, text: string): Promise<Study> {
  return withNotebook(
    path,
    async ({ call }) => ({
      path,
      sourceId: (await call('sources.create', { title: 'The source', text })).id,
      noteId: (await call('notes.create', { title: 'The note', markdown: NOTE })).id,
    }),
    { create: true },
  );
}

/** The same notebook once more, in another file; only while nobody has the first open. */
export function copyStudy(study: Study, folder: string, name: string): Study {
  const path = join(folder, name);
  copyFileSync(study.path, path);
  return { ...study, path };
}

/** So many first letters of each word are typed, as a searcher does who looks at the results while typing. */
const TYPED = 5;

/** Keys that type words of the text into the search box, letter by letter, wherever a letter changes what is found. */
export async function keystrokes({ call }: Session, text: string, count: number): Promise<readonly Keystroke[]> {
  // Letters that every keyboard has, for the driver of the browser presses no others.
  const words = new Set(text.split(/[^\p{L}]+/u).filter((word) => /^[a-z]{5,}$/.test(word)));
  const countOf = async (query: string) => {
    if (query === '') return 0;
    const { totals } = await call('search.query', { query, limit: 1 });
    return Object.values(totals).reduce((sum, total) => sum + total, 0);
  };
  const keys: Keystroke[] = [];
  for (const word of words) {
    for (let at = 0; at < TYPED; at++) {
      if (keys.length === count) return keys;
      const before = word.slice(0, at);
      const letter = word.charAt(at);
      const [countBefore, found] = [await countOf(before), await countOf(before + letter)];
      if (found > 0 && found !== countBefore) keys.push({ before, letter, countBefore, count: found });
    }
  }
  throw new Error(`The text has words for only ${keys.length} keystrokes.`);
}
