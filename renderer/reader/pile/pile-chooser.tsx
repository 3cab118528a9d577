import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import { t } from '../../i18n/index.ts';
import { shorten } from '../../passage/index.ts';
import { EntitySign, TagDot } from '../../ui/index.ts';
import { type PileEntry, PileMenu } from './pile-menu.tsx';
import { type Lying, thingOf } from './piles.ts';

/** Letters of a quote shown at most. */
const QUOTE = 120;

export interface PileChooserProps {
  /** What is asked; name of the list. */
  readonly label: string;
  readonly lying: readonly Lying[];
  /** The line the pile lies on, in client coordinates. */
  readonly place: { readonly left: number; readonly top: number; readonly height: number };
  readonly isFaint: (lying: Lying) => boolean;
  /** What Enter would take, to be shown in the text; null once nothing is offered any more. */
  readonly onPoint: (id: string | null) => void;
  /** What was chosen; null where nothing was. */
  readonly onDone: (chosen: Lying | null) => void;
}

/**
 * Offers what lies at one place of the text, the shortest first: arrows and Enter choose, `Esc` returns. A second press
 * of a double click still reaches the text, so it is not modal.
 */
export function PileChooser({ label, lying, place, isFaint, onPoint, onDone }: PileChooserProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const close = (chosen: Lying | null) => {
    onPoint(null);
    onDone(chosen);
  };
  return (
    <>
      <span ref={anchor} className="pile-anchor" style={{ left: place.left, top: place.top, height: place.height }} />
      <Popover
        className="popover"
        triggerRef={anchor}
        isOpen
        isNonModal
        onOpenChange={(isOpen) => !isOpen && close(null)}
        placement="bottom start"
        offset={4}
      >
        {/* A landmark, because what is not modal has to stand in one. */}
        <section aria-label={label}>
          <PileMenu
            label={label}
            entries={lying.map((each) => entryOf(each, isFaint(each)))}
            onPoint={onPoint}
            onChoose={(id) => close(lying.find((each) => thingOf(each).id === id) ?? null)}
          />
        </section>
      </Popover>
    </>
  );
}

function entryOf(lying: Lying, isFaint: boolean): PileEntry {
  if (lying.kind === 'mention') {
    const { id, entityName, entityType, quote } = lying.mention;
    const sign = <EntitySign type={entityType} />;
    return { id, sign, quote: shorten(quote, QUOTE), details: [t('reader.pileEntity', { name: entityName })], isFaint };
  }
  const { id, colour, quote, tags, comment, entities } = lying.highlight;
  const details = [...tags, ...entities, ...(comment === '' ? [] : [comment])];
  return {
    id,
    sign: <TagDot colour={colour} />,
    quote: shorten(quote, QUOTE),
    details: details.length > 0 ? details : [t(`colour.${colour}`)],
    isFaint,
  };
}
