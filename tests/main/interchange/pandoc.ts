import { spawnSync } from 'node:child_process';

/** Whether pandoc, the measure for what a document says, is installed here. */
export const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

/**
 * The words pandoc finds in a document: those of its body and notes, and the title it takes out of the body. Left out are
 * the descriptions of pictures, which Lectern leaves out too.
 */
export function pandocWords(path: string, format: string): string[] {
  const args = ['-f', format, '-t', 'json', path];
  const { stdout, stderr, status } = spawnSync('pandoc', args, { maxBuffer: 1 << 28, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  const document = JSON.parse(stdout) as { blocks: unknown; meta: Record<string, unknown> };
  const parts: string[] = [];
  if (format === 'docx') collect([document.meta['title'], document.meta['subtitle'], document.meta['abstract']], parts);
  collect(document.blocks, parts);
  return wordsIn(parts.join(''));
}

const BREAKS: ReadonlySet<string> = new Set(['Space', 'SoftBreak', 'LineBreak']);
/** Nodes whose content has attributes before what is text. */
const CODE: ReadonlySet<string> = new Set(['Code', 'CodeBlock', 'Math']);

function collect(node: unknown, parts: string[]): void {
  if (Array.isArray(node)) {
    for (const each of node) collect(each, parts);
    return;
  }
  if (typeof node !== 'object' || node === null || !('t' in node)) return;
  const { t, c } = node as Node;
  if (t === 'Str') parts.push(String(c));
  else if (BREAKS.has(t)) parts.push(' ');
  else if (CODE.has(t)) parts.push(String((c as unknown[])[1]));
  else if (t === 'Image' || t === 'RawBlock' || t === 'RawInline') return;
  else {
    collect(c, parts);
    if (!INLINE.has(t)) parts.push('\n');
  }
}

const INLINE: ReadonlySet<string> = new Set([
  'Emph',
  'Underline',
  'Strong',
  'Strikeout',
  'Superscript',
  'Subscript',
  'SmallCaps',
  'Quoted',
  'Cite',
  'Link',
  'Span',
]);

export function wordsIn(text: string): string[] {
  return text.normalize('NFC').match(/[\p{L}\p{M}]+|\p{N}+/gu) ?? [];
}

/** The share of words two texts have in common, each as often as it occurs: 1 where they have the same. */
export function agreement(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common++;
    counts.set(word, left - 1);
  }
  return a.length + b.length === 0 ? 1 : (2 * common) / (a.length + b.length);
}

/** What each has that the other has not, for whoever looks into a disagreement. */
export function differences(a: readonly string[], b: readonly string[]): { only: string[]; missing: string[] } {
  const lacking = (from: readonly string[], what: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const word of from) counts.set(word, (counts.get(word) ?? 0) + 1);
    return what.filter((word) => {
      const left = counts.get(word) ?? 0;
      counts.set(word, left - 1);
      return left <= 0;
    });
  };
  return { only: lacking(b, a).slice(0, 20), missing: lacking(a, b).slice(0, 20) };
}
