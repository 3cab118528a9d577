import { type Composer, nearestColour, type Place } from '../composer/index.ts';
import type { Met } from '../source/index.ts';
import type { Annotation } from './annotations.ts';
import type { Words } from './lines.ts';

/** Puts words into the text with what is marked in them; a mark over several lines is one passage. */
export interface Marking {
  /** @param end how many UTF-16 units of the words are taken */
  write(words: Words, end?: number): void;
  /** Puts between words what the page does not have; nothing marked begins or ends in it. */
  join(between: string): void;
  finish(): void;
}

interface Stretch {
  readonly start: Place;
  end: Place;
  /** How much had been written where it ended. */
  written: number;
}

export function followMarks(composer: Composer, met: Met): Marking {
  const running = new Map<Annotation, Place>();
  const stretches = new Map<Annotation, Stretch>();
  const links = new Map<Annotation, () => void>();
  const told = new Set<Annotation>();
  let written = 0;

  function begin(annotation: Annotation): void {
    if (annotation.kind === 'link') {
      if (!links.has(annotation)) links.set(annotation, composer.mark('link', annotation.address));
    } else if (annotation.kind === 'call') links.set(annotation, composer.linkTo(annotation.address));
    else if (!running.has(annotation)) running.set(annotation, composer.place());
  }

  function end(annotation: Annotation): void {
    links.get(annotation)?.();
    links.delete(annotation);
    const start = running.get(annotation);
    running.delete(annotation);
    if (start === undefined) return;
    const before = stretches.get(annotation);
    if (before !== undefined && before.written === startedAt.get(annotation)) {
      before.end = composer.place();
      before.written = written;
      return;
    }
    if (before !== undefined) tell(annotation, before);
    stretches.set(annotation, { start, end: composer.place(), written });
  }

  /** How much had been written where the stretch that runs began. */
  const startedAt = new Map<Annotation, number>();

  /** The comment goes with the first of its passages. */
  function tell(annotation: Annotation, { start, end: to }: Stretch): void {
    const { colour, author, kind } = annotation;
    const comment = told.has(annotation) ? '' : annotation.comment;
    if (comment !== '') met.comments++;
    else if (kind === 'highlight') met.highlights++;
    told.add(annotation);
    composer.highlight({ start, end: to, colour: nearestColour(colour), comment, author });
  }

  function text(characters: string): void {
    composer.text(characters);
    written += characters.replace(/\s/g, '').length;
  }

  return {
    write(words, length = words.text.length) {
      let at = 0;
      const spots = words.spots.toSorted((a, b) => a.at - b.at || Number(b.ends) - Number(a.ends));
      for (const spot of spots) {
        const to = Math.min(spot.at, length);
        text(words.text.slice(at, to));
        at = to;
        if (spot.ends) end(spot.annotation);
        else {
          if (!running.has(spot.annotation)) startedAt.set(spot.annotation, written);
          begin(spot.annotation);
        }
      }
      text(words.text.slice(at, length));
    },
    join: (between) => composer.text(between),
    finish() {
      for (const [annotation, stretch] of stretches) tell(annotation, stretch);
    },
  };
}
