import type { Remark } from '../../../db/model/index.ts';
import { decode } from '../encoding/index.ts';
import { cleanText } from './clean-text.ts';

/** A text file's characters as a source keeps them, with what the researcher should know about the reading. */
export interface ReadText {
  readonly text: string;
  readonly encoding: string;
  readonly remarks: readonly Remark[];
}

/** Decodes and cleans the bytes of a text file. */
export function readText(bytes: Uint8Array): ReadText {
  const { text: raw, encoding, confidence, replaced } = decode(bytes);
  const { text, removed } = cleanText(raw);
  const remarks: Remark[] = [];
  if (confidence < 1) remarks.push({ code: 'guessed-encoding', detail: encoding });
  if (replaced > 0) remarks.push({ code: 'replaced-bytes', count: replaced, detail: encoding });
  if (removed > 0) remarks.push({ code: 'removed-controls', count: removed });
  return { text, encoding, remarks };
}
