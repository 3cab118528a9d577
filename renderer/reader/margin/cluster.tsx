import { useMemo } from 'react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { currentLanguage, t } from '../../i18n/index.ts';
import { shorten } from '../../passage/index.ts';
import { TagDot } from '../../ui/index.ts';
import { PileMenu } from '../pile/pile-menu.tsx';
import type { MarginNote } from './notes.ts';

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
  const { quote = '', locator = '' } = notes[0] ?? {};
  const language = currentLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentence follows the language
  const name = useMemo(
    () => t('reader.clusterFrom', { shown: label, words: shorten(quote), place: locator }),
    [label, quote, locator, language],
  );
  return (
    <MenuTrigger>
      <Button className="margin-cluster" aria-label={name}>
        <span className="margin-cluster-colours" aria-hidden>
          {[...new Set(notes.map(({ colour }) => colour))].map((colour) => (
            <i key={colour} data-colour={colour} />
          ))}
        </span>
        {label}
      </Button>
      <Popover className="popover" offset={4}>
        <PileMenu
          label={label}
          entries={pile.map(({ id, colour, quote, tags: names, comment, isFaint }) => ({
            id,
            sign: <TagDot colour={colour} />,
            quote,
            details: [...names, ...(comment === '' ? [] : [comment])],
            isFaint,
          }))}
          onChoose={(chosen) => {
            const ids = [chosen, ...pile.flatMap(({ id }) => (id === chosen ? [] : id))];
            // The keyboard is given back to the button one frame after the list is gone; only then can it go on to the text.
            requestAnimationFrame(() => requestAnimationFrame(() => onChoose(ids)));
          }}
        />
      </Popover>
    </MenuTrigger>
  );
}
