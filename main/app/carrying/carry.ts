import { setImmediate as nextTurn } from 'node:timers/promises';
import { carry, highlights as highlightStore, holdings, sources, texts } from '../../../db/index.ts';
import { LecternError, type Passage, sliceCodePoints } from '../../../db/model/index.ts';
import type { Output } from '../../contract/index.ts';
import type { Context } from '../context.ts';
import type { Lasting } from '../handler.ts';
import { carrier } from './carry-over.ts';

/** Blocks read at one go: a few milliseconds' work. */
const READ_AT_ONCE = 2000;

/** Brings what is marked in one source over to a newer version of it, as one deed. @throws LecternError */
export async function carryFrom(
  context: Context,
  from: string,
  to: string,
): Promise<Lasting<Output<'sources.carryOver'>>> {
  if (from === to) throw new LecternError('not-allowed', 'A source is no newer version of itself.', { id: from });
  const older = await textOf(context, from);
  const newer = await textOf(context, to);
  const held = context.read((connection) => holdings(connection, from));
  const find = carrier(older, newer);
  const { carried, left } = find(held.highlights);
  const places = {
    highlights: carried,
    mentions: find(held.mentions).carried,
    rejected: find(held.rejected).carried,
  };
  const subject = context.read((connection) => sources.title(connection, to));
  context.write({ deed: 'carry-over', subject }, (connection) => carry(connection, from, to, places));
  const proposals = new Map(left.map(({ id, proposal }) => [id, proposal]));
  const staying = context.read((connection) => highlightStore.list(connection, { ids: left.map(({ id }) => id) }));
  return {
    carried: carried.length,
    moved: carried.filter(({ moved }) => moved).length,
    mentions: places.mentions.length,
    left: staying.map((highlight) => {
      const proposal = proposals.get(highlight.id);
      const quoted = proposal && { ...proposal, quote: sliceCodePoints(newer, proposal.start, proposal.end) };
      return { highlight, ...(quoted && { proposal: quoted }) };
    }),
  };
}

/** Puts one highlight to the place somebody chose in the newer version. @throws LecternError `not-found`, `outside-the-text` */
export function carryOne({ write, read }: Context, id: string, to: string, { start, end }: Passage) {
  const { sourceId } = read((connection) => highlightStore.get(connection, id));
  const subject = read((connection) => sources.title(connection, to));
  return write({ deed: 'carry-over', subject }, (connection) => {
    carry(connection, sourceId, to, { highlights: [{ id, start, end }], mentions: [], rejected: [] });
    return highlightStore.get(connection, id);
  });
}

/** The whole text of a source; others get their turn while it is read. */
async function textOf({ read }: Context, id: string): Promise<string> {
  const { blocks } = read((connection) => sources.get(connection, id));
  const parts: string[] = [];
  for (let from = 1; from <= blocks; from += READ_AT_ONCE) {
    if (from > 1) await nextTurn();
    parts.push(`${read((connection) => texts.plainText(connection, id, from, READ_AT_ONCE))}\n`);
  }
  return parts.join('');
}
