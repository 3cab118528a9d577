import type { BlockDraft } from '../../../db/model/index.ts';

/** Longer headings are cut for the label, at a word where there is one. */
const LONGEST_LABEL = 60;

/**
 * Blocks of a document without pages or chapters, labelled with the heading they stand below: the nearest before them, and their
 * own for headings. A note stands where it is called, wherever the document keeps it.
 * @param title of the document, whose heading says nothing of where in it one is
 */
export function inSections(blocks: readonly BlockDraft[], title: string): readonly BlockDraft[] {
  if (blocks.some(({ label }) => label !== undefined)) return blocks;
  if (!blocks.some(({ kind }) => kind === 'heading')) return blocks;
  /** By the number of the block a note begins in. */
  const callers = new Map<number, string>();
  let section = '';
  let note = '';
  return blocks.map((block, index) => {
    if (block.kind === 'heading') section = block.text.trim() === title.trim() ? '' : shortened(block.text.trim());
    if (block.kind === 'footnote') note = callers.get(index + 1) ?? note;
    else note = section;
    for (const { kind, value } of block.marks ?? [])
      if (kind === 'note-call' && !callers.has(Number(value))) callers.set(Number(value), note);
    return note === '' ? block : { ...block, label: note };
  });
}

function shortened(heading: string): string {
  const letters = [...heading];
  if (letters.length <= LONGEST_LABEL) return heading;
  const cut = letters.slice(0, LONGEST_LABEL - 1).join('');
  return `${cut.replace(/\s+\S*$/, '') || cut}…`;
}
