import {
  contentsOf,
  createFootnotes,
  type SummaryDocument,
  type SummaryWriter,
  sourceRuns,
  type Words,
  wellFormed,
} from '../summary/index.ts';
import { blockLines, runLines, type Surroundings, underlined } from './write-blocks.ts';

/** A summary as text without any form, UTF-8, lines ending in `\n`: for mail, and for programs that read nothing else. */
export const plainTextWriter: SummaryWriter = {
  extension: 'txt',
  mediaType: 'text/plain',
  images: [],
  write(document, words) {
    return new TextEncoder().encode(wellFormed(textOf(document, words)));
  },
};

function textOf(document: SummaryDocument, words: Words): string {
  const around: Surroundings = { words, footnotes: createFootnotes() };
  const parts = [
    [...underlined(document.title.replaceAll('\n', ' '), '='), ...(document.subtitle?.split('\n') ?? [])],
    contents(document, words),
    blockLines(document.blocks, around),
    sources(document, around),
    notes(around),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function contents(document: SummaryDocument, words: Words): string[] {
  const lines = contentsOf(document).map(({ level, text }) => `${'  '.repeat(level - 1)}${text}`);
  return lines.length === 0 ? [] : [...underlined(words.contents, '-'), '', ...lines];
}

function sources({ sources: entries }: SummaryDocument, around: Surroundings): string[] {
  if (entries.length === 0) return [];
  const lines = entries.map((source) => `- ${runLines(sourceRuns(source), around).join(' ')}`);
  return [...underlined(around.words.sources, '-'), '', ...lines];
}

/** Footnotes may hold footnotes of their own, so the list is read until it no longer grows. */
function notes(around: Surroundings): string[] {
  const { entries } = around.footnotes;
  const lines: string[] = [];
  for (let at = 0; at < entries.length; at += 1) {
    lines.push(`[${at + 1}] ${runLines(entries[at] ?? [], around).join(' ')}`);
  }
  return lines.length === 0 ? [] : [...underlined(around.words.footnotes, '-'), '', ...lines];
}
