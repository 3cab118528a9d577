import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import {
  Autocomplete,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  SearchField,
  Virtualizer,
} from 'react-aria-components';
import { t } from '../i18n/index.ts';
import { Dialog } from './dialog.tsx';
import { holdKeys } from './held-keys.ts';

export interface PickerItem {
  readonly id: string;
  readonly name: string;
  readonly sign?: ReactNode;
  /** Small words at the end of the row. */
  readonly detail?: string | undefined;
  /** Ticked: taking it again takes it away. */
  readonly isChosen?: boolean;
}

export interface PickerProps {
  /** Name of the dialog and of its combobox. */
  readonly title: string;
  readonly items: readonly PickerItem[];
  /** The items are those of an earlier query: Enter waits for the ones of this query, whose first is meant. */
  readonly isBehind?: boolean;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onTake: (id: string) => void;
  readonly onClose: () => void;
  /** Adds the last entry, Create “…”. */
  readonly onCreate?: ((name: string) => void) | undefined;
  readonly createLabel?: ((name: string) => string) | undefined;
  readonly placeholder?: string;
  readonly footer?: ReactNode;
}

const CREATE = 'create:';
const MOVES: ReadonlySet<string> = new Set(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']);
/** In pixels, as in the style sheet: only the rows in sight are in the document, for there may be thousands. */
const ROW_HEIGHT = 27;

/**
 * A dialog with one combobox: type to filter, arrows choose, Enter takes, the last entry creates; Esc closes and focus
 * returns. The caller filters, because what matches is the notebook's business (aliases, other scripts).
 */
export function Picker(props: PickerProps) {
  const { title, items, isBehind = false, query, onTake, onClose, onCreate, createLabel, placeholder, footer } = props;
  /** Enter was pressed before the first row was known. */
  const [isDue, setDue] = useState(false);
  /** An arrow or the pointer came since the last letter: the active row was chosen, and is not the first one of an earlier query. */
  const hasMoved = useRef(false);
  const name = query.trim();
  const exists = items.some((item) => item.name.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0);
  const rows: PickerItem[] = [...items];
  if (onCreate && name !== '' && !exists) {
    rows.push({ id: CREATE, name: createLabel?.(name) ?? t('ui.create', { name }) });
  }
  const take = (id: string) => (id === CREATE ? onCreate?.(name) : onTake(id));
  const takeFirst = () => {
    const [first] = rows;
    if (first) take(first.id);
  };
  const onQuery = (next: string) => {
    setDue(false);
    hasMoved.current = false;
    props.onQuery(next);
  };
  // Whoever pressed Enter is done here: what they type next is meant for what comes after it.
  useEffect(() => {
    if (!isDue) return;
    const release = holdKeys('Enter');
    // After the keyboard has come home.
    return () => queueMicrotask(release);
  }, [isDue]);
  useEffect(() => {
    if (!isDue || isBehind) return;
    setDue(false);
    takeFirst();
  });
  /** Keys the field is kept from: each of them is answered once, here. */
  const onKeyDown = (event: KeyboardEvent) => {
    // Where letters are put together (Chinese, accents), Enter and Esc end that and nothing else.
    if (event.nativeEvent.isComposing) return event.stopPropagation();
    // Esc is meant for the dialog, not for clearing the field.
    if (event.key === 'Escape') onClose();
    // While no row is chosen, Enter takes the first, whichever the widget library has made active.
    else if (event.key === 'Enter' && (!hasMoved.current || isInactive(event.target))) {
      if (isBehind) setDue(true);
      else takeFirst();
    } else {
      if (MOVES.has(event.key)) hasMoved.current = true;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Dialog title={title} hideTitle onClose={onClose} size="small">
      <div
        className="picker"
        onKeyDownCapture={onKeyDown}
        onPointerDown={() => {
          hasMoved.current = true;
        }}
      >
        <Autocomplete inputValue={query} onInputChange={onQuery}>
          <SearchField className="picker-field" autoFocus>
            <Label className="picker-title">{title}</Label>
            <Input
              className="input"
              role="combobox"
              aria-expanded="true"
              aria-haspopup="listbox"
              dir="auto"
              {...(placeholder ? { placeholder } : {})}
            />
          </SearchField>
          <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
            <ListBox
              aria-label={title}
              className="list picker-list"
              items={rows}
              selectionMode="none"
              onAction={(key) => take(String(key))}
              // While the answer is on its way nobody knows whether there is nothing.
              renderEmptyState={() => !isBehind && <p className="list-empty">{t('ui.nothingFound')}</p>}
            >
              {(item) => (
                <ListBoxItem id={item.id} textValue={item.name} className={rowClass(item, rows[0])}>
                  {item.sign}
                  <span className="grow" dir="auto">
                    {item.name}
                  </span>
                  {item.isChosen && <span className="detail">✓</span>}
                  {item.detail && <span className="detail">{item.detail}</span>}
                </ListBoxItem>
              )}
            </ListBox>
          </Virtualizer>
        </Autocomplete>
      </div>
      {footer}
    </Dialog>
  );
}

/** The first row shows that Enter takes it, as long as no other is active. */
function rowClass(item: PickerItem, first: PickerItem | undefined): string {
  return ['row', item.id === CREATE ? 'create' : '', item.id === first?.id ? 'first' : ''].filter(Boolean).join(' ');
}

/** Says whether it is a field that has no row of its list active. */
function isInactive(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && !target.hasAttribute('aria-activedescendant');
}
