import type { Colour, Highlight } from '../../main/contract/index.ts';
import { createStore, type SelectedPassage } from '../state/index.ts';

/** The highlight a step led to; or why to none: there is no further, or whoever asked was elsewhere by then. */
export type Stepped = Highlight | 'no-further' | 'given-up';

/** What the actions on a passage ask of the text that is being read. */
export interface TextPort {
  readonly sourceId: string;
  /** Gives the text the keyboard, with its selection as it was. */
  focus(): void;
  /** True while the text has the keyboard. */
  hasFocus(): boolean;
  /** True while the mouse is drawing a selection or an end of a highlight. */
  dragging(): boolean;
  /** First and last line of the selection or the highlight in focus, in client coordinates; null where off screen. */
  lines(): { readonly first: DOMRect; readonly last: DOMRect; readonly screen: DOMRect } | null;
  /**
   * Where the reader is: at what is selected or in focus or at the caret where that is on the screen, else at the first line there. The
   * label of the block, empty where it has none or was not fetched yet, and how far into the text that is, from 0 to 1.
   */
  standing(): { readonly label: string; readonly share: number };
  /** A highlight at hand. */
  highlight(id: string): Highlight | undefined;
  /** Paints a highlight, stored or about to be. */
  show(highlight: Highlight): void;
  /** Paints a highlight that was just made and puts it into focus; what stands beside the words follows with the next frame. */
  showMade(highlight: Highlight): void;
  /** Takes away a highlight that was shown and could not be stored. */
  forget(id: string): void;
  /** Words as the highlight they are about to become, with what only the notebook knows left empty. */
  draft(passage: SelectedPassage, id: string, colour: Colour): Highlight;
  /** Puts a highlight into focus and the caret before it. */
  focusOn(highlight: Highlight): void;
  /** Lets go of the selection and of the highlight in focus. */
  dismiss(): void;
  /** Goes to the highlight before or after the caret that passes the filter. */
  step(forward: boolean): Promise<Stepped>;
  /**
   * Offers what lies at the caret where that is several things and none of them was chosen; goes to the linked entity
   * where that is all there is. False where neither is so, and the highlight in focus is meant.
   */
  offer(): boolean;
  /** Goes on from an offset, with nothing in focus. */
  passOver(offset: number): void;
  /** Where the caret stands; null while words are selected. */
  caret(): number | null;
  /** What a highlight may be joined with: those that overlap or touch it, and the next that is at hand. */
  neighbours(highlight: Highlight): readonly Highlight[];
  /** Has the researcher choose one of these beside the caret; null where none was. */
  ask(highlights: readonly Highlight[], label: string): Promise<Highlight | null>;
  /** Moves an end of the highlight in focus. */
  resize(step: 'grapheme' | 'word' | 'sentence', forward: boolean): void;
  /** The other end is the one that `resize` moves. */
  switchEnd(): void;
}

/** The reader puts its port here while a source is open. */
export const textPort = createStore<{ readonly port: TextPort | null; readonly layout: number }>({
  port: null,
  layout: 0,
});

/** Where the caret of the text stands, in code points, or the end of what is selected that moves; the reader writes it here. */
export const caretPlace = createStore<{ readonly offset: number | null }>({ offset: null });
