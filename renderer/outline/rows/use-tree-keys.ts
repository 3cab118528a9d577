import { type KeyboardEvent, useRef } from 'react';
import { useClient } from '../../client/index.ts';
import { closeItem, followItem, openItem, stepItem, takeOut } from '../model/actions.ts';
import type { OutlineModel } from '../model/outline-model.ts';
import type { Row } from '../tree/rows.ts';
import type { Step } from '../tree/steps.ts';
import { parentOf, type Tree } from '../tree/tree.ts';

/** Letters typed within this many milliseconds belong to one word. */
const WORD_PAUSE = 700;

/** Rows that Page Up and Page Down pass. */
const PAGE = 12;

const STEPS: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' };

/**
 * The keys of the tree (WAI-ARIA Authoring Practices, tree view): arrows, Home, End, type-ahead; `Alt` with arrows moves
 * and indents; F2 and Enter edit or follow; Delete takes out. `Tab` is not among them: it leaves the tree.
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

  const choose = (index: number) => {
    const row = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (row) model.state.set({ chosen: row.item.id });
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

  const onRow = (event: KeyboardEvent, row: Row, index: number): boolean => {
    const { item } = row;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const key = isRtl ? (MIRRORED[event.key] ?? event.key) : event.key;
    if (event.altKey) {
      const step = STEPS[key];
      if (!step || event.ctrlKey || event.metaKey) return false;
      if (!isReadOnly) stepItem(model, item.id, step);
      return true;
    }
    if (event.ctrlKey || event.metaKey) return false;
    switch (key) {
      case 'ArrowDown':
        choose(index + 1);
        return true;
      case 'ArrowUp':
        choose(index - 1);
        return true;
      case 'Home':
        choose(0);
        return true;
      case 'End':
        choose(rows.length - 1);
        return true;
      case 'PageDown':
        choose(index + PAGE);
        return true;
      case 'PageUp':
        choose(index - PAGE);
        return true;
      case 'ArrowRight':
        if (row.isOpen) choose(index + 1);
        else if (row.children > 0) openItem(model, item.id);
        return true;
      case 'ArrowLeft': {
        const parent = parentOf(tree, item.id);
        if (row.isOpen) closeItem(model, item.id);
        else if (parent !== null) model.state.set({ chosen: parent });
        return true;
      }
      case 'Enter':
      case 'F2':
        if (item.kind === 'heading' || item.kind === 'text') {
          if (!isReadOnly) model.state.set({ editing: item.id });
        } else if (event.key === 'Enter') followItem(client, item);
        return true;
      case 'Delete':
        if (!isReadOnly) void takeOut(client, model, item.id);
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

const MIRRORED: Readonly<Record<string, string>> = { ArrowLeft: 'ArrowRight', ArrowRight: 'ArrowLeft' };
