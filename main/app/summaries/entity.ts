import { type Connection, entities, highlights, mentions, relations } from '../../../db/index.ts';
import { descriptionDocument, type Entity, type Mention, overlaps, type Relation } from '../../../db/model/index.ts';
import { noteToBlocks, plain, type Run, type SummaryBlock } from '../../interchange/index.ts';
import type { Labels } from './labels.ts';
import type { Quoting } from './quotations.ts';
import { sentenceAround } from './sentence.ts';
import type { Summary } from './summary.ts';

/** What is known of an entity, its relations, and every passage that speaks of it, source by source. */
export function entitySummary(connection: Connection, id: string, quoting: Quoting, labels: Labels): Summary {
  const entity = entities.get(connection, id);
  const related = relations.list(connection, id);
  return {
    title: entity.name,
    blocks: [
      ...facts(entity, labels),
      ...(related.length === 0 ? [] : [heading(1, labels.relations), relationList(related, labels)]),
      ...spokenOf(connection, id, quoting, labels),
    ],
  };
}

function facts(entity: Entity, labels: Labels): SummaryBlock[] {
  const { type, aliases, dates, identifiers, fields } = entity;
  const fact = (label: string, text: string): SummaryBlock[] =>
    text === '' ? [] : [{ kind: 'paragraph', runs: [{ text: `${label}: `, marks: ['strong'] }, ...plain(text)] }];
  return [
    ...fact(labels.type, labels.types[type] ?? type),
    ...fact(labels.names, aliases.join(', ')),
    ...fact(labels.dates, labels.inWords(dates)),
    ...fact(labels.identifiers, identifiers.map(({ kind, value }) => `${kind} ${value}`).join(', ')),
    ...Object.entries(fields).flatMap(([field, value]) => fact(field, value)),
    ...descriptionBlocks(entity),
  ];
}

/** The description with its form. */
export function descriptionBlocks({ description: text, descriptionDocument: document }: Entity): SummaryBlock[] {
  return text === '' ? [] : noteToBlocks(descriptionDocument({ text, document }));
}

function relationList(related: readonly Relation[], labels: Labels): SummaryBlock {
  return {
    kind: 'list',
    ordered: false,
    start: 1,
    items: related.map((relation) => ({ blocks: [{ kind: 'paragraph', runs: relationRuns(relation, labels) }] })),
  };
}

function relationRuns({ fromName, type, toName, dates, comment }: Relation, labels: Labels): Run[] {
  const when = dates === '' ? '' : ` (${labels.inWords(dates)})`;
  const more = comment === '' ? '' : `: ${comment}`;
  return [...plain(`${fromName} – `), { text: type, marks: ['em'] }, ...plain(` – ${toName}${when}${more}`)];
}

/** Highlights that hold a mention, and for a mention in none the sentence it stands in. */
function spokenOf(connection: Connection, id: string, quoting: Quoting, labels: Labels): SummaryBlock[] {
  const marked = Map.groupBy(highlights.list(connection, { entityId: id }), ({ sourceId }) => sourceId);
  const linked = Map.groupBy(mentions.list(connection, { entityId: id }), ({ sourceId }) => sourceId);
  if (linked.size === 0) return [];
  const blocks: SummaryBlock[] = [heading(1, labels.passages)];
  for (const [sourceId, group] of linked) {
    const own = marked.get(sourceId) ?? [];
    const alone = group.filter((mention) => !own.some((highlight) => overlaps(highlight, mention)));
    const found = [
      ...own.map((highlight) => ({ start: highlight.start, block: quoting.quote(highlight) })),
      ...alone.map((mention) => ({ start: mention.start, block: sentenceOf(connection, mention) })),
    ].sort((a, b) => a.start - b.start);
    quoting.cite(sourceId);
    blocks.push(heading(2, group[0]?.sourceTitle ?? ''));
    for (const [index, { block }] of found.entries()) {
      // Two mentions in one sentence are one passage.
      if (block.text !== found[index - 1]?.block.text) blocks.push(block);
    }
  }
  return blocks;
}

function sentenceOf(connection: Connection, mention: Mention): SummaryBlock & { kind: 'quotation' } {
  const { sourceId, sourceTitle, locator } = mention;
  return {
    kind: 'quotation',
    highlightId: '',
    text: sentenceAround(connection, mention),
    sourceId,
    sourceTitle,
    locator,
  };
}

function heading(level: number, text: string): SummaryBlock {
  return { kind: 'heading', level, runs: plain(text) };
}
