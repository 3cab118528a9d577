import { Copy } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { t } from '../../i18n/index.ts';
import { IconButton } from '../../ui/index.ts';
import type { NewItem } from '../model/outline-model.ts';
import { endDrag, startDrag } from '../rows/drag.ts';
import './card-list.css';

/** Something a panel offers for the outline. */
export interface OfferedCard {
  readonly id: string;
  readonly item: NewItem;
  /** Its words, for another program a card is dropped into. */
  readonly words: string;
  readonly colour?: string | undefined;
  readonly content: ReactNode;
  /** Copies it, where it is something to copy. */
  readonly onCopy?: () => void;
}

export interface CardListProps {
  readonly label: string;
  readonly cards: readonly OfferedCard[];
  readonly isReadOnly: boolean;
  readonly onAdd: (item: NewItem) => Promise<unknown>;
}

/** Cards painted at once; more on demand. */
const PAGE = 60;

/** Cards that are dragged into the tree, or put below the chosen item by Enter or a click. Arrows go from card to card. */
export function CardList({ label, cards, isReadOnly, onAdd }: CardListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [most, setMost] = useState(PAGE);
  const shown = cards.slice(0, most);

  const focusOn = (index: number) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('.passage-card');
    buttons?.[Math.max(0, Math.min(index, buttons.length - 1))]?.focus();
  };
  const add = async (item: NewItem, index: number) => {
    await onAdd(item);
    // The card is gone now, or will be with the next list; the one in its place takes the focus.
    requestAnimationFrame(() => {
      if (list.current?.contains(document.activeElement) || document.activeElement === document.body) focusOn(index);
    });
  };

  return (
    <>
      <ul ref={list} aria-label={label} className="card-list">
        {shown.map((card, index) => (
          <li key={card.id}>
            <button
              type="button"
              className="passage-card"
              data-colour={card.colour}
              draggable={!isReadOnly}
              disabled={isReadOnly}
              onClick={() => void add(card.item, index)}
              onDragStart={(event) => startDrag(event.dataTransfer, { fresh: card.item }, card.words)}
              onDragEnd={endDrag}
              onKeyDown={(event) => {
                if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && card.onCopy) {
                  event.preventDefault();
                  card.onCopy();
                }
                const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
                if (step === 0 || event.altKey) return;
                event.preventDefault();
                focusOn(index + step);
              }}
            >
              {card.content}
            </button>
            {card.onCopy && (
              <span className="card-copy">
                <IconButton label={t('passage.copy')} icon={Copy} shortcut="Mod+C" onPress={card.onCopy} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {cards.length > most && (
        <button type="button" className="button plain" onClick={() => setMost(most + PAGE)}>
          {t('outline.showMore', { more: cards.length - most })}
        </button>
      )}
    </>
  );
}
