import { join } from 'node:path';
import { withNotebook } from '../main/cli/session.ts';
import { imitatedLines } from './imitation.ts';

/** Names of what the notebook holds, for a hand that looks for it. */
export const EXPORTED = 'Two thousand items';
export const ARRANGED = 'Five thousand items';
export const WRITTEN = 'Fifty thousand words';

const QUOTATIONS = 1500;
const OTHERS = 500;
const ITEMS = 5000;
const WORDS = 50_000;

/** A notebook with an outline of 1,500 quotations and 500 headings and texts, one of 5,000 items, and a note of 50,000 words. */
export async function makeOutlineNotebook(folder: string): Promise<string> {
  const path = join(folder, 'outlines.lectern');
  const lines = imitatedLines();
  const some = (count: number) => Array.from({ length: count }, () => lines.next().value);
  await withNotebook(
    path,
    async ({ call }) => {
      const text = some(QUOTATIONS);
      const source = await call('sources.create', { title: 'A source', text: text.join('\n') });
      const plan = some(OTHERS).map((line, index) => (index % 5 === 0 ? `## ${line.slice(0, 60)}` : line));
      const { outline } = await call('outlines.import', {
        text: `# ${EXPORTED}\n\n${plan.join('\n\n')}`,
        title: 'Untitled',
      });
      const { tree } = await call('outlines.get', { id: outline.id });
      const headings = tree.filter(({ kind }) => kind === 'heading');
      let start = 0;
      for (const [index, line] of text.entries()) {
        const { length } = [...line];
        const highlight = await call('highlights.create', { sourceId: source.id, start, end: start + length });
        start += length + 1;
        const parentId = headings[index % headings.length]?.id ?? null;
        await call('outlines.add', { outlineId: outline.id, parentId, kind: 'quotation', refId: highlight.id });
      }
      const many = some(ITEMS).map((line, index) => (index % 10 === 0 ? `## ${line.slice(0, 60)}` : line));
      await call('outlines.import', { text: `# ${ARRANGED}\n\n${many.join('\n\n')}`, title: 'Untitled' });
      await call('notes.create', { title: WRITTEN, markdown: wordsOf(lines, WORDS) });
    },
    { create: true },
  );
  return path;
}

function wordsOf(lines: Generator<string>, count: number): string {
  const kept: string[] = [];
  for (let words = 0; words < count; words += kept.at(-1)?.split(' ').length ?? 0) kept.push(lines.next().value);
  return kept.join('\n\n');
}
