import { setImmediate as nextTurn } from 'node:timers/promises';
import { arrivals, sha256, sources } from '../../db/index.ts';
import { type BlockDraft, LecternError, type Source, type SourceDraft } from '../../db/model/index.ts';
import type { Context } from './context.ts';
import { excerpt } from './names.ts';

/** How much text is stored at one go, in UTF-16 units: what takes a few tens of milliseconds. */
const PIECE = 500_000;
const MOST_BLOCKS = 2_000;
const LONGEST_TITLE = 1000;

export interface Importable {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly draft: SourceDraft;
}

/** The source already made from the same bytes, taken out of the trash if it is there. */
export function recognised(context: Context, bytes: Uint8Array): { source: Source; restored: boolean } | undefined {
  const known = context.read((connection) => sources.findByOriginal(connection, sha256(bytes)));
  if (known === undefined) return undefined;
  if (!known.trashed) {
    return { source: context.read((connection) => sources.get(connection, known.id)), restored: false };
  }
  return { source: bringToLight(context, known.id), restored: true };
}

/**
 * Stores a source piece by piece and brings it to light as one deed. Between the pieces others get their turn.
 * @throws LecternError `cancelled`, or whatever storing throws; nothing of the source is left then
 */
export async function importSource(
  context: Context,
  { name, bytes, draft }: Importable,
  onProgress: (share: number) => void = () => {},
): Promise<Source> {
  const { desk } = context;
  return desk.longWork(async () => {
    const arrival = context.write(storing(draft), (connection) =>
      arrivals.begin(connection, {
        title: excerpt(draft.title, LONGEST_TITLE) || name,
        authors: draft.authors ?? [],
        date: draft.date ?? '',
        language: draft.language ?? '',
        url: draft.url ?? '',
        fileName: name,
        mediaType: draft.mediaType,
        encoding: draft.encoding,
        remarks: draft.remarks,
        bytes,
      }),
    );
    try {
      for (const piece of pieces(draft.blocks)) {
        context.write(storing(draft), (connection) => arrivals.append(connection, arrival, piece));
        onProgress(arrival.blocks / draft.blocks.length);
        await nextTurn();
        if (context.cancelled())
          throw new LecternError('cancelled', `The import of “${name}” was cancelled.`, { name });
      }
      context.write(storing(draft), (connection) => arrivals.complete(connection, arrival));
    } catch (error) {
      context.write(storing(draft), (connection) => arrivals.discard(connection, arrival.id));
      throw error;
    }
    return bringToLight(context, arrival.id);
  });
}

function bringToLight({ read, write }: Context, id: string): Source {
  const subject = read((connection) => sources.title(connection, id));
  return write({ deed: 'import-source', subject }, (connection) => sources.restore(connection, id));
}

/** Storing records nothing, so it leaves no step in the history. */
function storing({ title }: SourceDraft): { deed: 'import-source'; subject: string } {
  return { deed: 'import-source', subject: title };
}

function* pieces(blocks: readonly BlockDraft[]): Generator<readonly BlockDraft[]> {
  let from = 0;
  let size = 0;
  for (const [index, { text }] of blocks.entries()) {
    size += text.length;
    if (size >= PIECE || index + 1 - from >= MOST_BLOCKS || index + 1 === blocks.length) {
      yield blocks.slice(from, index + 1);
      from = index + 1;
      size = 0;
    }
  }
}
