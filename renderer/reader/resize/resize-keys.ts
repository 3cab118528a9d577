import type { Step } from '../steps.ts';

/** A step of an end of a highlight. */
export interface EndStep {
  readonly step: Step;
  readonly forward: boolean;
}

/**
 * The step a key asks for, or null: `Alt+Shift` with ← and → by grapheme, with `Ctrl` by word, with ↑ and ↓ by sentence.
 * In a text from right to left the arrows are turned round; that is asked only where it matters, for the answer may cost the styling of the page.
 */
export function endStepFor(event: KeyboardEvent, isRtl: () => boolean): EndStep | null {
  if (!event.altKey || !event.shiftKey) return null;
  const isWide = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowRight':
      return { step: isWide ? 'word' : 'grapheme', forward: !isRtl() };
    case 'ArrowLeft':
      return { step: isWide ? 'word' : 'grapheme', forward: isRtl() };
    case 'ArrowDown':
      return isWide ? null : { step: 'sentence', forward: true };
    case 'ArrowUp':
      return isWide ? null : { step: 'sentence', forward: false };
    default:
      return null;
  }
}
