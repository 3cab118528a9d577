import {
  type BlockDraft,
  type BlockKind,
  codePointLength,
  type MarkKind,
  type TextMark,
} from '../../../db/model/index.ts';
import { dropControls } from '../source/index.ts';

/** A mark that is being made; its value may still be unknown. */
export interface PendingMark {
  readonly kind: MarkKind;
  value: string;
  start: number;
  end: number;
}

/** A block while text is added to it. Offsets are code points from its beginning. */
export interface OpenBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly label: string;
  text: string;
  length: number;
  readonly marks: PendingMark[];
}

export function openBlock(kind: BlockKind, level: number, label: string): OpenBlock {
  return { kind, level, label, text: '', length: 0, marks: [] };
}

/** Adds characters as a source keeps them: no controls, and line breaks in preformatted text alone. */
export function addText(block: OpenBlock, raw: string): void {
  const clean = dropControls(raw.toWellFormed());
  const text = block.kind === 'preformatted' ? clean : clean.replaceAll('\n', ' ');
  block.text += text;
  block.length += codePointLength(text);
}

/** Takes the spaces (of preformatted text, the line breaks) at the end away, with the parts of marks that lay over them. */
export function trimEnd(block: OpenBlock): void {
  const dropped = block.kind === 'preformatted' ? '\n' : ' ';
  let end = block.text.length;
  while (end > 0 && block.text[end - 1] === dropped) end--;
  const trimmed = block.text.slice(0, end);
  block.length -= block.text.length - trimmed.length;
  block.text = trimmed;
  for (const mark of block.marks) mark.end = Math.min(mark.end, block.length);
}

/**
 * Marks as they are kept: none empty, touching ones of a kind and value joined, in the order of the text.
 * Programs that write documents cut a bold word into a dozen runs.
 */
export function settledMarks(marks: readonly PendingMark[]): TextMark[] {
  const kept = marks.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start || a.end - b.end);
  const settled: PendingMark[] = [];
  const last = new Map<string, PendingMark>();
  for (const mark of kept) {
    const key = `${mark.kind} ${mark.value}`;
    const before = last.get(key);
    if (before !== undefined && mark.start <= before.end && mark.kind !== 'note-call') {
      before.end = Math.max(before.end, mark.end);
      continue;
    }
    const own = { ...mark };
    settled.push(own);
    last.set(key, own);
  }
  return settled;
}

/** The block as it is stored, with marks whose values are known. */
export function closed(block: OpenBlock): BlockDraft {
  const marks = settledMarks(block.marks);
  return {
    kind: block.kind,
    text: block.text,
    ...(block.level > 0 ? { level: Math.min(block.level, DEEPEST_LEVEL) } : {}),
    ...(block.label === '' ? {} : { label: block.label }),
    ...(marks.length === 0 ? {} : { marks }),
  };
}

/** As deep as the notebook counts. */
const DEEPEST_LEVEL = 99;
