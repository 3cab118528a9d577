import { docxWriter } from './docx/index.ts';
import { htmlWriter } from './html/index.ts';
import { latexWriter } from './latex/index.ts';
import { markdownWriter } from './markdown/index.ts';
import { odtWriter } from './odt/index.ts';
import { opmlWriter } from './opml/index.ts';
import { plainTextWriter } from './plain-text/index.ts';
import { type SummaryDocument, type SummaryWriter, wordsFor } from './summary/index.ts';

/** The formats a summary is written in; a new one is a folder with a writer and a line here. */
export const SUMMARY_WRITERS = {
  markdown: markdownWriter,
  html: htmlWriter,
  docx: docxWriter,
  odt: odtWriter,
  latex: latexWriter,
  opml: opmlWriter,
  text: plainTextWriter,
} as const satisfies Record<string, SummaryWriter>;

/** The file of pages made by printing what `html` writes. */
export const PRINTED = { extension: 'pdf', mediaType: 'application/pdf' } as const;

export type SummaryFormat = keyof typeof SUMMARY_WRITERS;

/** A summary's bytes in a format, with the words it adds in the document's language. */
export async function writeSummary(document: SummaryDocument, format: SummaryFormat): Promise<Uint8Array> {
  return SUMMARY_WRITERS[format].write(document, wordsFor(document.language));
}
