import { setImmediate as nextTurn } from 'node:timers/promises';
import { LecternError } from '../../db/model/index.ts';
import type { ExportFormat } from '../contract/index.ts';
import {
  PRINTED,
  SUMMARY_WRITERS,
  type SummaryDocument,
  type SummaryWriter,
  writeSummary,
} from '../interchange/index.ts';
import type { Context } from './context.ts';
import { fileNameFor } from './names.ts';

/** A finished file and where the caller fetches it. */
export interface ExportedFile {
  readonly download: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
}

/** How many steps an export takes that are worth telling: read, written, printed or handed over. */
const STEPS = 3;

/**
 * Writes a summary in a format and hands the files to the shell, the first and what belongs beside it. Nothing is handed
 * over before the first file is complete.
 * @throws LecternError `cancelled`, and what `printPage` and the outbox throw
 */
export async function exportFiles(
  context: Context,
  summary: SummaryDocument,
  format: ExportFormat,
): Promise<{ readonly first: ExportedFile; readonly beside: ExportedFile[] }> {
  const name = fileNameFor(summary.title);
  await tell(context, 1, summary.title);
  const { extension, mediaType, others, bytes } = await fileOf(context, summary, format);
  await tell(context, 2, summary.title);
  const first = await handOver(context, `${name}.${extension}`, mediaType, bytes);
  const beside: ExportedFile[] = [];
  for (const { ending, mediaType: type, bytes: content } of others) {
    beside.push(await handOver(context, `${name}${ending}`, type, content, ending));
  }
  return { first, beside };
}

async function fileOf(context: Context, summary: SummaryDocument, format: ExportFormat) {
  if (format === 'pdf') {
    const bytes = await context.ports.printPage(await writeSummary(summary, 'html'), context.cancelled);
    return { ...PRINTED, bytes, others: [] };
  }
  const writer: SummaryWriter = SUMMARY_WRITERS[format];
  const { extension, mediaType } = writer;
  return { extension, mediaType, bytes: await writeSummary(summary, format), others: writer.beside?.(summary) ?? [] };
}

/** Says how far the export has come, and lets others have their turn: one of them may be the wish to stop it. */
async function tell({ progress, cancelled }: Context, done: number, item: string): Promise<void> {
  progress({ done, total: STEPS, item });
  await nextTurn();
  if (cancelled()) throw new LecternError('cancelled', 'The export was cancelled.');
}

async function handOver(
  { ports }: Context,
  fileName: string,
  mediaType: string,
  bytes: Uint8Array,
  besideWith?: string,
): Promise<ExportedFile> {
  const download = await ports.outbox.put(fileName, mediaType, bytes, besideWith);
  return { download, fileName, mediaType, size: bytes.length };
}
