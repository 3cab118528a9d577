import { passages, sources, texts } from '../../db/index.ts';
import { formatLocator } from '../../db/model/index.ts';
import { attribution, reportOf, SUMMARY_WRITERS, sourceEntry, wordsFor, writeSummary } from '../interchange/index.ts';
import type { HandlersOf } from './handler.ts';
import { fileNameFor } from './names.ts';
import { buildSummary } from './summaries/index.ts';

export const exportHandlers: HandlersOf<'exports'> = {
  'exports.create': async ({ kind, id, format, language }, { read, ports }) => {
    const at = new Date(ports.clock()).toISOString();
    const summary = read((connection) => buildSummary(connection, kind, id, language ?? 'en', at));
    const { extension, mediaType } = SUMMARY_WRITERS[format];
    const bytes = await writeSummary(summary, format);
    const fileName = `${fileNameFor(summary.title)}.${extension}`;
    const { quotations, unresolved } = reportOf(summary);
    return {
      download: await ports.outbox.put(fileName, mediaType, bytes),
      fileName,
      mediaType,
      size: bytes.length,
      report: { quotations, unresolved },
    };
  },

  'exports.citation': ({ language, ...passage }, { read }) =>
    read((connection) => {
      const { quote, firstBlock, lastBlock, sourceId } = passages.placePassage(connection, passage);
      const source = sources.get(connection, sourceId);
      const label = texts.blockLabel(connection, sourceId, firstBlock);
      const locator = formatLocator({ firstBlock, lastBlock, ...(label !== '' && { label }) });
      const [open, close] = wordsFor(language ?? 'en').quotes;
      const quoted = `${open}${quote}${close}`;
      const from = attribution({ sourceTitle: sourceEntry(source), locator });
      return {
        text: `${quoted}\n${from}`,
        html: `<blockquote>${escapeHtml(quoted).replaceAll('\n', '<br>')}</blockquote><p>${escapeHtml(from)}</p>`,
      };
    }),
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
