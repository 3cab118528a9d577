import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from '../../client/index.ts';
import { t } from '../../i18n/index.ts';
import { closeItem, followItem, openItem } from '../model/actions.ts';
import { acted, choice, extended, toggled } from '../model/choice.ts';
import { useOutline } from '../model/models.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { useRows } from '../model/use-rows.ts';
import { showItem } from '../model/zoom.ts';
import { type Twin, twinsOf } from '../tree/twins.ts';
import { endDrag, startDrag } from './drag.ts';
import { INDENT } from './indent.ts';
import { OutlineRow, type RowHost } from './outline-row.tsx';
import { RowMenu } from './row-menu.tsx';
import { useDrop } from './use-drop.ts';
import { useTreeKeys } from './use-tree-keys.ts';
import { useWindow } from './use-window.ts';
import './outline-tree.css';

const NO_TWINS: readonly Twin[] = [];

/** The outline as a tree of which only the rows in sight are painted. */
export function OutlineTree({ model, isReadOnly }: { model: OutlineModel; isReadOnly: boolean }) {
  const client = useClient();
  const scroller = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const { whole, numbers, tree, rows } = useRows(model);
  const chosen = useOutline(model, (state) => state.chosen);
  const marked = useOutline(model, (state) => state.marked);
  const editing = useOutline(model, (state) => state.editing);
  const isNumbered = useOutline(model, (state) => state.isNumbered);
  const twins = useMemo(() => twinsOf(whole, isNumbered ? numbers : new Map()), [whole, numbers, isNumbered]);
  const [menu, setMenu] = useState<{ id: string; x: number; y: number } | null>(null);
  const { tops, range, measure, reveal } = useWindow(rows, scroller);
  const drop = useDrop(model, tree, rows, tops, canvas, isReadOnly);
  const elementOf = useCallback(
    (id: string) => canvas.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? null,
    [],
  );
  const openMenu = useCallback(
    (id: string) => {
      const box = elementOf(id)?.getBoundingClientRect();
      if (box) setMenu({ id, x: box.left + 40, y: box.bottom });
    },
    [elementOf],
  );
  const onKeyDown = useTreeKeys(model, tree, rows, isReadOnly, openMenu);

  const shown = useRef({ tree, rows });
  useEffect(() => {
    shown.current = { tree, rows };
  }, [tree, rows]);

  const host = useMemo((): RowHost => {
    const isOpen = (id: string) => !model.state.get().collapsed.has(id);
    const leaveEditor = (id: string) => {
      model.state.set({ editing: null });
      requestAnimationFrame(() => elementOf(id)?.focus());
    };
    return {
      measure: (element) => measure(element),
      focus(id) {
        const state = model.state.get();
        // Within what is marked only the keyboard moves on, so that the pointer can take hold of all of it.
        if (id !== state.chosen) model.state.set(state.marked.has(id) ? { chosen: id } : choice(id));
      },
      press(id, { shiftKey, ctrlKey, metaKey }) {
        const state = model.state.get();
        if (shiftKey) model.state.set(extended(shown.current.rows, state, id));
        else if (ctrlKey || metaKey) model.state.set(toggled(state, id));
      },
      choose: (id) => model.state.set(choice(id)),
      toggle: (id) => (isOpen(id) ? closeItem(model, id) : openItem(model, id)),
      act(id) {
        const item = model.state.get().items.find((each) => each.id === id);
        if (item && !followItem(client, item)) model.state.set({ editing: id });
      },
      show: (id) => showItem(model, id),
      reword(id, text) {
        model.edit(id, { text });
        leaveEditor(id);
      },
      leaveEditor,
      menu: (id, x, y) => {
        const state = model.state.get();
        model.state.set(state.marked.has(id) ? { chosen: id } : choice(id));
        setMenu({ id, x, y });
      },
      dragStart: (id, transfer) => {
        const { tree, rows } = shown.current;
        const state = model.state.get();
        if (!state.marked.has(id)) model.state.set(choice(id));
        const items = acted(tree, rows, model.state.get());
        startDrag(transfer, { items }, items.map((each) => tree.byId.get(each)?.text ?? '').join('\n'));
      },
      dragEnd() {
        endDrag();
        drop.hide();
      },
    };
  }, [model, client, measure, elementOf, drop.hide]);

  const stop = rows.findIndex((row) => row.item.id === chosen);
  const stopAt = stop < 0 ? 0 : stop;

  // The chosen row is brought into sight, and the focus follows it while the tree has the focus or the row was moved.
  useEffect(() => {
    if (stop < 0 || chosen === null) return;
    reveal(stop);
    const focused = document.activeElement;
    const isHere = canvas.current?.contains(focused) || focused === document.body;
    if (isHere && editing === null && menu === null) elementOf(chosen)?.focus({ preventScroll: true });
  }, [stop, chosen, editing, menu, reveal, elementOf]);

  const painted = rows.map((_, index) => index).slice(range[0], range[1]);
  if (rows.length > 0 && !painted.includes(stopAt)) painted.push(stopAt);
  painted.sort((a, b) => a - b);

  return (
    <div ref={scroller} className="outline-scroll" {...drop.handlers}>
      {/* The focus is on the rows, one of which is a stop of Tab. */}
      <div
        ref={canvas}
        role="tree"
        aria-label={t('outline.tree')}
        aria-multiselectable
        className="outline-tree"
        style={{ blockSize: `${tops[rows.length] ?? 0}px` }}
        onKeyDown={onKeyDown}
      >
        {painted.map((index) => {
          const row = rows[index];
          if (!row) return null;
          const { id } = row.item;
          return (
            <OutlineRow
              key={id}
              row={row}
              top={tops[index] ?? 0}
              isMarked={marked.has(id)}
              isStop={index === stopAt}
              isEditing={id === editing}
              isNumbered={isNumbered}
              twins={twins.get(id) ?? NO_TWINS}
              isReadOnly={isReadOnly}
              host={host}
            />
          );
        })}
        {drop.line && (
          <div
            className="drop-line"
            aria-hidden="true"
            style={{ insetBlockStart: `${drop.line.y - 1}px`, insetInlineStart: `${8 + drop.line.depth * INDENT}px` }}
          />
        )}
      </div>
      {menu && (
        <RowMenu
          model={model}
          tree={tree}
          ids={acted(tree, rows, model.state.get())}
          twins={twins.get(menu.id) ?? NO_TWINS}
          at={menu}
          isReadOnly={isReadOnly}
          onClose={() => {
            setMenu(null);
            elementOf(menu.id)?.focus({ preventScroll: true });
          }}
        />
      )}
    </div>
  );
}
