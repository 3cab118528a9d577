import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Row } from '../tree/rows.ts';
import { rowsWithin, topsOf } from '../tree/window.ts';

/** Pixels beyond the viewport that are painted too, so that scrolling finds rows ready. */
const MARGIN = 400;

/** Characters on a line of a quotation, for a first guess of its height. */
const LINE = 85;

export interface RowWindow {
  readonly tops: Float64Array;
  /** First row to paint, inclusive, and last, exclusive. */
  readonly range: readonly [number, number];
  /** Watches the height of a painted row. */
  readonly measure: (element: HTMLElement | null) => (() => void) | undefined;
  /** Scrolls until the row is in sight. */
  readonly reveal: (index: number) => void;
}

/** Decides which rows are painted: those in the viewport and a margin. Heights are guessed until a row was seen. */
export function useWindow(rows: readonly Row[], scroller: RefObject<HTMLElement | null>): RowWindow {
  const heights = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const [view, setView] = useState({ top: 0, height: 900 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `measured` says that heights have changed
  const tops = useMemo(() => topsOf(rows.length, (index) => heightOf(rows[index], heights.current)), [rows, measured]);

  const observer = useMemo(
    () =>
      new ResizeObserver((entries) => {
        let differs = false;
        for (const { target } of entries) {
          const id = target instanceof HTMLElement ? target.dataset['id'] : undefined;
          const height = target.getBoundingClientRect().height;
          if (id === undefined || height === 0 || heights.current.get(id) === height) continue;
          heights.current.set(id, height);
          differs = true;
        }
        if (differs) setMeasured((count) => count + 1);
      }),
    [],
  );
  useEffect(() => () => observer.disconnect(), [observer]);

  const measure = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return undefined;
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    look();
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element || index < 0) return;
      const top = tops[index] ?? 0;
      const bottom = tops[index + 1] ?? top;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
    },
    [scroller, tops],
  );

  return { tops, range: rowsWithin(tops, view.top, view.height, MARGIN), measure, reveal };
}

function heightOf(row: Row | undefined, heights: ReadonlyMap<string, number>): number {
  if (!row) return 0;
  const known = heights.get(row.item.id);
  if (known !== undefined) return known;
  const lines = Math.max(1, Math.ceil(row.item.text.length / LINE));
  const plan = row.item.gist !== '' || row.item.status !== null ? 18 : 0;
  if (row.item.kind === 'quotation') return 28 + lines * 23 + plan;
  return (row.item.kind === 'heading' ? 33 : 26 + lines * 19) + plan;
}
