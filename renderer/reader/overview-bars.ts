import { COLOURS, type Colour } from '../../main/contract/index.ts';
import type { Stretch } from './overview.ts';

/** Part of a bar in one colour; `from` and `to` are shares (0–1) of the map's width. */
export interface Segment {
  readonly colour: Colour;
  readonly from: number;
  readonly to: number;
  /** Does not pass the filter. */
  readonly isFaint: boolean;
}

/** What one line of the map shows: the more highlights, the longer. */
export interface Bar {
  /** From the top, counted in lines. */
  readonly line: number;
  readonly segments: readonly Segment[];
}

/** Length of the bar of a single highlight where the densest place fills the width. */
const SHORTEST = 0.5;

/** A colour's least share of a bar, so that none is too small to be seen beside the others. */
const LEAST = 0.12;

/**
 * The bars of the map. Colours lie side by side, as wide as they are frequent; the length grows with the logarithm of
 * the count, because one place may have a thousand highlights and another one.
 * @param share of the text's height (0–1) at which an offset stands
 * @param lines the map has
 * @param rest whether highlights that do not pass are shown at all
 */
export function barsOf(
  stretches: readonly Stretch[],
  share: (offset: number) => number,
  lines: number,
  rest: 'hide' | 'dim',
): readonly Bar[] {
  const perLine = new Map<number, { readonly passing: number[]; readonly others: number[] }>();
  for (const { start, all, passing } of stretches) {
    const line = Math.min(lines - 1, Math.max(0, Math.floor(share(start) * lines)));
    const sums = perLine.get(line) ?? { passing: COLOURS.map(() => 0), others: COLOURS.map(() => 0) };
    for (const at of COLOURS.keys()) {
      const passed = passing[at] ?? 0;
      sums.passing[at] = (sums.passing[at] ?? 0) + passed;
      if (rest === 'dim') sums.others[at] = (sums.others[at] ?? 0) + (all[at] ?? 0) - passed;
    }
    perLine.set(line, sums);
  }
  const totalOf = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);
  const bars = [...perLine]
    .map(([line, { passing, others }]) => ({ line, counts: [...passing, ...others] }))
    .filter(({ counts }) => totalOf(counts) > 0)
    .sort((a, b) => a.line - b.line);
  const densest = bars.reduce((most, { counts }) => Math.max(most, totalOf(counts)), 1);
  return bars.map(({ line, counts }) => {
    const length = densest === 1 ? 1 : SHORTEST + ((1 - SHORTEST) * Math.log(totalOf(counts))) / Math.log(densest);
    return { line, segments: segmentsOf(counts, length) };
  });
}

/** @param counts by colour of those that pass, then by colour of the others */
function segmentsOf(counts: readonly number[], length: number): readonly Segment[] {
  const total = counts.reduce((sum, each) => sum + each, 0);
  const weights = counts.map((count) => (count === 0 ? 0 : Math.max(LEAST, count / total)));
  const whole = weights.reduce((sum, each) => sum + each, 0);
  const segments: Segment[] = [];
  let from = 0;
  for (const [at, weight] of weights.entries()) {
    const colour = COLOURS[at % COLOURS.length];
    if (weight === 0 || colour === undefined) continue;
    const to = from + (weight / whole) * length;
    segments.push({ colour, from, to, isFaint: at >= COLOURS.length });
    from = to;
  }
  return segments;
}

/** Height of a line of the map in pixels. */
const LINE = 3;

/** Pixels free at each side of the map. */
const EDGE = 3;

/** Draws the bars; a hundred thousand highlights cost no more than the canvas is high. */
export function drawOverview(
  canvas: HTMLCanvasElement,
  stretches: readonly Stretch[],
  share: (offset: number) => number,
  rest: 'hide' | 'dim',
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const inner = width - 2 * EDGE;
  for (const { line, segments } of barsOf(stretches, share, Math.max(1, Math.floor(height / LINE)), rest)) {
    for (const { colour, from, to, isFaint } of segments) {
      context.globalAlpha = isFaint ? 0.3 : 1;
      context.fillStyle = style.getPropertyValue(`--mark-${colour}`);
      context.fillRect(EDGE + from * inner, line * LINE, (to - from) * inner, LINE - 0.5);
    }
  }
}
