import type { HeadingBlock, SummaryDocument } from './document.ts';

/** A line of the table of contents. */
export interface Contents {
  /** Place among the document's headings, from 1: what its anchor is made from. */
  readonly place: number;
  readonly heading: HeadingBlock;
  readonly level: number;
  /** The heading with its number. */
  readonly text: string;
}

/** Deeper headings make a table of contents as long as the document. */
const DEEPEST = 3;

/** The table of contents, in reading order; empty where the document asks for none. Headings in lists and quotes are left out. */
export function contentsOf({ contents = false, blocks }: SummaryDocument): Contents[] {
  if (!contents) return [];
  return blocks
    .filter((block): block is HeadingBlock => block.kind === 'heading')
    .map((heading, index) => {
      const { level, number, runs } = heading;
      const words = runs.map(({ text }) => text.replaceAll('\n', ' ')).join('');
      return { place: index + 1, heading, level, text: number === undefined ? words : `${number} ${words}` };
    })
    .filter(({ level }) => level <= DEEPEST);
}
