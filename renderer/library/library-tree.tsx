import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import { type Key, ListLayout, type Selection, Tree, useDragAndDrop, Virtualizer } from 'react-aria-components';
import { currentLanguage } from '../i18n/index.ts';
import { CurrentRow, LibraryRow } from './library-row.tsx';
import { type LibraryActions, type LibraryNode, neighbourOf, visibleKeys } from './node.ts';
import { type MenuOrigin, RowMenu } from './row-menu.tsx';

export interface LibraryTreeProps {
  readonly label: string;
  readonly nodes: readonly LibraryNode[];
  readonly actions: LibraryActions;
  /** The row of what is open. */
  readonly current?: string | null;
  readonly expanded: ReadonlySet<string>;
  readonly onExpand: (keys: ReadonlySet<string>) => void;
  /** Whether the rows can be dragged about. */
  readonly movable?: boolean;
  /** The rows that are chosen, where several can be: by Ctrl or Shift with a click, Shift with arrows, Ctrl+A. */
  readonly chosen?: ReadonlySet<string>;
  readonly onChoose?: (keys: ReadonlySet<string>) => void;
}

/** From here on only the rows in sight are in the document. */
const MANY_ROWS = 150;
const ROW_HEIGHT = 27;
const DRAG_TYPE = 'application/x-lectern-row';

/** One tree of the Library. Keys: Enter opens, F2 renames, Delete removes, Alt+arrows move, Menu or Shift+F10 the menu. */
export function LibraryTree(props: LibraryTreeProps) {
  const { label, nodes, actions, current = null, expanded, onExpand, movable = false, chosen, onChoose } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<MenuOrigin | null>(null);
  /** The row that was opened by the last click, while no key came. */
  const clicked = useRef<string>(undefined);
  const refocus = useRefocus(frame, nodes);
  const open = useSame(expanded);

  const remove = (key: string) => {
    if (!actions.remove) return;
    refocus(neighbourOf(nodes, expanded, key, chosen?.has(key) ? chosen : undefined));
    actions.remove(key);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    clicked.current = undefined;
    const key = rowKeyOf(event.target);
    if (key === undefined || !answer(event, key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  const answer = (event: KeyboardEvent, key: string): boolean => {
    if (event.key === 'F2') {
      actions.rename?.(key);
      return true;
    }
    if (event.key === 'Delete' || (event.key === 'Backspace' && event.metaKey)) {
      remove(key);
      return true;
    }
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      setMenu(originOf(key, event.target));
      return true;
    }
    const direction = event.altKey ? DIRECTIONS[event.key] : undefined;
    if (!direction || !actions.step) return false;
    actions.step(key, direction);
    refocus(key);
    return true;
  };

  /** Where rows can be chosen, a click of the widget library's chooses and does not open. */
  const onClick = (event: MouseEvent) => {
    const isPlain = event.detail === 1 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (!chosen || !isPlain || !(event.target instanceof Element) || event.target.closest('button')) return;
    const key = rowKeyOf(event.target);
    if (key === undefined) return;
    clicked.current = key;
    actions.open(key);
  };

  const onContextMenu = (event: MouseEvent) => {
    const key = rowKeyOf(event.target);
    if (key === undefined) return;
    event.preventDefault();
    const keyboard = event.clientX === 0 && event.clientY === 0;
    setMenu(
      keyboard ? originOf(key, event.target) : { key, x: event.clientX, y: event.clientY, row: rowOf(event.target) },
    );
  };

  const { dragAndDropHooks } = useDragAndDrop<LibraryNode>({
    isDisabled: !movable,
    getItems: (keys) => [...keys].map((key) => ({ [DRAG_TYPE]: String(key) })),
    acceptedDragTypes: [DRAG_TYPE],
    getDropOperation: (target) =>
      target.type === 'item' && (actions.takes?.(String(target.key), target.dropPosition) ?? true) ? 'move' : 'cancel',
    onMove: ({ keys, target }) => actions.drop?.([...keys].map(String), String(target.key), target.dropPosition),
  });

  const tree = (
    <Tree
      aria-label={label}
      className="library-tree"
      items={nodes}
      // Rows are kept as long as their node is the same; these change them all the same.
      dependencies={[open, currentLanguage()]}
      {...(chosen && onChoose
        ? {
            selectionMode: 'multiple' as const,
            // As in the lists of files: the arrows and a click choose one, with Shift or Ctrl more.
            selectionBehavior: 'replace' as const,
            selectedKeys: chosen,
            onSelectionChange: (keys: Selection) =>
              onChoose(new Set(keys === 'all' ? visibleKeys(nodes, expanded) : [...keys].map(String))),
          }
        : { selectionMode: 'none' as const })}
      expandedKeys={open}
      onExpandedChange={(keys) => onExpand(new Set([...keys].map(String)))}
      onAction={(key: Key) => {
        // A double click comes after a click, which has opened the row.
        if (clicked.current !== key) actions.open(String(key));
      }}
      {...(movable ? { dragAndDropHooks } : {})}
    >
      {(node) => (
        <LibraryRow node={node} expanded={open} movable={movable} onMenu={(key, row) => setMenu(originOf(key, row))} />
      )}
    </Tree>
  );

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: answers keys and clicks for the rows of the tree inside
    <div
      ref={frame}
      onKeyDownCapture={onKeyDown}
      onClickCapture={onClick}
      onContextMenu={onContextMenu}
      onPointerOver={({ target }) => actions.ahead?.(rowKeyOf(target) ?? null, false)}
      onPointerDownCapture={({ target }) => actions.ahead?.(rowKeyOf(target) ?? null, true)}
      onPointerLeave={() => actions.ahead?.(null, false)}
      onFocusCapture={({ target }) => actions.ahead?.(rowKeyOf(target) ?? null, false)}
    >
      <CurrentRow value={current}>
        {visibleKeys(nodes, expanded).length > MANY_ROWS ? (
          <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
            {tree}
          </Virtualizer>
        ) : (
          tree
        )}
      </CurrentRow>
      {menu && <RowMenu origin={menu} entries={actions.menu(menu.key)} onClose={() => setMenu(null)} />}
    </div>
  );
}

const DIRECTIONS: Readonly<Record<string, 'up' | 'down' | 'in' | 'out'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

function rowOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest('[role="row"]') : null;
}

function rowKeyOf(target: EventTarget | null): string | undefined {
  const row = rowOf(target);
  return row instanceof HTMLElement ? row.dataset['key'] : undefined;
}

function originOf(key: string, target: EventTarget | null): MenuOrigin {
  const row = rowOf(target);
  const box = row?.getBoundingClientRect();
  return { key, x: (box?.left ?? 0) + 24, y: box?.bottom ?? 0, row };
}

/** The set as it was while it holds the same: who depends on it is not made anew for another of the same keys. */
function useSame(keys: ReadonlySet<string>): ReadonlySet<string> {
  const [held, setHeld] = useState(keys);
  if (held === keys || (held.size === keys.size && [...keys].every((key) => held.has(key)))) return held;
  setHeld(keys);
  return keys;
}

/** Focuses a row once the rows have changed, where the change took the focused one away or moved it. */
function useRefocus(frame: React.RefObject<HTMLDivElement | null>, nodes: readonly LibraryNode[]) {
  const wanted = useRef<string | undefined>(undefined);
  const shown = useRef(nodes);
  useEffect(() => {
    if (shown.current === nodes) return;
    shown.current = nodes;
    const key = wanted.current;
    if (key === undefined) return;
    wanted.current = undefined;
    const row = frame.current?.querySelector(`[role="row"][data-key="${CSS.escape(key)}"]`);
    if (row instanceof HTMLElement) row.focus();
  }, [frame, nodes]);
  return (key: string | undefined) => {
    wanted.current = key;
  };
}
