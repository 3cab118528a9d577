import { type Connection, entities, notes, outlines, whereabouts } from '../../../db/index.ts';
import type { OutlineItem } from '../../../db/model/index.ts';
import { plain, type SummaryBlock } from '../../interchange/index.ts';
import type { Labels } from './labels.ts';
import { noteBlocks } from './note.ts';
import type { Quoting } from './quotations.ts';
import type { Summary } from './summary.ts';

/** An outline as it reads from top to bottom; a heading's level is the number of headings above it. */
export function outlineSummary(connection: Connection, id: string, quoting: Quoting, labels: Labels): Summary {
  const { title, tree } = outlines.get(connection, id);
  const headingsAbove = new Map<string, number>();
  const blocks = tree.flatMap((item) => {
    const above = item.parentId === null ? 0 : (headingsAbove.get(item.parentId) ?? 0);
    headingsAbove.set(item.id, item.kind === 'heading' ? above + 1 : above);
    return itemBlocks(connection, item, above, quoting, labels);
  });
  return { title, blocks };
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
      return [{ kind: 'heading', level, runs: plain(item.text) }];
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
  const facts = [labels.types[entity.type] ?? entity.type, entity.dates].filter((fact) => fact !== '').join(', ');
  const description = entity.description === '' ? '' : `: ${entity.description}`;
  return [{ kind: 'paragraph', runs: [name, { text: ` (${facts})${description}` }] }];
}
