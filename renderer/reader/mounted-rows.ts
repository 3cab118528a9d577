import { fillRow, type RowView } from './row-element.ts';
import type { RowTexts } from './row-texts.ts';

/**
 * The rows in the document. Where some leave and others come at the same place, as in a scroll by screens, the elements of the ones
 * are filled with the words of the others: the browser makes, styles and throws away much less than for new ones.
 */
export interface MountedRows {
  /** In the order of the text, which is that of the document. */
  all(): readonly RowView[];
  get(row: number): RowView | null;
  /** The row an element or text node belongs to. */
  ofNode(node: Node): RowView | null;
  /** Brings the wanted rows whose text is at hand into the document and takes the others out; answers the new ones. */
  mount(wanted: readonly number[]): readonly RowView[];
  /**
   * Puts rows where they belong, those that follow each other in the text one below the other: where they stand does not change when they
   * are laid out, so that they need to be laid out once. @param topOf where a row begins, in pixels from the first row's top
   */
  place(topOf: (row: number) => number): void;
  close(): void;
}

export interface MountedRowsOptions {
  /** Holds the rows and nothing else; its top is that of the text. */
  readonly holder: HTMLElement;
  readonly texts: RowTexts;
  /** Paragraphs the source has. */
  readonly blocks: number;
  readonly onUnmount: (row: RowView) => void;
}

export function createMountedRows({ holder, texts, blocks, onUnmount }: MountedRowsOptions): MountedRows {
  let shown = new Map<number, RowView>();
  let order: readonly RowView[] = [];
  const byElement = new WeakMap<Node, RowView>();
  /** Room above elements, in pixels, as it was left last. */
  const placed = new WeakMap<HTMLElement, number>();

  const remove = (row: RowView) => {
    onUnmount(row);
    row.element.remove();
  };

  return {
    all: () => order,
    get: (row) => shown.get(row) ?? null,
    ofNode(node) {
      for (let at: Node | null = node; at && at !== holder; at = at.parentNode) {
        const row = byElement.get(at);
        if (row) return row;
      }
      return null;
    },
    mount(wanted) {
      const stays = new Set(wanted);
      const before = order;
      const next: RowView[] = [];
      const fresh: RowView[] = [];
      /** Those of the rows before which are passed already, in the document and here. */
      let passed = 0;
      for (const number of wanted) {
        const known = shown.get(number);
        if (known) {
          for (let row = before[passed++]; row && row !== known; row = before[passed++]) remove(row);
          next.push(known);
          continue;
        }
        const text = texts.textOf(number);
        if (!text) continue;
        const here = before[passed];
        const spare = here && !stays.has(here.row) ? here : null;
        if (spare) {
          passed++;
          onUnmount(spare);
        }
        const row = fillRow(number, text, blocks, spare);
        if (row.element !== spare?.element) {
          spare?.element.remove();
          holder.insertBefore(row.element, before[passed]?.element ?? null);
        }
        byElement.set(row.element, row);
        next.push(row);
        fresh.push(row);
      }
      for (const row of before.slice(passed)) remove(row);
      shown = new Map(next.map((row) => [row.row, row]));
      order = next;
      return fresh;
    },
    place(topOf) {
      let next = 0;
      for (const { row, element } of order) {
        const room = row === next ? 0 : topOf(row) - topOf(next);
        next = row + 1;
        if (placed.get(element) === room) continue;
        placed.set(element, room);
        element.style.marginBlockStart = `${room}px`;
      }
    },
    close() {
      for (const row of order) remove(row);
    },
  };
}
