import type { Rows } from '../rows.ts';
import type { Session } from '../session.ts';
import type { TextView } from '../text-view.ts';
import type { Found } from './found.ts';

/** Places looked at for each pixel of the map: more would fall on the same pixels. */
const PER_PIXEL = 4;

/**
 * Where matches lie on a map of the text, as shares (0–1) of its height. However many there are, no more are answered
 * than the map can show.
 * @param height of the map in pixels
 */
export function ticksOf(found: Found, rows: Rows, view: TextView, height: number): readonly number[] {
  const { total } = view.extent();
  const gap = Math.max(1, rows.length / Math.max(1, height * PER_PIXEL));
  const shares: number[] = [];
  for (let index = 0; index < found.count; ) {
    const { start } = found.at(index);
    shares.push(view.topOf(start) / Math.max(1, total));
    index = Math.max(index + 1, found.firstFrom(start + gap));
  }
  return shares;
}

/** Thickness of a tick in pixels. */
const TICK = 2;

/**
 * Draws where matches lie along the edge of the map; the current one goes across all of it, so that it is told by its
 * shape too.
 * @param current index of the current match, -1 where there is none
 */
export function showTicks(canvas: HTMLCanvasElement, found: Found, current: number, { rows, view }: Session): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const top = (share: number, thickness: number) => Math.round(share * Math.max(0, height - thickness));
  context.fillStyle = style.getPropertyValue('--accent');
  for (const share of ticksOf(found, rows, view, height)) context.fillRect(width - 6, top(share, TICK), 6, TICK);
  if (current < 0 || current >= found.count) return;
  const share = view.topOf(found.at(current).start) / Math.max(1, view.extent().total);
  context.fillStyle = style.getPropertyValue('--ink');
  context.fillRect(0, top(share, TICK + 1), width, TICK + 1);
}
