import type { Token } from 'markdown-it';
import type { Node } from 'prosemirror-model';
import { documentSchema } from '../../../db/model/index.ts';
import { FOOTNOTE_CALL } from '../markdown/index.ts';
import { type FootnoteOf, inlineNodes } from './inline-nodes.ts';
import type { NoteReferences } from './references.ts';

const { nodes } = documentSchema;

/** How often one definition becomes a footnote: each call has its own copy, and a text can call what is long without end. */
const MOST_COPIES = 20;

/** Footnotes taken out of a document. */
export interface TakenFootnotes {
  /** The tokens without them. */
  readonly rest: readonly Token[];
  readonly footnoteOf: FootnoteOf;
}

/**
 * Takes out the definitions that are footnotes of a note: those called outside of footnotes, of each label the first. A
 * footnote of a note holds no other; any other definition stays where it is, as text, and so do calls beyond `MOST_COPIES`.
 */
export function takeFootnotes(tokens: readonly Token[], references: NoteReferences): TakenFootnotes {
  const definitions = definitionsIn(tokens);
  const footnotes = new Map<string, Node>();
  const taken = new Set<Token>();
  for (const [label, inside] of definitions) {
    footnotes.set(label, footnoteFrom(inside.slice(1, -1), references));
    for (const token of inside) taken.add(token);
  }
  const copies = new Map<string, number>();
  const footnoteOf = (label: string) => {
    const copy = (copies.get(label) ?? 0) + 1;
    copies.set(label, copy);
    return copy <= MOST_COPIES ? footnotes.get(label) : undefined;
  };
  return { rest: tokens.filter((token) => !taken.has(token)), footnoteOf };
}

function definitionsIn(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const found = new Map<string, readonly Token[]>();
  const called = new Set<string>();
  let from = 0;
  let depth = 0;
  tokens.forEach((token, at) => {
    if (token.type === 'footnote_open') {
      if (depth === 0) from = at;
      depth += 1;
    } else if (token.type === 'footnote_close') {
      depth -= 1;
      const label = labelOf(tokens[from] ?? token);
      if (depth === 0 && !found.has(label)) found.set(label, tokens.slice(from, at + 1));
    } else if (depth === 0) {
      for (const label of callsIn(token)) called.add(label);
    }
  });
  return new Map([...found].filter(([label]) => called.has(label)));
}

/** The calls that become footnotes: those in the name of something of the notebook are text. */
function callsIn({ children }: Token): string[] {
  let isName = false;
  return (children ?? []).flatMap((token) => {
    if (token.type === 'link_open') isName = String(token.attrGet('href')).startsWith('lectern:');
    if (token.type === 'link_close') isName = false;
    return token.type === FOOTNOTE_CALL && !isName ? [labelOf(token)] : [];
  });
}

/** A footnote of the tokens of its definition: what is in blocks there stands in lines here. */
function footnoteFrom(tokens: readonly Token[], references: NoteReferences): Node {
  const lines = tokens.flatMap((token): Node[][] => {
    if (token.type === 'inline') return [inlineNodes(token.children ?? [], references, () => undefined)];
    if (token.type === 'fence' || token.type === 'code_block') return codeLines(token.content);
    if (token.type === 'footnote_open') return [[documentSchema.text(`[^${labelOf(token)}]:`)]];
    return [];
  });
  const content = lines.flatMap((line, at) => (at === 0 ? line : [nodes.hard_break.create(), ...line]));
  return nodes.footnote.create(null, content);
}

function codeLines(text: string): Node[][] {
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? [] : [documentSchema.text(line, [documentSchema.marks.code.create()])]));
}

export function labelOf(token: Token): string {
  return String(token.meta?.['label']);
}
