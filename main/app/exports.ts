import { passages, sources, texts } from '../../db/index.ts';
import { formatLocator } from '../../db/model/index.ts';
import {
  attribution,
  reportOf,
  SUMMARY_WRITERS,
  type SummaryWriter,
  sourceEntry,
  wordsFor,
  writeSummary,
} from '../interchange/index.ts';
import type { HandlersOf } from './handler.ts';
import { fileNameFor } from './names.ts';
import type { Outbox } from './ports.ts';
import { buildSummary } from './summaries/index.ts';

export const exportHandlers: HandlersOf<'exports'> = {
  'exports.create': async ({ kind, id, format, language }, { read, ports }) => {
    const at = new Date(ports.clock()).toISOString();
    const summary = read((connection) => buildSummary(connection, kind, id, language ?? 'en', at));
    const writer: SummaryWriter = SUMMARY_WRITERS[format];
    const { extension, mediaType } = writer;
    const name = fileNameFor(summary.title);
    const bytes = await writeSummary(summary, format);
    const second = writer.beside?.(summary);
    const { quotations, unresolved } = reportOf(summary);
    const first = await handOver(ports.outbox, `${name}.${extension}`, mediaType, bytes, false);
    return {
      ...first,
      beside:
        second === undefined
          ? []
          : [await handOver(ports.outbox, `${name}.${second.extension}`, second.mediaType, second.bytes, true)],
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

/** Gives a finished file to the shell and says where it is. */
async function handOver(outbox: Outbox, fileName: string, mediaType: string, bytes: Uint8Array, beside: boolean) {
  const download = await outbox.put(fileName, mediaType, bytes, beside);
  return { download, fileName, mediaType, size: bytes.length };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
