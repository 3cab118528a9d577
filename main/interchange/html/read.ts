import type { Remark, SourceDraft } from '../../../db/model/index.ts';
import { createComposer } from '../composer/index.ts';
import { child, decodeMarkup, parseHtml } from '../markup/index.ts';
import { titleFromName } from '../recognise/index.ts';
import { remarksOf, type SourceReader } from '../source/index.ts';
import { composeHtml } from './flow.ts';
import { htmlMetadata } from './metadata.ts';

/** A web page as a source: all of its visible text in blocks, notes tied to their calls, nothing fetched and nothing run. */
export const htmlReader: SourceReader = { read: (bytes, name) => readPage(bytes, name) };

/**
 * The same for a page that comes with its encoding.
 * @param label of the encoding by whoever sent the page; what the page says of itself counts where it is empty
 */
export function readPage(bytes: Uint8Array, name: string, label = ''): SourceDraft {
  const { text, encoding, confidence, replaced } = decodeMarkup(bytes, label);
  const remarks: Remark[] = [];
  if (confidence < 1) remarks.push({ code: 'guessed-encoding', detail: encoding });
  if (replaced > 0) remarks.push({ code: 'replaced-bytes', count: replaced, detail: encoding });
  const draft = readHtml(text, name);
  return { ...draft, encoding, remarks: [...remarks, ...draft.remarks] };
}

function readHtml(text: string, name: string): SourceDraft {
  const root = parseHtml(text);
  const composer = createComposer('trim');
  const met = composeHtml(child(root, 'body') ?? root, composer);
  const { blocks } = composer.finish();
  const { title, ...metadata } = htmlMetadata(root, text);
  const heading = blocks.find(({ kind }) => kind === 'heading')?.text;
  return {
    ...metadata,
    title: title || heading || titleFromName(name),
    mediaType: 'text/html',
    encoding: 'utf-8',
    blocks,
    remarks: remarksOf(met),
  };
}
