import { passages, sources, texts } from '../../db/index.ts';
import { formatLocator } from '../../db/model/index.ts';
import type { ExportChoices } from '../contract/index.ts';
import { attribution, reportOf, sourceEntry, wordsFor } from '../interchange/index.ts';
import { exportFiles } from './export-files.ts';
import type { HandlersOf } from './handler.ts';
import { fileNameFor } from './names.ts';
import { buildSummary, type SummaryChoices, USUAL_CHOICES } from './summaries/index.ts';

export const exportHandlers: HandlersOf<'exports'> = {
  'exports.create': async ({ kind, id, format, language, choices }, context) => {
    const at = new Date(context.ports.clock()).toISOString();
    const summary = context.read((connection) =>
      buildSummary(connection, kind, id, language ?? 'en', at, { ...USUAL_CHOICES, ...given(choices) }),
    );
    const { first, beside } = await exportFiles(context, summary, format);
    return { ...first, beside, report: reportOf(summary) };
  },

  'exports.text': async ({ title, text }, { ports }) => {
    const fileName = `${fileNameFor(title)}.txt`;
    const bytes = new TextEncoder().encode(text.toWellFormed());
    return { download: await ports.outbox.put(fileName, 'text/plain; charset=utf-8', bytes, false), fileName };
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

/** The choices somebody made, without those left open. */
function given(choices: ExportChoices = {}): Partial<SummaryChoices> {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
