import {
  codePointsIn,
  formatLocator,
  longestNames,
  type NameFinder,
  type NameMatch,
  type Naming,
  nameFinder,
  type Passage,
  type UnlinkedMention,
} from '../../model/index.ts';
import type { Connection } from '../../sqlite/connection.ts';
import * as entities from '../entities.ts';
import { allNames, namesOf, rivalsOf } from './owned-names.ts';
import { type Ground, groundFor, type Place, wholeGround } from './places.ts';
import { type Settled, settledIn } from './settled.ts';

/** Whose mentions are looked for and where; whatever is left out is no restriction. */
export interface MentionScope {
  readonly entityId?: string | undefined;
  /** Entities of this type. */
  readonly type?: string | undefined;
  readonly sourceId?: string | undefined;
}

/** What a stretch of a search has come to. */
export interface MentionStep {
  readonly mentions: readonly UnlinkedMention[];
  /** How many blocks are done, and how many there are. */
  readonly done: number;
  readonly total: number;
}

/** How much text is shown before and after an occurrence, in UTF-16 units. */
const CONTEXT = 80;

/**
 * Looks for passages that name an entity and are neither linked to it nor rejected, in the order of the sources and of
 * their text. A few milliseconds' work a step, so that others get their turn between two; nothing is written, so a
 * search can end anywhere. A passage counts as linked when a mention of the entity touches it, and as decided when it
 * is linked to another of the same name.
 * @throws LecternError `not-found` for an entity that is not there
 */
export function* searchMentions(connection: Connection, scope: MentionScope): Generator<MentionStep> {
  const { find, ground, owners } = prepared(connection, scope);
  const entityOf = new Map(known(connection, owners).map((entity) => [entity.id, entity]));
  const isWanted = (id: string) =>
    scope.entityId === undefined
      ? scope.type === undefined || entityOf.get(id)?.type === scope.type
      : id === scope.entityId;
  let done = 0;
  let settled: Settled | undefined;
  let source = '';
  for (const { sourceId, places } of ground.stretches) {
    if (settled === undefined || source !== sourceId) settled = settledIn(connection, sourceId, owners);
    source = sourceId;
    const mentions: UnlinkedMention[] = [];
    for (const place of places) mentions.push(...mentionsIn(place, find(place.text), settled, entityOf, isWanted));
    done += places.length;
    yield { mentions, done, total: ground.blocks };
  }
}

/** Every unlinked mention at one go, up to a limit. @throws LecternError `not-found` */
export function findMentions(connection: Connection, scope: MentionScope, limit: number): UnlinkedMention[] {
  const found: UnlinkedMention[] = [];
  for (const { mentions } of searchMentions(connection, scope)) {
    found.push(...mentions);
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

interface Prepared {
  readonly find: NameFinder;
  readonly ground: Ground;
  /** The entities the finder knows; null for all. */
  readonly owners: readonly string[] | null;
}

/** One entity is looked for with those that could be meant by the same words; several with all there are. */
function prepared(connection: Connection, { entityId, sourceId }: MentionScope): Prepared {
  if (entityId !== undefined) {
    entities.get(connection, entityId);
    const own = namesOf(connection, [entityId]);
    const ground = groundFor(connection, own, sourceId);
    // A family name may be that of a thousand others, who are of no account where it stands nowhere.
    const rivals = ground.blocks === 0 ? [] : rivalsOf(connection, own);
    if (rivals !== null) {
      const owners = [...new Set([entityId, ...rivals])];
      return { find: nameFinder(namesOf(connection, owners)), ground, owners };
    }
  }
  const ground = wholeGround(connection, sourceId);
  return { find: nameFinder(allNames(connection)), ground, owners: null };
}

interface Known {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

function known(connection: Connection, ids: readonly string[] | null): Known[] {
  return ids === null
    ? connection.all<Known>('SELECT id, name, type FROM entities WHERE trashed_at IS NULL')
    : connection.all<Known>(
        'SELECT id, name, type FROM entities WHERE id IN (SELECT value FROM json_each(?))',
        JSON.stringify(ids),
      );
}

function mentionsIn(
  place: Place,
  matches: readonly NameMatch[],
  settled: Settled,
  entityOf: ReadonlyMap<string, Known>,
  isWanted: (entityId: string) => boolean,
): UnlinkedMention[] {
  if (matches.length === 0) return [];
  const points = codePointsIn(place.text);
  const inSource = ({ start, end }: Passage) => ({
    start: place.start + points(start),
    end: place.start + points(end),
  });
  // A longer name that is not meant here leaves its words to the shorter ones.
  const standing = matches.filter((match) => !settled.isRejected(inSource(match), match.owner));
  return longestNames(standing).flatMap((naming) => {
    const passage = inSource(naming);
    if (naming.names.some(({ owner }) => settled.isLinkedAsItIs(passage, owner))) return [];
    return naming.names
      .filter(({ owner }) => isWanted(owner) && !settled.isLinked(passage, owner))
      .map((match) => ({ ...described(place, naming, match, entityOf), ...passage }));
  });
}

function described(
  { sourceId, sourceTitle, text, number, label }: Place,
  naming: Naming,
  match: NameMatch,
  entityOf: ReadonlyMap<string, Known>,
): UnlinkedMention {
  const { start, end, names, within } = naming;
  const others = (list: readonly NameMatch[]) =>
    list
      .filter(({ owner }) => owner !== match.owner)
      .map(({ owner, name }) => ({ entityId: owner, name: entityOf.get(owner)?.name ?? name }));
  return {
    sourceId,
    sourceTitle,
    start,
    end,
    entityId: match.owner,
    entityName: entityOf.get(match.owner)?.name ?? match.name,
    entityType: entityOf.get(match.owner)?.type ?? '',
    quote: text.slice(start, end),
    name: match.name,
    alike: others(names),
    within: others(within),
    // A cut may go through a pair of surrogates.
    before: text
      .slice(Math.max(0, start - CONTEXT), start)
      .toWellFormed()
      .replace(/^\uFFFD/, ''),
    after: text
      .slice(end, end + CONTEXT)
      .toWellFormed()
      .replace(/\uFFFD$/, ''),
    locator: formatLocator({ firstBlock: number, lastBlock: number, ...(label === null ? {} : { label }) }),
  };
}
