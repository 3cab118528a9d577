import { codePointLength, type DocumentJson, sliceCodePoints } from '../model/index.ts';
import type { Row } from './collect.ts';

/** A row that its table refuses, changed as little as it takes to keep its words; undefined where there is no way. */
export function mendRow(table: string, row: Row): Row | undefined {
  if (table === 'blocks') return mendBlock(row);
  if (table === 'notes') return mendNote(row);
  return undefined;
}

/** A damaged letter can make a text longer or shorter; it has to fill its place, or all that follows would move. */
function mendBlock(row: Row): Row | undefined {
  const { text, length } = row;
  if (typeof text !== 'string' || typeof length !== 'number' || length < 0) return undefined;
  const cut = sliceCodePoints(text.toWellFormed(), 0, length);
  return { ...row, text: cut + '\uFFFD'.repeat(length - codePointLength(cut)) };
}

/** A note whose document is no longer one still has its words. */
function mendNote(row: Row): Row | undefined {
  const { text } = row;
  if (typeof text !== 'string') return undefined;
  const content: DocumentJson[] = text
    .split('\n')
    .map((line) =>
      line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text: line }] },
    );
  return { ...row, document: JSON.stringify({ type: 'doc', content }), document_version: 1, quotations: 0 };
}
