/** Where rows lie one below the other: `tops[i]` is the top of row i in pixels, the last entry the height of all. */
export type Tops = Float64Array;

export function topsOf(count: number, heightOf: (index: number) => number): Tops {
  const tops = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) tops[index + 1] = (tops[index] ?? 0) + heightOf(index);
  return tops;
}

/** The row at a height: the last whose top is not below it. -1 where there are no rows. */
export function rowAt(tops: Tops, y: number): number {
  let low = 0;
  let high = tops.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return tops.length < 2 ? -1 : low;
}

/** The rows to paint for a viewport, `margin` pixels more on each side: first inclusive, last exclusive. */
export function rowsWithin(tops: Tops, top: number, height: number, margin: number): readonly [number, number] {
  if (tops.length < 2) return [0, 0];
  return [Math.max(0, rowAt(tops, top - margin)), Math.min(tops.length - 1, rowAt(tops, top + height + margin) + 1)];
}
