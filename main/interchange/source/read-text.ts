import type { Remark } from '../../../db/model/index.ts';
import { type Decoded, decode, decodeIn, isContested } from '../encoding/index.ts';
import { cleanText } from './clean-text.ts';

/** A text file's characters as a source keeps them, with what the researcher should know about the reading. */
export interface ReadText {
  readonly text: string;
  readonly encoding: string;
  readonly remarks: readonly Remark[];
}

/**
 * Decodes and cleans the bytes of a text file.
 * @param chosen the encoding somebody said it is in; found out where it is left out
 */
export function readText(bytes: Uint8Array, chosen?: string): ReadText {
  const decoded = chosen === undefined ? decode(bytes) : decodeIn(bytes, chosen);
  const { text: raw, encoding, replaced } = decoded;
  const { text, removed } = cleanText(raw);
  const remarks: Remark[] = [];
  remarks.push(...guessRemarks(bytes, decoded));
  if (replaced > 0) remarks.push({ code: 'replaced-bytes', count: replaced, detail: encoding });
  if (removed > 0) remarks.push({ code: 'removed-controls', count: removed });
  return { text, encoding, remarks };
}

/** That an encoding was guessed, and whether another one would do as well. */
export function guessRemarks(bytes: Uint8Array, { encoding, confidence, replaced }: Omit<Decoded, 'text'>): Remark[] {
  if (confidence === 1) return [];
  const isUnsure = isContested(bytes, { encoding, confidence }) || (replaced > 0 && encoding !== 'utf-8');
  return [{ code: isUnsure ? 'unsure-encoding' : 'guessed-encoding', detail: encoding }];
}
