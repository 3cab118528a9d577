import { type ExportThing, LecternError } from '../contract/index.ts';
import type { Session } from './session.ts';

/** What a script can call by its name. */
type Findable = ExportThing | 'collection';

interface Candidate {
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * The id of the thing a script calls by its id or by its name: the very name first, then one that differs in case only.
 * @throws LecternError `not-found`; `conflict` when several go by that name, with the ids to choose from
 */
export async function findByName(session: Session, kind: Findable, called: string): Promise<string> {
  return findAmong(await candidates(session, kind), kind, called);
}

/** The same for an item of an outline, which goes by its words. @throws LecternError `not-found`, `conflict` */
export async function findItem(session: Session, outlineId: string, called: string): Promise<string> {
  const { tree } = await session.call('outlines.get', { id: outlineId });
  return findAmong(
    tree.map(({ id, text }) => ({ id, names: [text] })),
    'outline item',
    called,
  );
}

function findAmong(all: readonly Candidate[], kind: string, called: string): string {
  if (all.some(({ id }) => id === called)) return called;
  const folded = called.toLocaleLowerCase();
  const exact = all.filter(({ names }) => names.includes(called));
  const found =
    exact.length > 0 ? exact : all.filter(({ names }) => names.some((n) => n.toLocaleLowerCase() === folded));
  const [first, ...others] = found;
  if (first === undefined) throw new LecternError('not-found', `There is no ${kind} “${called}”.`, { kind, called });
  if (others.length === 0) return first.id;
  const choice = found.map(({ id, names }) => `${id} (${names[0]})`).join(', ');
  throw new LecternError('conflict', `Several go by “${called}”; use an id: ${choice}.`, { kind, called });
}

async function candidates(session: Session, kind: Findable): Promise<Candidate[]> {
  switch (kind) {
    case 'source':
      return (await session.call('sources.list', {})).map(({ id, title, fileName }) => ({
        id,
        names: [title, fileName],
      }));
    case 'collection':
      return (await session.call('collections.list', {})).map(({ id, name }) => ({ id, names: [name] }));
    case 'tag':
      return (await session.call('tags.list', {})).map(({ id, name }) => ({ id, names: [name] }));
    case 'entity':
      return (await session.call('entities.list', {})).map(({ id, name, aliases }) => ({
        id,
        names: [name, ...aliases],
      }));
    case 'note':
      return (await session.call('notes.list', {})).map(({ id, title }) => ({ id, names: [title] }));
    case 'outline':
      return (await session.call('outlines.list', {})).map(({ id, title }) => ({ id, names: [title] }));
  }
}
