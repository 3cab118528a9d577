import { type Connection, highlights, passages, sources, texts, whereabouts } from '../../db/index.ts';
import { formatLocator } from '../../db/model/index.ts';
import type { ExportChoices, Input } from '../contract/index.ts';
import { fitImages, imagesIn, reportOf, SUMMARY_WRITERS } from '../interchange/index.ts';
import { type CitedWords, citationText } from './citation-text.ts';
import { exportFiles } from './export-files.ts';
import type { HandlersOf } from './handler.ts';
import { imageFilesOf } from './images.ts';
import { fileNameFor } from './names.ts';
import { buildSummary, type SummaryChoices, USUAL_CHOICES } from './summaries/index.ts';

export const exportHandlers: HandlersOf<'exports'> = {
  'exports.create': async ({ format, language, choices, ...subject }, context) => {
    const at = new Date(context.ports.clock()).toISOString();
    const summary = context.read((connection) =>
      buildSummary(connection, subject, language ?? 'en', at, { ...USUAL_CHOICES, ...given(choices) }),
    );
    const { images } = SUMMARY_WRITERS[format === 'pdf' ? 'html' : format];
    const fitted = fitImages(summary, await imageFilesOf(context, imagesIn(summary.blocks)), images);
    const { first, beside } = await exportFiles(context, fitted, format);
    return { ...first, beside, report: reportOf(fitted) };
  },

  'exports.text': async ({ title, text }, { ports }) => {
    const fileName = `${fileNameFor(title)}.txt`;
    const bytes = new TextEncoder().encode(text.toWellFormed());
    return { download: await ports.outbox.put(fileName, 'text/plain; charset=utf-8', bytes), fileName };
  },

  'exports.citation': (input, { read }) =>
    read((connection) => citationText(connection, wordsOf(connection, input), input.language ?? 'en')),
};

/** What is to be cited: a passage as it stands in its source, or a quotation as it was taken. */
function wordsOf(connection: Connection, input: Input<'exports.citation'>): CitedWords {
  if ('highlightId' in input) {
    const { highlightId, text, sourceTitle, locator } = input;
    const isHere = whereabouts(connection, 'highlight', highlightId) === 'here';
    const sourceId = isHere ? highlights.get(connection, highlightId).sourceId : null;
    return { quote: text, sourceId, sourceTitle, locator };
  }
  const { quote, firstBlock, lastBlock, sourceId } = passages.placePassage(connection, input);
  const label = texts.blockLabel(connection, sourceId, firstBlock);
  const locator = formatLocator({ firstBlock, lastBlock, ...(label !== '' && { label }) });
  return { quote, sourceId, sourceTitle: sources.get(connection, sourceId).title, locator };
}

/** The choices somebody made, without those left open. */
function given(choices: ExportChoices = {}): Partial<SummaryChoices> {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
}
