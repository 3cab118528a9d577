import { ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { createContext, memo, use, useLayoutEffect, useRef } from 'react';
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import { currentLanguage, formatNumber, t } from '../i18n/index.ts';
import type { LibraryNode } from './node.ts';

/** The row of what is open: told beside the rows, which are not made anew when something else is opened. */
export const CurrentRow = createContext<string | null>(null);

interface RowProps {
  readonly node: LibraryNode;
  readonly expanded: ReadonlySet<string>;
  readonly movable: boolean;
  readonly onMenu: (key: string, origin: Element) => void;
}

/** A row of the Library, and the rows below it where it is open: of a closed one there may be thousands. */
export function LibraryRow({ node, expanded, movable, onMenu }: RowProps) {
  const { children = [] } = node;
  return (
    <TreeItem id={node.key} textValue={node.name} className="library-row" hasChildItems={children.length > 0}>
      <TreeItemContent>
        {({ hasChildItems, level, isHovered, isFocused, isFocusVisibleWithin, isDragging }) => (
          <RowWords
            key={currentLanguage()}
            node={node}
            level={level}
            hasChildItems={hasChildItems}
            movable={movable}
            isAtHand={isHovered || isFocused || isFocusVisibleWithin || isDragging === true}
            onMenu={onMenu}
          />
        )}
      </TreeItemContent>
      {expanded.has(node.key) && (
        <Collection items={children} dependencies={[expanded, currentLanguage()]}>
          {(child) => <LibraryRow node={child} expanded={expanded} movable={movable} onMenu={onMenu} />}
        </Collection>
      )}
    </TreeItem>
  );
}

interface RowWordsProps extends Pick<RowProps, 'node' | 'movable' | 'onMenu'> {
  readonly level: number;
  readonly hasChildItems: boolean;
  /** Pointed at, in focus or being dragged: only then it has buttons, which cost more than all the rest of the row. */
  readonly isAtHand: boolean;
}

/** What stands in a row; drawn anew only when that is something else, however often the row itself is. */
const RowWords = memo(function RowWords({ node, level, hasChildItems, movable, isAtHand, onMenu }: RowWordsProps) {
  return (
    <div className="library-row-inner" style={{ paddingInlineStart: `${8 + (level - 1) * 17}px` }}>
      <CurrentMark of={node.thing ?? node.key} />
      {movable && isAtHand && (
        <Button slot="drag" className="row-button grip" aria-label={t('library.drag', { name: node.name })}>
          <GripVertical aria-hidden size={13} />
        </Button>
      )}
      {hasChildItems && (
        <Button slot="chevron" className="row-button chevron">
          <ChevronRight aria-hidden size={13} />
        </Button>
      )}
      {node.sign}
      <span className="library-name" dir="auto" title={node.name}>
        {node.name}
      </span>
      {node.mark}
      {node.count !== undefined && <span className="library-count">{formatNumber(node.count)}</span>}
      {isAtHand && (
        <Button
          className="row-button more"
          aria-label={t('library.menuOf', { name: node.name })}
          onPress={({ target }) => onMenu(node.key, target)}
        >
          <Ellipsis aria-hidden size={14} />
        </Button>
      )}
    </div>
  );
});

/** Tells a screen reader which row is the open one; the widget library has no property for that. */
function CurrentMark({ of }: { of: string }) {
  const on = use(CurrentRow) === of;
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const row = ref.current?.closest('[role="row"]');
    if (on) row?.setAttribute('aria-current', 'true');
    else row?.removeAttribute('aria-current');
  }, [on]);
  return <span ref={ref} hidden />;
}
