import { type KeyboardEvent, useRef } from 'react';
import { useClient } from '../../client/index.ts';
import { closeItem, copyItems, followItem, openItem, stepItems, takeOut } from '../model/actions.ts';
import { acted, choice, everything, extended, toggled } from '../model/choice.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import { zoomOut, zoomTo } from '../model/zoom.ts';
import type { Row } from '../tree/rows.ts';
import type { Step } from '../tree/steps.ts';
import { parentOf, type Tree } from '../tree/tree.ts';

/** Letters typed within this many milliseconds belong to one word. */
const WORD_PAUSE = 700;

/** Rows that Page Up and Page Down pass. */
const PAGE = 12;

type Held = 'none' | 'shift' | 'ctrl';

const STEPS: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' };

/**
 * The keys of the tree (WAI-ARIA Authoring Practices, tree view): arrows, Home, End, type-ahead; with `Shift` they mark all
 * on the way, with `Ctrl` they mark nothing; `Ctrl+Space` marks one more, `Ctrl+A` all, `Escape` one alone; `Alt` with arrows
 * moves and indents what is marked; `Ctrl+C` copies it; `Ctrl+Enter` and `Ctrl+Backspace` zoom in and out; F2 and Enter edit or follow; Delete takes out. `Tab` is not among them: it leaves the
 * tree.
 */
export function useTreeKeys(
  model: OutlineModel,
  tree: Tree,
  rows: readonly Row[],
  isReadOnly: boolean,
  openMenu: (id: string) => void,
): (event: KeyboardEvent) => void {
  const client = useClient();
  const typed = useRef({ word: '', at: 0 });

  const choose = (index: number, how: Held = 'none') => {
    const id = rows[Math.max(0, Math.min(index, rows.length - 1))]?.item.id;
    if (id === undefined) return;
    const state = model.state.get();
    model.state.set(how === 'shift' ? extended(rows, state, id) : how === 'ctrl' ? { chosen: id } : choice(id));
  };

  const typeAhead = (letter: string, from: number) => {
    const now = Date.now();
    const isNew = now - typed.current.at > WORD_PAUSE;
    const word = isNew ? letter : typed.current.word + letter;
    typed.current = { word, at: now };
    const wanted = word.toLocaleLowerCase();
    const start = isNew ? from + 1 : from;
    for (let step = 0; step < rows.length; step++) {
      const index = (start + step) % rows.length;
      if (rows[index]?.item.text.toLocaleLowerCase().startsWith(wanted)) return choose(index);
    }
  };

  const withCtrl = (key: string, id: string): boolean => {
    const state = model.state.get();
    switch (key) {
      case ' ':
        model.state.set(toggled(state, id));
        return true;
      case 'a':
        model.state.set(everything(rows, state));
        return true;
      case 'c':
        copyItems(client, model, acted(tree, rows, state));
        return true;
      case 'Enter':
        zoomTo(model, id);
        return true;
      case 'Backspace':
        return zoomOut(model);
      default:
        return false;
    }
  };

  const onRow = (event: KeyboardEvent, row: Row, index: number): boolean => {
    const { item } = row;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const key = isRtl ? (MIRRORED[event.key] ?? event.key) : event.key;
    if (event.altKey) {
      const step = STEPS[key];
      if (!step || event.ctrlKey || event.metaKey) return false;
      if (!isReadOnly) stepItems(model, acted(tree, rows, model.state.get()), step);
      return true;
    }
    const isCtrl = event.ctrlKey || event.metaKey;
    const to = destination(key, index, rows.length);
    if (to !== null) {
      choose(to, event.shiftKey ? 'shift' : isCtrl ? 'ctrl' : 'none');
      return true;
    }
    if (isCtrl) return !event.shiftKey && withCtrl(key, item.id);
    switch (key) {
      case 'ArrowRight':
        if (row.isOpen) choose(index + 1);
        else if (row.children > 0) openItem(model, item.id);
        return true;
      case 'ArrowLeft': {
        const parent = parentOf(tree, item.id);
        if (row.isOpen) closeItem(model, item.id);
        else if (parent !== null) model.state.set(choice(parent));
        return true;
      }
      case 'Enter':
      case 'F2':
        if (item.kind === 'heading' || item.kind === 'text') {
          if (!isReadOnly) model.state.set({ editing: item.id });
        } else if (event.key === 'Enter') followItem(client, item);
        return true;
      case 'Delete':
        if (!isReadOnly) void takeOut(client, model, acted(tree, rows, model.state.get()));
        return true;
      case 'Escape':
        if (model.state.get().marked.size < 2) return false;
        choose(index);
        return true;
      case 'ContextMenu':
        openMenu(item.id);
        return true;
      case 'F10':
        if (event.shiftKey) openMenu(item.id);
        return event.shiftKey;
      default:
        if (key.length !== 1 || key === ' ') return key === ' ';
        typeAhead(key, index);
        return true;
    }
  };

  return (event) => {
    if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'treeitem') return;
    const index = rows.findIndex(
      (row) => row.item.id === (event.target instanceof HTMLElement ? event.target.dataset['id'] : ''),
    );
    const row = rows[index];
    if (!row || !onRow(event, row, index)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** The row a key leads to; null for a key that leads to none. */
function destination(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return index + PAGE;
    case 'PageUp':
      return index - PAGE;
    default:
      return null;
  }
}

const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
