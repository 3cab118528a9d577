import type { Channel } from '../../../main/contract/index.ts';
import type { Rows } from '../rows.ts';
import { makePiece, type Piece } from './piece.ts';

/** Code points fetched at once, give or take a paragraph; folding so many is not felt. */
const PIECE = 500_000;

/** Blocks fetched at once, as the contract has it. */
const MOST_BLOCKS = 10_000;

/** Pieces on their way at once: one is read by the engine, one travels, one is folded. */
const AHEAD = 3;

/** The whole text of a source in pieces, each fetched once and kept while somebody looks for something in it. */
export interface WholeText {
  readonly pieces: number;
  known(piece: number): Piece | undefined;
  /**
   * Fetches a piece, and the ones after it.
   * @throws CallFailed
   */
  fetch(piece: number): Promise<Piece>;
  /** Fetches all of it, a piece after the other: somebody is about to say what is looked for. Whoever looks hears of failures. */
  prepare(): Promise<void>;
  /** Stops what is on its way and forgets what has come: a long text is large, and nobody looks for anything in it now. */
  forget(): void;
}

interface Span {
  /** Index of the first block, from 0. */
  readonly first: number;
  readonly count: number;
}

export function createWholeText(channel: Channel, sourceId: string, rows: Rows): WholeText {
  const spans = spansOf(rows);
  const known = new Map<number, Piece>();
  const coming = new Map<number, Promise<Piece>>();
  let stopping = new AbortController();

  const ask = (index: number): Promise<Piece> => {
    const piece = known.get(index);
    if (piece) return Promise.resolve(piece);
    const asked = coming.get(index);
    if (asked) return asked;
    const { first, count } = spans[index] ?? { first: 0, count: 1 };
    const { signal } = stopping;
    const fetched = channel
      .call('reader.text', { sourceId, from: first + 1, count }, { signal })
      .then(({ text }) => {
        const made = makePiece(text, rows.startOf(first));
        if (!signal.aborted) known.set(index, made);
        return made;
      })
      .finally(() => {
        if (coming.get(index) === fetched) coming.delete(index);
      });
    coming.set(index, fetched);
    return fetched;
  };

  return {
    pieces: spans.length,
    known: (piece) => known.get(piece),
    fetch(piece) {
      const wanted = ask(piece);
      // Whoever comes to the next pieces hears of their failure.
      for (let next = piece + 1; next < Math.min(piece + AHEAD, spans.length); next++) ask(next).catch(() => {});
      return wanted;
    },
    async prepare() {
      const { signal } = stopping;
      for (let piece = 0; piece < spans.length && !signal.aborted; piece++) {
        try {
          await ask(piece);
        } catch {
          return;
        }
      }
    },
    forget() {
      stopping.abort();
      stopping = new AbortController();
      coming.clear();
      known.clear();
    },
  };
}

function spansOf(rows: Rows): readonly Span[] {
  const spans: Span[] = [];
  let first = 0;
  while (first < rows.blocks) {
    let end = first + 1;
    const most = Math.min(rows.blocks, first + MOST_BLOCKS);
    while (end < most && rows.startOf(end) + rows.lengthOf(end) - rows.startOf(first) <= PIECE) end++;
    spans.push({ first, count: end - first });
    first = end;
  }
  return spans;
}
