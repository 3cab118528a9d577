import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import {
  Menu as AriaMenu,
  Keyboard,
  MenuItem,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
} from 'react-aria-components';
import { formatShortcut } from '../commands/index.ts';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean;
  /** A line above it. */
  readonly startsGroup?: boolean;
  readonly run: () => void;
}

/** The entries of a menu, for a popover of any origin. */
export function MenuEntries({
  label,
  entries,
  onClose,
}: {
  label: string;
  entries: readonly MenuEntry[];
  onClose?: () => void;
}) {
  return (
    <AriaMenu aria-label={label} className="list" {...(onClose ? { onClose } : {})}>
      {entries.flatMap((entry) => {
        const Icon = entry.icon;
        const item = (
          <MenuItem
            key={entry.id}
            id={entry.id}
            textValue={entry.label}
            className="row"
            isDisabled={entry.isDisabled ?? false}
            onAction={entry.run}
          >
            {Icon && <Icon aria-hidden size={14} />}
            <span className="grow">{entry.label}</span>
            {entry.shortcut && <Keyboard>{formatShortcut(entry.shortcut)}</Keyboard>}
          </MenuItem>
        );
        return entry.startsGroup ? [<Separator key={`${entry.id}-line`} className="separator" />, item] : [item];
      })}
    </AriaMenu>
  );
}

/** A button that opens a menu. */
export function MenuButton(props: { label: string; entries: readonly MenuEntry[]; children: ReactElement }) {
  return (
    <MenuTrigger>
      {props.children}
      <Popover className="popover" offset={4}>
        <MenuEntries label={props.label} entries={props.entries} />
      </Popover>
    </MenuTrigger>
  );
}

export type { PopoverProps };
