import type { Channel, Highlight } from '../../main/contract/index.ts';
import type { Stepped } from '../passage/index.ts';
import type { Pages } from './pages.ts';
import type { Selecting } from './selecting.ts';
import { passageOf } from './selection-ends.ts';
import type { Sight } from './sight.ts';
import type { TextView } from './text-view.ts';

export interface SteppingParts {
  readonly channel: Channel;
  readonly sourceId: string;
  readonly pages: Pages;
  readonly view: TextView;
  readonly selecting: Selecting;
  readonly sight: () => Sight;
  readonly focused: () => readonly string[];
  readonly focusOn: (highlight: Highlight) => void;
  readonly onFailure: (error: unknown) => void;
}

/**
 * Goes from highlight to highlight over any distance, past those the filter leaves out. Keys pressed while one is being
 * looked for wait their turn, so that each goes one further; whoever moves the caret meanwhile stays where they went.
 */
export function createStepping(parts: SteppingParts): (forward: boolean) => Promise<Stepped> {
  const { channel, sourceId, pages, view, selecting, sight, focused, focusOn } = parts;
  let turn: Promise<unknown> = Promise.resolve();
  /** Where the last step led: its page may still be on its way. */
  let last: Highlight | undefined;

  const step = async (forward: boolean): Promise<Stepped> => {
    const ends = selecting.get();
    const [id] = focused();
    const highlight = id === undefined ? undefined : (pages.highlight(id) ?? (last?.id === id ? last : undefined));
    const at = ends ? passageOf(ends).start : view.firstLine();
    const from = highlight ?? { id: '', start: at, end: at };
    const { highlight: next } = await channel.call('reader.step', {
      sourceId,
      id: from.id,
      start: from.start,
      end: from.end,
      forward,
      filter: sight().asked,
    });
    if (!next) return 'no-further';
    if (selecting.get() !== ends) return 'given-up';
    last = next;
    selecting.set({ anchor: next.start, focus: next.start }, { reveal: true });
    focusOn(next);
    return next;
  };

  return (forward) => {
    const done = turn
      .then(() => step(forward))
      .catch((error: unknown): Stepped => {
        parts.onFailure(error);
        return 'given-up';
      });
    turn = done;
    return done;
  };
}
