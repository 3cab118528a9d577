import { Button, ListLayout, Menu, MenuItem, MenuTrigger, Popover, Virtualizer } from 'react-aria-components';
import { t } from '../../i18n/index.ts';
import { TagDot } from '../../ui/index.ts';
import type { MarginNote } from './notes.ts';

/** In pixels, as in the style sheet. */
const ROW_HEIGHT = 44;

/** Rows of the list in sight at once. */
const MOST_ROWS = 8;

export interface MarginClusterProps {
  readonly notes: readonly MarginNote[];
  /** The first is chosen, the others lie at the same place. */
  readonly onChoose: (ids: readonly string[]) => void;
}

/** Several notes of a dense place as one line, which opens the list of them, the shortest passages first. */
export function MarginCluster({ notes, onChoose }: MarginClusterProps) {
  const tags = new Set(notes.flatMap((note) => note.tags)).size;
  const pile = [...notes].sort((a, b) => a.length - b.length || a.wanted - b.wanted);
  const label = t('reader.cluster', { tags, highlights: notes.length });
  return (
    <MenuTrigger>
      <Button className="margin-cluster">
        <span className="margin-cluster-colours" aria-hidden>
          {[...new Set(notes.map(({ colour }) => colour))].map((colour) => (
            <i key={colour} data-colour={colour} />
          ))}
        </span>
        {label}
      </Button>
      <Popover className="popover" offset={4}>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: ROW_HEIGHT }}>
          <Menu
            aria-label={label}
            className="list margin-pile"
            style={{ blockSize: ROW_HEIGHT * Math.min(MOST_ROWS, pile.length) }}
            items={pile}
            onAction={(key) => {
              const ids = [String(key), ...pile.flatMap(({ id }) => (id === key ? [] : id))];
              // The keyboard is given back to the button one frame after the list is gone; only then can it go on to the text.
              requestAnimationFrame(() => requestAnimationFrame(() => onChoose(ids)));
            }}
          >
            {({ id, colour, quote, tags: names, comment, isFaint }) => (
              <MenuItem
                id={id}
                textValue={quote}
                className={isFaint ? 'row margin-pile-row faint' : 'row margin-pile-row'}
              >
                <TagDot colour={colour} />
                <span className="grow">
                  <span className="margin-pile-quote" dir="auto">
                    {quote}
                  </span>
                  <span className="margin-pile-detail" dir="auto">
                    {[...names, ...(comment === '' ? [] : [comment])].join(' · ')}
                  </span>
                </span>
              </MenuItem>
            )}
          </Menu>
        </Virtualizer>
      </Popover>
    </MenuTrigger>
  );
}
