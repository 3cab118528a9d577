import { ChevronRight, Ellipsis, GripVertical } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { Button, Collection, TreeItem, TreeItemContent } from 'react-aria-components';
import { currentLanguage, formatNumber, t } from '../i18n/index.ts';
import type { LibraryNode } from './node.ts';

interface RowProps {
  readonly node: LibraryNode;
  readonly current: string | null;
  readonly movable: boolean;
  readonly onMenu: (key: string, origin: Element) => void;
}

/** A row of the Library, and the rows below it. */
export function LibraryRow({ node, current, movable, onMenu }: RowProps) {
  const isCurrent = (node.thing ?? node.key) === current;
  return (
    <TreeItem id={node.key} textValue={node.name} className={isCurrent ? 'library-row current' : 'library-row'}>
      <TreeItemContent>
        {({ hasChildItems, level }) => (
          <div className="library-row-inner" style={{ paddingInlineStart: `${8 + (level - 1) * 17}px` }}>
            <CurrentMark on={isCurrent} />
            {movable && (
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
            <Button
              className="row-button more"
              aria-label={t('library.menuOf', { name: node.name })}
              onPress={({ target }) => onMenu(node.key, target)}
            >
              <Ellipsis aria-hidden size={14} />
            </Button>
          </div>
        )}
      </TreeItemContent>
      {node.children && (
        <Collection items={node.children} dependencies={[current, currentLanguage()]}>
          {(child) => <LibraryRow node={child} current={current} movable={movable} onMenu={onMenu} />}
        </Collection>
      )}
    </TreeItem>
  );
}

/** Tells a screen reader which row is the open one; the widget library has no property for that. */
function CurrentMark({ on }: { on: boolean }) {
  const ref = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const row = ref.current?.closest('[role="row"]');
    if (on) row?.setAttribute('aria-current', 'true');
    else row?.removeAttribute('aria-current');
  }, [on]);
  return <span ref={ref} hidden />;
}
