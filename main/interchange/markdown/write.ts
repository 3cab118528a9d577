import { IMAGE_MEDIA_TYPES } from '../../../db/model/index.ts';
import {
  contentsOf,
  createFootnotes,
  dataAddress,
  type ImageFile,
  imageFiles,
  plain,
  type SummaryBlock,
  type SummaryDocument,
  type SummaryWriter,
  sourceRuns,
  type Words,
} from '../summary/index.ts';
import { type BlockOptions, blockLines, footnoteLines } from './write-blocks.ts';

/**
 * A summary as CommonMark with pipe tables, strikethrough, task lists and footnotes, UTF-8, ending in one line break. It is
 * one file: images are `data:` addresses, which stand at its end so that the text stays readable.
 */
export const markdownWriter: SummaryWriter = {
  extension: 'md',
  mediaType: 'text/markdown',
  images: IMAGE_MEDIA_TYPES,
  write(document, words) {
    const files = imageFiles(document);
    const images = ({ sha256 }: ImageFile) => `image-${files.findIndex((file) => file.sha256 === sha256) + 1}`;
    const options: BlockOptions = { words, references: false, deeper: 0, footnotes: createFootnotes(), images };
    const parts = [
      blockLines(head(document), options),
      blockLines(contents(document, words), options),
      blockLines(document.blocks, { ...options, deeper: 1 }),
      blockLines(sourceList(document, words), options),
      footnoteLines(options),
      files.map((file) => `[${images(file)}]: ${dataAddress(file)}`),
    ].filter((lines) => lines.length > 0);
    return new TextEncoder().encode(`${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`);
  },
};

function head({ title, subtitle }: SummaryDocument): SummaryBlock[] {
  const heading: SummaryBlock = { kind: 'heading', level: 1, runs: plain(title) };
  return subtitle === undefined ? [heading] : [heading, { kind: 'paragraph', runs: plain(subtitle) }];
}

/** The contents as lines of one paragraph each: Markdown has no anchors that every program agrees on. */
function contents(document: SummaryDocument, words: Words): SummaryBlock[] {
  const entries = contentsOf(document);
  if (entries.length === 0) return [];
  const indent = (level: number) => '\u2003'.repeat(level - 1);
  const lines = entries.map(({ level, text }) => `${indent(level)}${text}`).join('\n');
  return [heading(words.contents), { kind: 'paragraph', runs: plain(lines) }];
}

function sourceList({ sources }: SummaryDocument, words: Words): SummaryBlock[] {
  if (sources.length === 0) return [];
  const items = sources.map((source) => ({
    blocks: [{ kind: 'paragraph' as const, runs: sourceRuns(source) }],
  }));
  return [heading(words.sources), { kind: 'list', ordered: false, start: 1, items }];
}

function heading(text: string): SummaryBlock {
  return { kind: 'heading', level: 2, runs: plain(text) };
}
