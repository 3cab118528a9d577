import { openLine } from '../../../main/contract/index.ts';
import { socketPort } from '../../../renderer/client/ports.ts';
import { createPages } from '../../../renderer/reader/pages.ts';
import { lyingAt } from '../../../renderer/reader/pile/piles.ts';
import { offsetAtPoint } from '../../../renderer/reader/places.ts';
import { createRows } from '../../../renderer/reader/rows.ts';
import { createTextView } from '../../../renderer/reader/text-view.ts';
import { randomNumbers } from '../../imitation.ts';

const HITS = 5_000;

/**
 * Times hit tests, from a point of the window to what lies there, by the reader's own modules over the real channel:
 * in the window they are part of a click, whose other work would be timed too. Runs in the window's page, over it.
 * @returns milliseconds of one hit test on average, and the share of the points where a highlight was
 */
export async function measureHits(sourceId: string): Promise<{ readonly each: number; readonly hit: number }> {
  const line = openLine(socketPort(`ws://${window.location.host}/channel`));
  await line.hello;
  const { lengths } = await line.call('reader.open', { id: sourceId });
  const scroller = document.createElement('div');
  const canvas = document.createElement('div');
  scroller.className = 'reader-scroll';
  scroller.style.cssText = 'position: fixed; inset: 0; z-index: 1000; background: white';
  canvas.className = 'reader-canvas';
  scroller.append(canvas);
  document.body.append(scroller);
  const rows = createRows(lengths);
  const waiting = Promise.withResolvers<void>();
  const pages = createPages({
    channel: line,
    source: { id: sourceId, title: '' },
    rows,
    hides: () => false,
    onText() {
      view.update();
      if (view.mounted().length > 10) waiting.resolve();
    },
    onMarks: () => undefined,
    onFailure: waiting.reject,
  });
  const nobody = () => undefined;
  const heard = { onMount: nobody, onUnmount: nobody, onLayoutAnew: nobody, onLayout: nobody };
  const view = createTextView({ scroller, canvas, rows, pages, ...heard });
  view.scrollTo(view.extent().total / 2);
  view.update();
  await waiting.promise;

  const box = canvas.getBoundingClientRect();
  const chance = randomNumbers(3);
  let hits = 0;
  const test = () => {
    const offset = offsetAtPoint(view, box.left + chance() * box.width, chance() * window.innerHeight);
    if (offset === null) return;
    const touched = { start: offset, end: offset + 1 };
    if (lyingAt(pages.highlightsIn(touched), pages.mentionsIn(touched), offset).length > 0) hits++;
  };
  for (let warming = 0; warming < HITS / 10; warming++) test();
  hits = 0;
  const begin = performance.now();
  for (let turn = 0; turn < HITS; turn++) test();
  const each = (performance.now() - begin) / HITS;
  view.close();
  pages.close();
  scroller.remove();
  line.close();
  return { each, hit: hits / HITS };
}
