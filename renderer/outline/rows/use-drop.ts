import { type DragEvent, type RefObject, useCallback, useRef, useState } from 'react';
import { openItem } from '../model/actions.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { shownOf } from '../model/zoom.ts';
import { type DropPlace, dropPlace } from '../tree/drop.ts';
import type { Row } from '../tree/rows.ts';
import type { Tree } from '../tree/tree.ts';
import { rowAt } from '../tree/window.ts';
import { draggedIn, endDrag } from './drag.ts';
import { INDENT } from './indent.ts';

/** Where the line of the drop is drawn. */
export interface DropLine extends DropPlace {
  readonly y: number;
}

/** Lets things be dropped into the tree: between rows by the pointer's height, as deep as it is to the side. */
export function useDrop(
  model: OutlineModel,
  tree: Tree,
  rows: readonly Row[],
  tops: Float64Array,
  canvas: RefObject<HTMLElement | null>,
  isReadOnly: boolean,
) {
  const [line, setLine] = useState<DropLine | null>(null);
  const last = useRef<DropLine | null>(null);

  const show = useCallback((next: DropLine | null) => {
    const now = last.current;
    if (now?.y === next?.y && now?.depth === next?.depth) return;
    last.current = next;
    setLine(next);
  }, []);

  const onDragOver = (event: DragEvent) => {
    const what = draggedIn(event.dataTransfer);
    const box = canvas.current?.getBoundingClientRect();
    if (!what || !box || isReadOnly) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'items' in what ? 'move' : 'copy';
    const y = event.clientY - box.top;
    const at = rowAt(tops, y);
    const middle = ((tops[at] ?? 0) + (tops[at + 1] ?? 0)) / 2;
    const gap = at < 0 ? 0 : y > middle ? at + 1 : at;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const side = isRtl ? box.right - event.clientX : event.clientX - box.left;
    const place = dropPlace(tree, rows, gap, Math.floor((side - 8) / INDENT), 'items' in what ? what.items : []);
    show({ ...place, y: tops[gap] ?? 0 });
  };

  const onDrop = (event: DragEvent) => {
    const what = draggedIn(event.dataTransfer);
    const to = last.current;
    show(null);
    endDrag();
    if (!what || !to) return;
    event.preventDefault();
    const place = { parentId: to.parentId ?? shownOf(model).root, position: to.position };
    if (to.parentId !== null) openItem(model, to.parentId);
    if ('items' in what) model.move([{ ids: what.items, ...place }]);
    else void model.add(what.fresh, place);
  };

  const onDragLeave = (event: DragEvent) => {
    const { relatedTarget, currentTarget } = event;
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) show(null);
  };

  return { line, hide: useCallback(() => show(null), [show]), handlers: { onDragOver, onDrop, onDragLeave } };
}
