import type { Highlight } from '../../../main/contract/index.ts';
import { t } from '../../i18n/index.ts';
import type { Focus } from '../focus.ts';
import type { Pages } from '../pages.ts';
import type { Selecting } from '../selecting.ts';
import type { TextView } from '../text-view.ts';
import { type Lying, lyingAt } from './piles.ts';

/** How long a click waits, in milliseconds, whether it becomes a double one before a list is put over the text. */
const DOUBLE_CLICK = 250;

/** Has the researcher choose where several things lie at a place. */
export interface Offering {
  /** A click at an offset: takes what lies there alone, offers what lies there together. */
  click(offset: number): void;
  /** Has one of some highlights chosen; null where none was. */
  ask(highlights: readonly Highlight[], label: string): Promise<Highlight | null>;
  /** Offers what lies at the caret; false where nothing has to be chosen. */
  atCaret(): boolean;
  close(): void;
}

export interface OfferingParts {
  readonly pages: Pages;
  readonly view: TextView;
  readonly selecting: () => Selecting;
  readonly focus: Focus;
  /** Shows the list; answers what was chosen, null where nothing was. */
  readonly show: (lying: readonly Lying[], offset: number, label: string) => Promise<Lying | null>;
  readonly onChoose: (lying: Lying) => void;
}

export function createOffering({ pages, view, selecting, focus, show, onChoose }: OfferingParts): Offering {
  let waiting = 0;

  const lyingHere = (offset: number) => {
    const here = { start: offset, end: offset + 1 };
    return lyingAt(pages.highlightsIn(here), pages.mentionsIn(here), offset);
  };
  const choose = (lying: Lying) => {
    focus.choose(lying);
    onChoose(lying);
  };
  const offerAll = async (lying: readonly Lying[], offset: number) => {
    const chosen = await show(lying, offset, t('reader.pile', { count: lying.length }));
    if (chosen) choose(chosen);
  };

  return {
    click(offset) {
      window.clearTimeout(waiting);
      const lying = lyingHere(offset);
      const [first] = lying;
      if (lying.length > 1) waiting = window.setTimeout(() => offerAll(lying, offset), DOUBLE_CLICK);
      else if (first) choose(first);
    },
    async ask(highlights, label) {
      const lying = highlights.map((highlight) => ({ kind: 'highlight' as const, highlight }));
      const chosen = await show(lying, selecting().get()?.focus ?? view.firstVisible(), label);
      return chosen?.kind === 'highlight' ? chosen.highlight : null;
    },
    atCaret() {
      const ends = selecting().get();
      if (!ends || ends.anchor !== ends.focus || focus.isChosen()) return false;
      const lying = lyingHere(ends.focus);
      const [first] = lying;
      if (lying.length > 1) {
        view.reveal(ends.focus, 'nearest');
        // Scrolling closes lists; what this did is told before the next frame.
        requestAnimationFrame(() => offerAll(lying, ends.focus));
        return true;
      }
      if (first) choose(first);
      return first?.kind === 'mention';
    },
    close: () => window.clearTimeout(waiting),
  };
}
