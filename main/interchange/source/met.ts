import type { Remark } from '../../../db/model/index.ts';

/** What a reader met in a document that is not, or not as such, in the text. */
export interface Met {
  images: number;
  /** Pictures the file only says the place of. */
  elsewhere: number;
  hidden: number;
  changes: number;
  comments: number;
  highlights: number;
}

export function nothingMet(): Met {
  return { images: 0, elsewhere: 0, hidden: 0, changes: 0, comments: 0, highlights: 0 };
}

/** What the researcher is told of it. */
export function remarksOf({ images, elsewhere, hidden, changes, comments, highlights }: Met): Remark[] {
  const all: readonly Remark[] = [
    { code: 'tracked-changes', count: changes },
    { code: 'comments-taken', count: comments },
    { code: 'highlights-taken', count: highlights },
    { code: 'hidden-left-out', count: hidden },
    { code: 'images-left-out', count: images },
    { code: 'images-elsewhere', count: elsewhere },
  ];
  return all.filter(({ count = 0 }) => count > 0);
}
