import { type Goal, type Measure, measureOf } from '../result.ts';
import { type Cell, nameOf } from './cell.ts';
import type { Samples } from './samples.ts';

/** What was measured in a cell by each road; of the peer as far as it came. */
export interface Measured {
  readonly cell: Cell;
  readonly floor: Samples;
  readonly lectern: Samples;
  readonly peer: Samples;
}

/** The largest text with the most highlights, against which the reader is held, and the smallest, which it must not be slower than. */
interface Extremes {
  readonly large: Measured;
  readonly small: Measured;
  /** Megabytes of a page's process in which nothing is. */
  readonly emptyPage: number;
  readonly hasPeer: boolean;
  /** Milliseconds after which the peer was given up. */
  readonly patience: number;
}

/** What must hold, and whether it does. */
export function goalsOf({ large, small, emptyPage, hasPeer, patience }: Extremes): readonly Goal[] {
  const { lectern, floor, peer } = large;
  const where = nameOf(large.cell);
  const median = (samples: Samples, name: string) => measureOf(samples.of(name)).p50;
  const most = (samples: Samples, name: string) => measureOf(samples.of(name)).max;
  // A peer that was given up is slower than this, so that the ratio is at least as good.
  const ofPeer = (name: string) => (peer.of(name).length > 0 ? median(peer, name) : patience);
  const atMost = (goal: string, measured: number, limit: number): Goal => ({
    goal,
    measured,
    limit,
    holds: measured <= limit,
  });
  const atLeast = (goal: string, measured: number, limit: number): Goal => ({
    goal,
    measured,
    limit,
    holds: measured >= limit,
  });
  const overFloor = (name: string, limit: number) =>
    atMost(`${where}: ${name} / floor`, median(lectern, name) / median(floor, name), limit);
  const fasterThanPeer = (name: string, limit: number) =>
    hasPeer ? [atLeast(`${where}: peer / ${name}`, ofPeer(name) / median(lectern, name), limit)] : [];
  const flat = (name: string) =>
    atMost(
      `${where}: ${name} / that at ${nameOf(small.cell)}`,
      median(lectern, name) / median(small.lectern, name),
      2.5,
    );
  const memory = (samples: Samples) => median(samples, 'memory') - emptyPage;
  return [
    overFloor('open', 5),
    ...fasterThanPeer('open', 50),
    overFloor('jump', 4),
    ...fasterThanPeer('jump', 10),
    overFloor('add', 3),
    ...fasterThanPeer('add', 10),
    atMost(`${where}: hit test, ms`, median(lectern, 'hit test'), 0.1),
    atMost(`${where}: frames over 50 ms, all rounds`, most(lectern, 'frames: over 50 ms'), 0),
    atMost(
      `${where}: frames over 50 ms with the processor slowed 4×, all rounds`,
      most(lectern, 'frames slowed 4×: over 50 ms'),
      0,
    ),
    flat('open'),
    flat('jump'),
    flat('add'),
    flat('hit test'),
    atMost(`${where}: nodes in the text pane`, most(lectern, 'nodes'), 300),
    ...(peer.of('memory').length > 0 ? [atMost(`${where}: memory / peer`, memory(lectern) / memory(peer), 0.1)] : []),
    atMost(`${where}: all hits of a string, ms`, median(lectern, 'find: again'), 20),
    atMost(`${where}: width change, frames`, most(lectern, 'width change, frames'), 3),
  ];
}

/** Every measure of every cell, named `10 MB × 100,000: Lectern: open`. */
export function measuresOf(all: readonly Measured[]): Record<string, Measure> {
  const measures: Record<string, Measure> = {};
  for (const { cell, floor, lectern, peer } of all) {
    for (const [road, samples] of [
      ['floor', floor],
      ['Lectern', lectern],
      ['peer', peer],
    ] as const) {
      for (const name of samples.names()) {
        measures[`${nameOf(cell)}: ${road}: ${name}`] = measureOf(samples.of(name));
      }
    }
  }
  return measures;
}
