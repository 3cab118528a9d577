/** A text of one size with so many highlights: what is measured at a time. */
export interface Cell {
  /** Megabytes of UTF-8. */
  readonly size: number;
  readonly highlights: number;
}

const SIZES = [0.5, 2, 10];
const HIGHLIGHTS = [1_000, 10_000, 100_000];
const ROUNDS = 3;

/** What a run measures: every size with every number of highlights, in fresh browsers each round. */
export interface Plan {
  readonly cells: readonly Cell[];
  readonly rounds: number;
  /** Where the peer is measured too, which takes most of the time. What must hold compares with it in the largest cell alone. */
  readonly peer: Peer;
}

const PEERS = ['all', 'largest', 'none'] as const;

type Peer = (typeof PEERS)[number];

/**
 * Reads `--rounds=3 --sizes=0.5,2,10 --highlights=1000,10000,100000`; what is left out is as here. `--peer=none` leaves the peer
 * out, `--peer=largest` measures it in the last cell alone; `--extremes` leaves out all but the shortest text with the fewest highlights and the
 * longest with the most.
 * @throws RangeError where a value is no positive number, or the peer is to be measured elsewhere
 */
export function readPlan(words: readonly string[]): Plan {
  const numbers = (name: string, otherwise: readonly number[]) => {
    const given = words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
    const list = given?.split(',').map(Number) ?? otherwise;
    if (list.some((each) => !(each > 0))) throw new RangeError(`--${name} takes numbers above 0, with commas between.`);
    return list;
  };
  const counts = numbers('highlights', HIGHLIGHTS);
  const all = numbers('sizes', SIZES).flatMap((size) => counts.map((highlights) => ({ size, highlights })));
  const cells = words.includes('--extremes') ? [...all.slice(0, 1), ...all.slice(-1)] : all;
  const said = words.find((word) => word.startsWith('--peer='))?.slice('--peer='.length) ?? 'all';
  const peer = PEERS.find((each) => each === said);
  if (!peer) throw new RangeError(`--peer takes ${PEERS.join(', ')}.`);
  return { cells, rounds: numbers('rounds', [ROUNDS])[0] ?? ROUNDS, peer };
}

export function nameOf({ size, highlights }: Cell): string {
  return `${size} MB × ${highlights.toLocaleString('en')}`;
}
