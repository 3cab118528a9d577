import type { Change, Channel, Noun, Output } from '../../main/contract/index.ts';
import { afterPaint } from '../state/index.ts';
import type { AskedFilter } from './sight.ts';

/** A stretch of the text in which highlights begin; counts by colour, in the order of the number keys. */
export type Stretch = Output<'reader.overview'>['stretches'][number];

/** How dense a source's highlights lie, kept up with what is committed. */
export interface Overview {
  stretches(): readonly Stretch[];
  /** All highlights, and those that pass the filter; null until they are counted. */
  marks(): { readonly all: number; readonly passing: number } | null;
  /** Counts anew what passes; tells of what is counted already where the rest is shown in another way. */
  filter(asked: AskedFilter, isOther: boolean): void;
  hear(changes: readonly Change[]): void;
  /** Counts anew: the engine came back. */
  refresh(): void;
  close(): void;
}

/** Stretches the text is divided into: more than a screen's map has lines. */
const STRETCHES = 400;

/** Milliseconds a change rests before it is counted, so that quick deeds are counted once and none waits for it. */
const REST = 250;

/** What changes the passing ones without changing a highlight. */
const FILTERED_BY: ReadonlySet<Noun> = new Set(['tag', 'entity', 'mention']);

export function createOverview(
  channel: Channel,
  sourceId: string,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): Overview {
  const stop = new AbortController();
  let stretches: readonly Stretch[] = [];
  let isCounted = false;
  let asked: AskedFilter;
  let turn = 0;
  let rest = 0;

  const count = () => {
    window.clearTimeout(rest);
    rest = 0;
    const mine = ++turn;
    channel
      .call('reader.overview', { id: sourceId, stretches: STRETCHES, filter: asked }, { signal: stop.signal })
      .then(
        (answer) => {
          if (mine !== turn) return;
          stretches = answer.stretches;
          isCounted = true;
          onChange();
        },
        (error: unknown) => {
          if (!stop.signal.aborted) onFailure(error);
        },
      );
  };
  const sum = (counts: (stretch: Stretch) => readonly number[]) =>
    stretches.reduce((total, stretch) => total + counts(stretch).reduce((one, other) => one + other, 0), 0);

  // The first screen comes first: the map is counted from all highlights of the text.
  afterPaint(() => !stop.signal.aborted && turn === 0 && count());
  return {
    stretches: () => stretches,
    marks: () => (isCounted ? { all: sum(({ all }) => all), passing: sum(({ passing }) => passing) } : null),
    filter(next, isOther) {
      if (isOther && isCounted) onChange();
      if (next === asked) return;
      asked = next;
      count();
    },
    hear(changes) {
      const concerns = changes.some(
        ({ noun, sourceId: source }) =>
          (noun === 'highlight' && source === sourceId) || (asked !== undefined && FILTERED_BY.has(noun)),
      );
      if (concerns && rest === 0) rest = window.setTimeout(count, REST);
    },
    refresh: count,
    close() {
      window.clearTimeout(rest);
      stop.abort();
    },
  };
}
