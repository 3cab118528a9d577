import { type Connection, highlights, notes, tags } from '../../../db/index.ts';
import type { Highlight } from '../../../db/model/index.ts';
import { plain, type SummaryBlock } from '../../interchange/index.ts';
import type { SummaryChoices } from './choices.ts';
import type { Labels } from './labels.ts';
import { noteBlocks } from './note.ts';
import type { Quoting } from './quotations.ts';
import type { Summary } from './summary.ts';

/** What a tag means, then every passage that carries it or a tag below it, source by source, and the notes that do. */
export function tagSummary(
  connection: Connection,
  id: string,
  quoting: Quoting,
  labels: Labels,
  choices: SummaryChoices,
): Summary {
  const { name, memo } = tags.row(connection, id);
  const meaning: SummaryBlock[] = memo === '' ? [] : [{ kind: 'paragraph', runs: plain(memo) }];
  const passages = highlights.list(connection, { tagId: id });
  const written = choices.notes ? taggedNotes(connection, id, quoting, labels) : [];
  return { title: name, blocks: [...meaning, ...bySource(passages, 1, quoting), ...written] };
}

function taggedNotes(connection: Connection, tagId: string, quoting: Quoting, labels: Labels): SummaryBlock[] {
  const sections = notes
    .list(connection, { tagId })
    .flatMap(({ id, title }): SummaryBlock[] => [
      { kind: 'heading', level: 2, runs: plain(title || labels.untitled) },
      ...noteBlocks(notes.get(connection, id).document, quoting, 3),
    ]);
  return sections.length === 0 ? [] : [{ kind: 'heading', level: 1, runs: plain(labels.found.note) }, ...sections];
}

/** Passages under the titles of their sources. */
export function bySource(passages: readonly Highlight[], level: number, quoting: Quoting): SummaryBlock[] {
  const groups = Map.groupBy(passages, ({ sourceId }) => sourceId);
  return [...groups.values()].flatMap((group): SummaryBlock[] => [
    { kind: 'heading', level, runs: plain(group[0]?.sourceTitle ?? '') },
    ...group.map(quoting.quote),
  ]);
}
