import { type Connection, entities, notes, outlines, whereabouts } from '../../../db/index.ts';
import { LecternError, type OutlineItem } from '../../../db/model/index.ts';
import { plain, type Run, type SummaryBlock } from '../../interchange/index.ts';
import { excerpt } from '../names.ts';
import type { SummaryChoices } from './choices.ts';
import { descriptionBlocks } from './entity.ts';
import type { Labels } from './labels.ts';
import { noteBlocks } from './note.ts';
import type { Quoting } from './quotations.ts';
import type { Summary } from './summary.ts';

/**
 * An outline as it reads from top to bottom; a heading's level is the number of headings above it. Of a branch, its item is
 * the title where that is a heading, and numbers stay those of the whole.
 * @throws LecternError `not-found` for the outline or the item of the branch
 */
export function outlineSummary(
  connection: Connection,
  { id, branch }: { readonly id: string; readonly branch?: string | undefined },
  quoting: Quoting,
  labels: Labels,
  { numbered, plan }: SummaryChoices,
): Summary {
  const { title, tree } = outlines.get(connection, id);
  const root = branch === undefined ? undefined : itemOf(tree, branch);
  const numbers = numbered ? headingNumbers(tree) : new Map<string, string>();
  const words = plan ? wordsBelow(tree) : new Map<string, number>();
  const headingsAbove = new Map<string, number>();
  const planOf = (item: OutlineItem) => (plan ? planBlocks(item, words.get(item.id) ?? 0, labels) : []);
  const shown = root === undefined ? tree : root.kind === 'heading' ? below(tree, root) : [root, ...below(tree, root)];
  let empty = 0;
  const blocks = shown.flatMap((item) => {
    const above = item.parentId === null ? 0 : (headingsAbove.get(item.parentId) ?? 0);
    headingsAbove.set(item.id, item.kind === 'heading' ? above + 1 : above);
    const blocks = itemBlocks(connection, item, above, quoting, labels);
    if (isEmpty(item)) empty += 1;
    const number = numbers.get(item.id);
    const numberedBlocks =
      number === undefined ? blocks : blocks.map((block) => (block.kind === 'heading' ? { ...block, number } : block));
    return item.kind === 'heading' ? [...numberedBlocks, ...planOf(item)] : [...planOf(item), ...numberedBlocks];
  });
  const skipped = [{ code: 'empty-items', count: empty } as const];
  if (root === undefined) return { title, blocks, skipped };
  return {
    title: titleOf(root) || title,
    ...(titleOf(root) === '' ? {} : { subtitle: title }),
    blocks: root.kind === 'heading' ? [...planOf(root), ...blocks] : blocks,
    skipped,
  };
}

function itemOf(tree: readonly OutlineItem[], id: string): OutlineItem {
  const item = tree.find((each) => each.id === id);
  if (item === undefined)
    throw new LecternError('not-found', `There is no outline item “${id}” in this outline.`, {
      noun: 'outline item',
      id,
    });
  return item;
}

/** Everything below an item, in reading order. */
function below(tree: readonly OutlineItem[], { id }: OutlineItem): OutlineItem[] {
  const within = new Set([id]);
  return tree.filter((item) => {
    const is = item.parentId !== null && within.has(item.parentId);
    if (is) within.add(item.id);
    return is;
  });
}

function titleOf({ text }: OutlineItem): string {
  const [line = ''] = text.trim().split('\n');
  return excerpt(line);
}

/** A heading or text nobody has written yet. */
function isEmpty({ kind, text }: OutlineItem): boolean {
  return (kind === 'heading' || kind === 'text') && text.trim() === '';
}

/** What the plan of an outline says of an item, in one line: how far it is, how long, and what it is about. */
function planBlocks({ status, target, gist }: OutlineItem, words: number, labels: Labels): SummaryBlock[] {
  const facts = [
    ...(status === null ? [] : [labels.statuses[status]]),
    ...(target === null ? [] : [labels.wordsOf(words, target)]),
    ...(gist === '' ? [] : [gist]),
  ];
  return facts.length === 0 ? [] : [{ kind: 'paragraph', runs: [{ text: facts.join(' · '), marks: ['em'] }] }];
}

/** The words of every item with all below it. */
function wordsBelow(tree: readonly OutlineItem[]): Map<string, number> {
  const words = new Map(tree.map((item) => [item.id, item.words]));
  // From the end, so that what is below an item is complete before it is added to the one above.
  for (const { id, parentId } of tree.toReversed()) {
    if (parentId !== null) words.set(parentId, (words.get(parentId) ?? 0) + (words.get(id) ?? 0));
  }
  return words;
}

/** The number of every heading, as the outline shows it: `2.1`; items that are no headings do not count. */
function headingNumbers(tree: readonly OutlineItem[]): Map<string, string> {
  const numbers = new Map<string, string>();
  const top = { prefix: '', last: 0 };
  const counters = new Map<string | null, { readonly prefix: string; last: number }>();
  for (const { id, parentId, kind } of tree) {
    const counter = counters.get(parentId) ?? top;
    if (kind === 'heading') {
      counter.last += 1;
      const number = `${counter.prefix}${counter.last}`;
      numbers.set(id, number);
      counters.set(id, { prefix: `${number}.`, last: 0 });
    } else {
      counters.set(id, counter);
    }
  }
  return numbers;
}

function itemBlocks(
  connection: Connection,
  item: OutlineItem,
  above: number,
  quoting: Quoting,
  labels: Labels,
): SummaryBlock[] {
  const level = Math.min(6, above + 1);
  switch (item.kind) {
    case 'heading':
      return isEmpty(item) ? [] : [{ kind: 'heading', level, runs: plain(item.text) }];
    case 'text':
      return item.text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph) => ({ kind: 'paragraph', runs: plain(paragraph) }));
    case 'quotation':
      return [
        quoting.resolve(item.refId ?? '', {
          text: item.text,
          sourceTitle: item.sourceTitle ?? '',
          locator: item.locator ?? '',
        }),
      ];
    case 'note':
    case 'entity':
      return referred(connection, item, level, quoting, labels);
  }
}

function referred(
  connection: Connection,
  { kind, refId, text }: OutlineItem,
  level: number,
  quoting: Quoting,
  labels: Labels,
): SummaryBlock[] {
  const id = refId ?? '';
  const reason = whereabouts(connection, kind === 'note' ? 'note' : 'entity', id);
  if (reason !== 'here') return [{ kind: 'unresolved', what: text || labels.untitled, reason }];
  if (kind === 'note') {
    const note = notes.get(connection, id);
    const heading: SummaryBlock[] = note.title === '' ? [] : [{ kind: 'heading', level, runs: plain(note.title) }];
    return [...heading, ...noteBlocks(note.document, quoting, note.title === '' ? level : Math.min(6, level + 1))];
  }
  const entity = entities.get(connection, id);
  const name = { text: entity.name, marks: ['strong'] as const, reference: { kind: 'entity' as const, id } };
  const facts = [labels.types[entity.type] ?? entity.type, labels.inWords(entity.dates)]
    .filter((fact) => fact !== '')
    .join(', ');
  const [first, ...others] = descriptionBlocks(entity);
  const follows: Run[] = first?.kind === 'paragraph' ? [{ text: ': ' }, ...first.runs] : [];
  return [
    { kind: 'paragraph', runs: [name, { text: ` (${facts})` }, ...follows] },
    ...(first && first.kind !== 'paragraph' ? [first] : []),
    ...others,
  ];
}
