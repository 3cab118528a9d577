import { type ReactNode, useEffect } from 'react';
import { ListLayout, Menu, MenuItem, Virtualizer } from 'react-aria-components';
import './pile-menu.css';

/** One of several things at the same place. */
export interface PileEntry {
  readonly id: string;
  readonly sign: ReactNode;
  /** What it says in the text. */
  readonly quote: string;
  /** Small words below: tags, comment, entities. */
  readonly details: readonly string[];
  /** It does not pass the filter. */
  readonly isFaint: boolean;
}

export interface PileMenuProps {
  /** Accessible name. */
  readonly label: string;
  readonly entries: readonly PileEntry[];
  readonly onChoose: (id: string) => void;
  /** The entry Enter would take now. */
  readonly onPoint?: (id: string) => void;
}

/** In pixels, as in the style sheet. */
const ROW_HEIGHT = 44;

/** Rows of the list in sight at once. */
const MOST_ROWS = 8;

/** What lies at one place, to choose from: for a popover of any origin. Only the rows in sight are in the document. */
export function PileMenu({ label, entries, onChoose, onPoint }: PileMenuProps) {
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
      <Menu
        aria-label={label}
        className="list pile"
        style={{ blockSize: ROW_HEIGHT * Math.min(MOST_ROWS, entries.length) }}
        items={entries}
        autoFocus="first"
        onAction={(key) => onChoose(String(key))}
      >
        {(entry) => (
          <MenuItem
            id={entry.id}
            textValue={entry.quote}
            className={entry.isFaint ? 'row pile-row faint' : 'row pile-row'}
          >
            {({ isFocused }) => (
              <>
                {isFocused && onPoint && <Pointing id={entry.id} onPoint={onPoint} />}
                {entry.sign}
                <span className="grow">
                  <span className="pile-quote" dir="auto">
                    {entry.quote}
                  </span>
                  <span className="pile-details" dir="auto">
                    {entry.details.join(' · ')}
                  </span>
                </span>
              </>
            )}
          </MenuItem>
        )}
      </Menu>
    </Virtualizer>
  );
}

/** Tells which entry has the keyboard or the pointer, for as long as it is drawn. */
function Pointing({ id, onPoint }: { id: string; onPoint: (id: string) => void }) {
  useEffect(() => onPoint(id), [id, onPoint]);
  return null;
}
