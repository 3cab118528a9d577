import { type Change, type Channel, COLOURS, type Colour } from '../../main/contract/index.ts';

/** Where a highlight lies, for the map: index of its block from 0. */
export interface OverviewMark {
  readonly id: string;
  readonly block: number;
  readonly colour: Colour;
}

/** All marks of a source, kept up with what is committed. */
export interface Overview {
  marks(): Iterable<OverviewMark>;
  hear(changes: readonly Change[]): void;
  close(): void;
}

/** Changes of highlights followed one by one; with more at once all marks are fetched again. */
const MOST_SINGLE = 8;

export function createOverview(
  channel: Channel,
  sourceId: string,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): Overview {
  let marks = new Map<string, OverviewMark>();
  const stop = new AbortController();
  const fail = (error: unknown) => {
    if (!stop.signal.aborted) onFailure(error);
  };

  const fetchAll = () => {
    channel.call('reader.overview', { id: sourceId }, { signal: stop.signal }).then((answer) => {
      marks = new Map(answer.marks.map(({ id, block, colour }) => [id, { id, block: block - 1, colour }]));
      onChange();
    }, fail);
  };

  fetchAll();
  return {
    marks: () => marks.values(),
    hear(changes) {
      const own = changes.filter((change) => change.noun === 'highlight' && change.sourceId === sourceId);
      if (own.length > MOST_SINGLE) {
        fetchAll();
        return;
      }
      for (const { id, deed } of own) {
        if (deed === 'removed') {
          if (marks.delete(id)) onChange();
          continue;
        }
        channel.call('highlights.get', { id }, { signal: stop.signal }).then(({ block, colour }) => {
          marks.set(id, { id, block: block - 1, colour });
          onChange();
        }, fail);
      }
    },
    close: () => stop.abort(),
  };
}

/** Height of a mark on the map in pixels. */
const MARK = 3;

/**
 * Draws the marks of a whole text on a narrow canvas. Marks that fall on the same line of pixels are drawn side by side
 * by colour, so that a dense place looks dense and no colour hides another; a hundred thousand cost no more than the
 * canvas is high.
 * @param share of the text's height (0–1) at which a block begins
 */
export function drawOverview(
  canvas: HTMLCanvasElement,
  marks: Iterable<OverviewMark>,
  share: (block: number) => number,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth: width, clientHeight: height } = canvas;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);
  const style = getComputedStyle(canvas);
  const slots = new Map<number, Set<Colour>>();
  const slotOfBlock = new Map<number, number>();
  for (const { block, colour } of marks) {
    const slot = slotOfBlock.get(block) ?? Math.round((share(block) * Math.max(0, height - MARK)) / MARK);
    slotOfBlock.set(block, slot);
    const colours = slots.get(slot) ?? new Set<Colour>();
    colours.add(colour);
    slots.set(slot, colours);
  }
  const inner = width - 6;
  for (const [slot, found] of slots) {
    const colours = COLOURS.filter((colour) => found.has(colour));
    for (const [at, colour] of colours.entries()) {
      context.fillStyle = style.getPropertyValue(`--mark-${colour}`);
      context.fillRect(3 + (inner * at) / colours.length, slot * MARK, inner / colours.length, MARK - 0.5);
    }
  }
}
