import { afterPaint } from '../state/index.ts';

/** What stands beside the words: the caret, the handles of a highlight, and what is told to those around the text. */
export interface Beside {
  /** Puts all of it where it belongs now. */
  place(): void;
  /**
   * Does something to the words, and places what stands beside them with the frame after the one that shows it: to place it the page
   * has to be laid out, and whoever marks words shall see their colour first.
   */
  placeAfter(act: () => void): void;
  close(): void;
}

export function createBeside(place: () => void): Beside {
  let waits = 0;
  let isClosed = false;
  return {
    place() {
      if (waits === 0) place();
    },
    placeAfter(act) {
      waits++;
      afterPaint(() => {
        waits--;
        if (!isClosed) this.place();
      });
      act();
    },
    close() {
      isClosed = true;
    },
  };
}
