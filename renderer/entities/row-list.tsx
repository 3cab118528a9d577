import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import './row-list.css';

export interface RowListProps<T> {
  /** Accessible name of the list. */
  readonly label: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  readonly children: (row: T, current: boolean) => ReactNode;
  /** Enter or a click; left out where a click only chooses. */
  readonly onOpen?: (row: T) => void;
  readonly onCurrent?: (row: T) => void;
  /** Other keys; true where the key was answered. */
  readonly onKey?: (row: T, key: string) => boolean;
  /** Rows that follow each other and have this in common stand under one heading. */
  readonly groupOf?: (row: T) => string;
  readonly heading?: (first: T) => ReactNode;
}

/**
 * A list whose rows are one stop of the Tab key: arrows, J, K, Home and End move, Enter opens. When the current row goes, the
 * one that takes its place becomes current and keeps the focus, so that a list can be worked off by key.
 */
export function RowList<T>(props: RowListProps<T>) {
  const { label, rows, keyOf, children, onOpen, onCurrent, onKey, groupOf, heading } = props;
  const [index, setIndex] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const current = Math.min(index, Math.max(0, rows.length - 1));
  const currentKey = rows[current] === undefined ? '' : keyOf(rows[current]);
  const hadFocus = useRef(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the row under the same index changed, which is the point.
  useEffect(() => {
    if (hadFocus.current && !list.current?.contains(document.activeElement)) focusRow(list.current, current);
  }, [currentKey]);

  const moveTo = (next: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, next))];
    if (row === undefined) return;
    setIndex(rows.indexOf(row));
    onCurrent?.(row);
    focusRow(list.current, rows.indexOf(row));
  };

  const onKeyDown = (event: KeyboardEvent, row: T) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = MOVES[event.key]?.(current, rows.length);
    if (target !== undefined) moveTo(target);
    else if (!onKey?.(row, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <ul
      ref={list}
      className="row-list"
      aria-label={label}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null) hadFocus.current = event.currentTarget.contains(event.relatedTarget);
      }}
    >
      {rows.map((row, at) => (
        <li key={keyOf(row)}>
          {heading && groupOf && isFirst(rows, at, groupOf) && heading(row)}
          <button
            type="button"
            className="row-list-row"
            aria-current={at === current}
            tabIndex={at === current ? 0 : -1}
            onFocus={() => {
              setIndex(at);
              onCurrent?.(row);
            }}
            onClick={() => onOpen?.(row)}
            onKeyDown={(event) => onKeyDown(event, row)}
          >
            {children(row, at === current)}
          </button>
        </li>
      ))}
    </ul>
  );
}

const MOVES: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  j: (at) => at + 1,
  k: (at) => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function isFirst<T>(rows: readonly T[], at: number, groupOf: (row: T) => string): boolean {
  const [before, row] = [rows[at - 1], rows[at]];
  return row !== undefined && (before === undefined || groupOf(before) !== groupOf(row));
}

function focusRow(list: HTMLUListElement | null, index: number): void {
  list?.querySelectorAll<HTMLButtonElement>('.row-list-row')[index]?.focus();
}
