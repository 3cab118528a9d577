import { formatLocator, type SourcePassage, toCodePoints, type UnlinkedMention } from '../model/index.ts';
import type { Connection } from '../sqlite/connection.ts';
import * as entities from './entities.ts';
import { nameFinder } from './name-pattern.ts';

/** How much text is shown before and after an occurrence, in UTF-16 units. */
const CONTEXT = 80;
const MOST = 10_000;

interface PlaceRow {
  readonly sourceId: string;
  readonly sourceTitle: string;
  readonly number: number;
  readonly start: number;
  readonly text: string;
  readonly label: string | null;
}

/**
 * Occurrences of an entity's names in all sources that nobody has linked to it or rejected yet, in text order.
 * An occurrence counts as linked when a mention of this entity touches it.
 * @throws LecternError `not-found`
 */
export function findMentions(connection: Connection, entityId: string, limit = MOST): UnlinkedMention[] {
  const entity = entities.get(connection, entityId);
  const find = nameFinder([entity.name, ...entity.aliases]);
  const known = knownPassages(connection, entityId);
  const occurrences: UnlinkedMention[] = [];
  const places = connection.iterate<PlaceRow>(
    `SELECT b.source_id AS sourceId, s.title AS sourceTitle, b.number, b.start, b.text, b.label
     FROM sources s JOIN blocks b ON b.source_id = s.id
     WHERE s.trashed_at IS NULL ORDER BY s.created_at, s.id, b.number`,
  );
  for (const place of places) {
    for (const occurrence of occurrencesIn(place, find(place.text))) {
      if (known(occurrence)) continue;
      occurrences.push(occurrence);
      if (occurrences.length >= limit) return occurrences;
    }
  }
  return occurrences;
}

function* occurrencesIn(
  place: PlaceRow,
  matches: Iterable<{ readonly start: number; readonly end: number; readonly name: string }>,
): Generator<UnlinkedMention> {
  const { text, number, label } = place;
  // Matches come in order, so each offset is counted on from the one before.
  let counted = 0;
  let codePoints = 0;
  for (const { start, end, name } of matches) {
    const quote = text.slice(start, end);
    codePoints += toCodePoints(text.slice(counted, start), start - counted);
    counted = start;
    const from = place.start + codePoints;
    yield {
      sourceId: place.sourceId,
      start: from,
      end: from + toCodePoints(quote, quote.length),
      quote,
      name,
      before: text
        .slice(Math.max(0, start - CONTEXT), start)
        .toWellFormed()
        .replace(/^\uFFFD/, ''),
      after: text
        .slice(end, end + CONTEXT)
        .toWellFormed()
        .replace(/\uFFFD$/, ''),
      locator: formatLocator({ firstBlock: number, lastBlock: number, ...(label === null ? {} : { label }) }),
      sourceTitle: place.sourceTitle,
    };
  }
}

/** Says whether a passage touches one that is linked, or is one that was rejected; asked in text order. */
function knownPassages(connection: Connection, entityId: string): (passage: SourcePassage) => boolean {
  const linked = Map.groupBy(
    connection.all<SourcePassage>(
      'SELECT source_id AS sourceId, start, "end" AS "end" FROM mentions WHERE entity_id = ? ORDER BY start',
      entityId,
    ),
    ({ sourceId }) => sourceId,
  );
  const rejected = new Set(
    connection
      .all<SourcePassage>(
        'SELECT source_id AS sourceId, start, "end" AS "end" FROM rejected_mentions WHERE entity_id = ?',
        entityId,
      )
      .map(({ sourceId, start, end }) => `${sourceId} ${start} ${end}`),
  );
  // Occurrences come in text order, so a link that ended before one is of no account for those after it.
  const past = new Map<string, number>();
  return ({ sourceId, start, end }) => {
    if (rejected.has(`${sourceId} ${start} ${end}`)) return true;
    const passages = linked.get(sourceId) ?? [];
    let first = past.get(sourceId) ?? 0;
    while ((passages[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first++;
    past.set(sourceId, first);
    for (let at = first; at < passages.length; at++) {
      const passage = passages[at];
      if (passage === undefined || passage.start >= end) return false;
      if (start < passage.end) return true;
    }
    return false;
  };
}
