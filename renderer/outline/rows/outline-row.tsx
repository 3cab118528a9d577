import { ChevronDown, ChevronRight, GripVertical } from 'lucide-react';
import { type CSSProperties, memo } from 'react';
import type { Row } from '../tree/rows.ts';
import type { Twin } from '../tree/twins.ts';
import { INDENT } from './indent.ts';
import { WordCount } from './plan-line.tsx';
import { RowContent } from './row-content.tsx';
import { RowEditor } from './row-editor.tsx';

/** What a row asks of the tree it stands in; the same object for all rows and for its whole life. */
export interface RowHost {
  measure(element: HTMLElement | null): (() => void) | undefined;
  /** The keyboard has come to it. */
  focus(id: string): void;
  /** Pressed: with Shift everything up to it is marked, with Ctrl it is marked too or no longer. */
  press(id: string, held: { readonly shiftKey: boolean; readonly ctrlKey: boolean; readonly metaKey: boolean }): void;
  /** Let go without a drag and without Shift or Ctrl: chosen alone. */
  choose(id: string): void;
  toggle(id: string): void;
  act(id: string): void;
  /** Another place of the same passage is asked for. */
  show(id: string): void;
  reword(id: string, text: string): void;
  leaveEditor(id: string): void;
  menu(id: string, x: number, y: number): void;
  dragStart(id: string, transfer: DataTransfer): void;
  dragEnd(): void;
}

export interface OutlineRowProps {
  readonly row: Row;
  readonly top: number;
  readonly isMarked: boolean;
  /** The one row that Tab reaches. */
  readonly isStop: boolean;
  readonly isEditing: boolean;
  readonly isNumbered: boolean;
  readonly twins: readonly Twin[];
  readonly isReadOnly: boolean;
  readonly host: RowHost;
}

/** One line of the outline. Painted anew only when something of it has changed. */
export const OutlineRow = memo(function OutlineRow(props: OutlineRowProps) {
  const { row, top, isMarked, isStop, isEditing, isNumbered, twins, isReadOnly, host } = props;
  const { item, depth } = row;
  const { id } = item;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree answers the keys of all its rows
    <div
      ref={(element) => host.measure(element)}
      role="treeitem"
      data-id={id}
      data-kind={item.kind}
      aria-level={depth + 1}
      aria-setsize={row.siblings}
      aria-posinset={row.place}
      aria-selected={isMarked}
      {...(row.children > 0 ? { 'aria-expanded': row.isOpen } : {})}
      tabIndex={isStop ? 0 : -1}
      {...(isStop ? { 'data-landing': '' } : {})}
      className="outline-row"
      style={placeOf(top, depth)}
      draggable={!isEditing && !isReadOnly}
      onFocus={(event) => event.target === event.currentTarget && host.focus(id)}
      onMouseDown={(event) => event.button === 0 && host.press(id, event)}
      onClick={(event) => {
        const isLink = event.target instanceof Element && event.target.closest('.item-twin') !== null;
        if (!isLink && !(event.shiftKey || event.ctrlKey || event.metaKey)) host.choose(id);
      }}
      onDoubleClick={() => host.act(id)}
      onContextMenu={(event) => {
        event.preventDefault();
        host.menu(id, event.clientX, event.clientY);
      }}
      onDragStart={(event) => host.dragStart(id, event.dataTransfer)}
      onDragEnd={() => host.dragEnd()}
    >
      {row.children > 0 ? (
        // The keyboard opens and closes with the arrows; for assistive technology aria-expanded says it all.
        <span
          className="row-grip"
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            host.toggle(id);
          }}
        >
          {row.isOpen ? <ChevronDown size={15} /> : <ChevronRight size={15} />}
        </span>
      ) : (
        <span className="row-grip" aria-hidden="true">
          <GripVertical size={14} />
        </span>
      )}
      {isEditing ? (
        <RowEditor item={item} onDone={(text) => host.reword(id, text)} onCancel={() => host.leaveEditor(id)} />
      ) : (
        <RowContent
          plan={row.plan}
          item={item}
          number={isNumbered ? row.number : ''}
          twins={twins}
          onTwin={(twin) => host.show(twin)}
        />
      )}
      <WordCount plan={row.plan} />
    </div>
  );
});

function placeOf(top: number, depth: number): CSSProperties & { readonly '--indent': string } {
  const indent = depth * INDENT;
  return { transform: `translateY(${top}px)`, paddingInlineStart: `${indent + 8}px`, '--indent': `${indent}px` };
}
