import { type Connection, passages } from '../../../db/index.ts';
import { type SourcePassage, sliceCodePoints, toCodePoints } from '../../../db/model/index.ts';

/** How far around a passage its sentence is looked for, in code points. */
const REACH = 600;

/** The sentence, or sentences, a passage touches; by the rules of Unicode (UAX 29) as the engine has them. */
export function sentenceAround(connection: Connection, { sourceId, start, end }: SourcePassage): string {
  const from = Math.max(0, start - REACH);
  const before = passages.textBetween(connection, sourceId, from, start).replace(/^.*\n/s, '');
  const inside = passages.textBetween(connection, sourceId, start, end);
  const after = passages.textBetween(connection, sourceId, end, end + REACH).replace(/\n.*$/s, '');
  const text = before + inside + after;
  const first = toCodePoints(before, before.length);
  const last = first + (end - start);
  let at = 0;
  let sentence = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'sentence' }).segment(text)) {
    const length = toCodePoints(segment, segment.length);
    if (at < last && at + length > first) sentence += segment;
    at += length;
  }
  return sentence.trim() || sliceCodePoints(text, first, last);
}
