import {
  type SummaryBlock,
  type SummaryDocument,
  type SummaryWriter,
  safeLink,
  sourceEntry,
  type Words,
} from '../summary/index.ts';
import { blockLines } from './write-blocks.ts';

/** A summary as CommonMark with pipe tables, strikethrough and task lists, UTF-8, ending in one line break. */
export const markdownWriter: SummaryWriter = {
  extension: 'md',
  mediaType: 'text/markdown',
  write(document, words) {
    const blocks = blockLines(document.blocks, { words, references: false, deeper: 1 });
    const parts = [head(document, words), blocks, sourceList(document, words)].filter((lines) => lines.length > 0);
    return new TextEncoder().encode(`${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`);
  },
};

function head({ title, subtitle }: SummaryDocument, words: Words): string[] {
  const blocks: SummaryBlock[] = [{ kind: 'heading', level: 1, runs: [{ text: title }] }];
  if (subtitle !== undefined) blocks.push({ kind: 'paragraph', runs: [{ text: subtitle }] });
  return blockLines(blocks, { words, references: false, deeper: 0 });
}

function sourceList({ sources }: SummaryDocument, words: Words): string[] {
  if (sources.length === 0) return [];
  const items = sources.map((source) => {
    const url = safeLink(source.url);
    return [{ text: sourceEntry(source) }, ...(url === undefined ? [] : [{ text: '. ' }, { text: url, link: url }])];
  });
  return blockLines(
    [
      { kind: 'heading', level: 2, runs: [{ text: words.sources }] },
      {
        kind: 'list',
        ordered: false,
        start: 1,
        items: items.map((runs) => ({ blocks: [{ kind: 'paragraph', runs }] })),
      },
    ],
    { words, references: false, deeper: 0 },
  );
}
