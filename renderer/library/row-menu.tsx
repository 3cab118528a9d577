import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { t } from '../i18n/index.ts';
import { MenuEntries, type MenuEntry } from '../ui/index.ts';

/** Where a menu opens, in pixels of the window, and the row it belongs to. */
export interface MenuOrigin {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly row: Element | null;
}

/** The menu of a row, at the pointer or below the row; focus returns to the row. */
export function RowMenu({
  origin,
  entries,
  onClose,
}: {
  origin: MenuOrigin;
  entries: readonly MenuEntry[];
  onClose: () => void;
}) {
  const anchor = useRef<HTMLSpanElement>(null);
  const close = () => {
    onClose();
    if (origin.row instanceof HTMLElement) origin.row.focus();
  };
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: origin.x, top: origin.y }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && close()}
        placement="bottom start"
        offset={2}
      >
        <MenuEntries label={t('library.menu')} entries={entries} onClose={close} />
      </Popover>
    </>
  );
}
