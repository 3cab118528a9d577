import type { Highlight, Mention, Passage } from '../../main/contract/index.ts';
import type { Pages } from './pages.ts';
import { type Lying, pileAt } from './pile/piles.ts';
import type { Rows } from './rows.ts';
import type { Selecting } from './selecting.ts';
import { type Ends, passageOf } from './selection-ends.ts';

/** What of all that is marked at the caret is meant: highlights, the first of them above all, and a link to an entity. */
export interface Focus {
  ids(): readonly string[];
  /** Puts highlights into focus and tells of it. */
  on(ids: readonly string[]): void;
  /** The same without telling, for whoever tells in any case. */
  quietly(ids: readonly string[]): void;
  /** Puts what is marked at the caret into focus, unless something there was chosen; without telling. */
  find(): void;
  /** More is at hand than before, or something else: the focus is what it was meant to be, without what is gone. */
  refresh(): void;
  choose(lying: Lying): void;
  /** Whether what is in focus was chosen, and not merely come upon. */
  isChosen(): boolean;
  /** The link to an entity the caret stands in: the one chosen, else the shortest. */
  mention(): Mention | undefined;
  /** The highlight in focus, unless other words are selected or being drawn over. */
  target(): Highlight | null;
}

export interface FocusParts {
  readonly rows: Rows;
  readonly pages: () => Pages;
  readonly selecting: () => Selecting;
  /** Another highlight is the first. */
  readonly onFirst: () => void;
  readonly publish: () => void;
}

export function createFocus({ rows, pages, selecting, onFirst, publish }: FocusParts): Focus {
  let focused: readonly string[] = [];
  let chosenMention: string | null = null;
  let isChosen = false;
  /** Where what is in focus was looked for. */
  let lookedAt: Ends | null = null;
  /** The block the caret stands in, while it is on its way: what is marked there comes with it. */
  let awaited: number | null = null;

  const quietly = (ids: readonly string[]) => {
    const before = focused[0];
    focused = ids;
    if (before !== ids[0]) onFirst();
  };

  const on = (ids: readonly string[]) => {
    isChosen = ids.length > 0;
    if (ids.length === focused.length && ids.every((id, at) => id === focused[at])) return;
    quietly(ids);
    publish();
  };

  const find = () => {
    const ends = selecting().get();
    if (ends !== lookedAt) {
      isChosen = false;
      chosenMention = null;
      lookedAt = ends;
    }
    const passage = ends && passageOf(ends);
    const block = passage && rows.blockAt(passage.start);
    awaited = block === null || pages().block(block) ? null : block;
    if (isChosen) return;
    // Who only came in has chosen nothing: a key would change what nobody looked at, and a step would pass over it.
    const pile = passage && selecting().placed() ? pileAt(pages().highlightsIn(around(passage)), passage) : [];
    const ids = pile.map(({ id }) => id);
    const keep = focused[0] !== undefined && ids.includes(focused[0]) ? focused[0] : ids[0];
    quietly(keep === undefined ? [] : [keep, ...ids.filter((id) => id !== keep)]);
  };

  /** Highlights that are gone leave the focus; those of a place that is still on its way do not. */
  const dropGone = () => {
    const ends = selecting().get();
    if (!ends || !pages().block(rows.blockAt(ends.focus))) return;
    const known = focused.filter((id) => pages().highlight(id) !== undefined);
    if (known.length !== focused.length) on(known);
  };

  return {
    ids: () => focused,
    on,
    quietly,
    find,
    refresh() {
      if (awaited === null) dropGone();
      else if (pages().block(awaited)) {
        find();
        publish();
      }
    },
    choose(lying) {
      if (lying.kind === 'highlight') {
        const { id } = lying.highlight;
        on([id, ...focused.filter((each) => each !== id)]);
        return;
      }
      isChosen = true;
      chosenMention = lying.mention.id;
      publish();
    },
    isChosen: () => isChosen,
    mention() {
      const ends = selecting().get();
      if (!ends) return undefined;
      const passage = passageOf(ends);
      const found = pages()
        .mentionsIn(around(passage))
        .filter(({ start, end }) => start <= passage.start && passage.end <= end);
      const chosen = found.find(({ id }) => id === chosenMention);
      return chosen ?? found.sort((a, b) => a.end - a.start - (b.end - b.start))[0];
    },
    target() {
      const ends = selecting().get();
      const [id] = focused;
      const highlight = id === undefined || selecting().dragging() ? undefined : pages().highlight(id);
      if (!highlight || !ends || ends.anchor === ends.focus) return highlight ?? null;
      const { start, end } = passageOf(ends);
      return start === highlight.start && end === highlight.end ? highlight : null;
    },
  };
}

/** A caret touches the character after it. */
function around({ start, end }: Passage): Passage {
  return { start, end: Math.max(end, start + 1) };
}
