import {
  createContext,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type RefObject,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import {
  Collection,
  type DroppableCollectionReorderEvent,
  type DropTarget,
  type Key,
  ListLayout,
  type Selection,
  Tree,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import { currentLanguage } from '../i18n/index.ts';
import { pace, useStore } from '../state/index.ts';
import { CurrentRow, LibraryRow } from './library-row.tsx';
import { type DropPosition, type LibraryActions, type LibraryNode, neighbourOf, visibleKeys } from './node.ts';
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

const LAYOUT = { rowHeight: 27 };
const DRAG_TYPE = 'application/x-lectern-row';

/** One tree of the Library. Keys: Enter opens, F2 renames, Delete removes, Alt+arrows move, Menu or Shift+F10 the menu. */
export function LibraryTree(props: LibraryTreeProps) {
  const { label, nodes, actions, current = null, expanded, onExpand, movable = false, chosen, onChoose } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [menu, setMenu] = useState<MenuOrigin | null>(null);
  /** The row that was opened by the last click, while no key came. */
  const clicked = useRef<string>(undefined);
  const refocus = useRefocus(frame, nodes, expanded);
  const rows = useRowsToDraw(frame, nodes);
  const open = useSame(expanded);
  const chosenRows = useSame(chosen);

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

  const deeds = useLatest<TreeDeeds>({
    act(key) {
      // A double click comes after a click, which has opened the row.
      if (clicked.current !== key) actions.open(key);
    },
    expand: onExpand,
    choose: (keys) => onChoose?.(keys === 'all' ? new Set(visibleKeys(nodes, expanded)) : keys),
    showMenu: (key, row) => setMenu(originOf(key, row)),
    drop: (keys, target, position) => actions.drop?.(keys, target, position),
    takes: (target, position) => actions.takes?.(target, position) ?? true,
  });

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
      onFocusCapture={({ target }) => {
        // Of a list that is drawn in part, the widget library does not bring a row it goes to from afar into sight.
        if (rowOf(target) === target) target.scrollIntoView({ block: 'nearest' });
        actions.ahead?.(rowKeyOf(target) ?? null, false);
      }}
    >
      <CurrentRow value={current}>
        <Nodes value={rows}>
          <Rows
            label={label}
            language={currentLanguage()}
            open={open}
            chosen={chosenRows}
            movable={movable}
            deeds={deeds}
          />
        </Nodes>
      </CurrentRow>
      {menu && <RowMenu origin={menu} entries={actions.menu(menu.key)} onClose={() => setMenu(null)} />}
    </div>
  );
}

/** What rows are asked to do; kept beside them, so that they are not drawn anew when only this changes. */
interface TreeDeeds {
  act(key: string): void;
  expand(keys: ReadonlySet<string>): void;
  choose(keys: ReadonlySet<string> | 'all'): void;
  showMenu(key: string, row: Element): void;
  drop(keys: readonly string[], target: string, position: DropPosition): void;
  takes(target: string, position: DropPosition): boolean;
}

interface RowsProps {
  readonly label: string;
  /** What the rows are written in. */
  readonly language: string;
  readonly open: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string> | undefined;
  readonly movable: boolean;
  readonly deeds: RefObject<TreeDeeds>;
}

/** What the rows are made of: told past the tree, which else would draw them all once before it knows of a change, and again after. */
const Nodes = createContext<readonly LibraryNode[]>([]);

/** The rows, drawn anew only when one of these is another: each costs a millisecond, and while files come in they are asked often. */
const Rows = memo(function Rows({ label, language, open, chosen, movable, deeds }: RowsProps) {
  const dragAndDrop = useMemo(
    () => ({
      getItems: (keys: Set<Key>) => [...keys].map((key) => ({ [DRAG_TYPE]: String(key) })),
      acceptedDragTypes: [DRAG_TYPE],
      getDropOperation: (target: DropTarget) =>
        target.type === 'item' && deeds.current.takes(String(target.key), target.dropPosition) ? 'move' : 'cancel',
      onMove: ({ keys, target }: DroppableCollectionReorderEvent) =>
        deeds.current.drop([...keys].map(String), String(target.key), target.dropPosition),
    }),
    [deeds],
  );
  const { dragAndDropHooks } = useDragAndDrop<LibraryNode>(dragAndDrop);
  return (
    // Of however many rows there are, only those in sight are in the document.
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <Tree
        aria-label={label}
        className="library-tree"
        {...(chosen
          ? {
              selectionMode: 'multiple' as const,
              // As in the lists of files: the arrows and a click choose one, with Shift or Ctrl more.
              selectionBehavior: 'replace' as const,
              selectedKeys: chosen,
              // The very set comes back as `selectedKeys`: it knows where a choice began that Shift goes on from.
              onSelectionChange: (keys: Selection) =>
                deeds.current.choose(keys === 'all' ? keys : (keys as ReadonlySet<Key> as ReadonlySet<string>)),
            }
          : { selectionMode: 'none' as const })}
        expandedKeys={open}
        onExpandedChange={(keys) => deeds.current.expand(new Set([...keys].map(String)))}
        onAction={(key: Key) => deeds.current.act(String(key))}
        {...(movable ? { dragAndDropHooks } : {})}
      >
        <NodeRows language={language} open={open} movable={movable} deeds={deeds} />
      </Tree>
    </Virtualizer>
  );
});

function NodeRows({ language, open, movable, deeds }: Pick<RowsProps, 'language' | 'open' | 'movable' | 'deeds'>) {
  return (
    // Rows are kept as long as their node is the same; what they depend on besides changes them all the same.
    <Collection items={use(Nodes)} dependencies={[open, language]}>
      {(node) => (
        <LibraryRow
          node={node}
          expanded={open}
          movable={movable}
          onMenu={(key, row) => deeds.current.showMenu(key, row)}
        />
      )}
    </Collection>
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

/** What was given last, for those that ask when something happens. */
function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** The set as it was while it holds the same: who depends on it is not made anew for another of the same keys. */
function useSame<T extends ReadonlySet<string> | undefined>(keys: T): T {
  const [held, setHeld] = useState(keys);
  if (held === keys || (held && keys && held.size === keys.size && [...keys].every((key) => held.has(key))))
    return held;
  setHeld(keys);
  return keys;
}

/** Rows that are added to those in the document in one frame while files come in. */
const AT_ONCE = 8;

/** Milliseconds after which the last of them are drawn, however busy the window is. */
const LONGEST_BEHIND = 1000;

/**
 * The rows to draw. While files come in, those that follow the ones drawn are added a few in every frame, and not at all as long as they
 * are out of sight: the widget library draws every row in sight anew for one more, which would hold up the window again and again.
 */
function useRowsToDraw(frame: RefObject<HTMLDivElement | null>, nodes: readonly LibraryNode[]): readonly LibraryNode[] {
  const areComing = useStore(pace, ({ between }) => between > 0);
  const [drawn, setDrawn] = useState(nodes);
  const wasBehind = useRef(false);
  const isBehind = drawn !== nodes && (areComing || wasBehind.current) && begins(nodes, drawn);
  if (!isBehind && drawn !== nodes) setDrawn(nodes);
  useEffect(() => {
    wasBehind.current = isBehind;
    if (!isBehind) return;
    if (!areComing) {
      // The window shows what came of the import first.
      const idle = requestIdleCallback(() => setDrawn(nodes), { timeout: LONGEST_BEHIND });
      return () => cancelIdleCallback(idle);
    }
    const more = drawn.length + AT_ONCE;
    const draw = () => setDrawn(more < nodes.length ? nodes.slice(0, more) : nodes);
    const scroller = frame.current?.closest('.library-scroll');
    if (scroller && endsBelowSight(frame.current)) {
      scroller.addEventListener('scroll', draw, { once: true });
      return () => scroller.removeEventListener('scroll', draw);
    }
    const next = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(next);
  }, [frame, areComing, isBehind, nodes, drawn]);
  return isBehind ? drawn : nodes;
}

function begins(nodes: readonly LibraryNode[], first: readonly LibraryNode[]): boolean {
  return nodes.length >= first.length && first.every((node, at) => node === nodes[at]);
}

/** Whether the end of the rows is further down than can be seen. */
function endsBelowSight(frame: HTMLElement | null): boolean {
  const scroller = frame?.closest('.library-scroll');
  return Boolean(frame && scroller && frame.getBoundingClientRect().bottom > scroller.getBoundingClientRect().bottom);
}

/** Focuses a row once the rows have changed, where the change took the focused one away or moved it. */
function useRefocus(
  frame: RefObject<HTMLDivElement | null>,
  nodes: readonly LibraryNode[],
  expanded: ReadonlySet<string>,
) {
  const wanted = useRef<string | undefined>(undefined);
  const shown = useRef(nodes);
  useEffect(() => {
    if (shown.current === nodes) return;
    shown.current = nodes;
    const key = wanted.current;
    if (key === undefined) return;
    wanted.current = undefined;
    focusRow(frame.current, key, visibleKeys(nodes, expanded).indexOf(key));
  }, [frame, nodes, expanded]);
  return (key: string | undefined) => {
    wanted.current = key;
  };
}

/** How many frames a row has to come into the document after its place was scrolled to. */
const FRAMES_TO_COME = 10;

/** Focuses the row, the `at`-th of those that show; where it is out of sight, and so not in the document, its place is scrolled to first. */
function focusRow(frame: HTMLElement | null, key: string, at: number, frames = FRAMES_TO_COME): void {
  const row = frame?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(key)}"]`);
  const tree = frame?.querySelector<HTMLElement>('[role="treegrid"]');
  // Without the row the tree itself, which hands the keyboard on to one of those it has.
  const home = row ?? (at < 0 || frames === 0 ? tree : undefined);
  if (home || !tree) {
    home?.focus();
    return;
  }
  const scroller = tree.closest('.library-scroll');
  if (scroller && frames === FRAMES_TO_COME) {
    const place = tree.getBoundingClientRect().top + at * LAYOUT.rowHeight - scroller.getBoundingClientRect().top;
    scroller.scrollTop += place - scroller.clientHeight / 2;
  }
  requestAnimationFrame(() => focusRow(frame, key, at, frames - 1));
}
