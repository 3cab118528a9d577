import type { UnresolvedReason } from './document.ts';

/**
 * The words an export adds to what the researcher wrote. They stand here and not in the window's catalogues because the
 * command line exports without a window; a third language is one more entry.
 */
export interface Words {
  /** Heading of the list of sources at the end. */
  readonly sources: string;
  readonly comment: string;
  /** Heading of the table of contents. */
  readonly contents: string;
  /** Heading of the footnotes where they stand together at the end. */
  readonly footnotes: string;
  /** What stands for an image that a format cannot hold, before what it says. */
  readonly image: string;
  /** What a placeholder begins with. */
  readonly missing: string;
  readonly reasons: Readonly<Record<UnresolvedReason, string>>;
  /** Opening and closing quotation marks for words inside a line. */
  readonly quotes: readonly [open: string, close: string];
}

const ENGLISH: Words = {
  sources: 'Sources',
  comment: 'Comment',
  contents: 'Contents',
  footnotes: 'Notes',
  image: 'Image',
  missing: 'Missing here',
  reasons: {
    missing: 'it is no longer in the notebook',
    'in-trash': 'it is in the trash',
    'source-missing': 'its source is in the trash',
  },
  quotes: ['“', '”'],
};

const BOKMAAL: Words = {
  sources: 'Kilder',
  comment: 'Kommentar',
  contents: 'Innhold',
  footnotes: 'Noter',
  image: 'Bilde',
  missing: 'Mangler her',
  reasons: {
    missing: 'finnes ikke lenger i notatboken',
    'in-trash': 'ligger i papirkurven',
    'source-missing': 'kilden ligger i papirkurven',
  },
  quotes: ['«', '»'],
};

/** The words for a BCP 47 tag: Norwegian for `nb`, `nn` and `no`, else English. */
export function wordsFor(language: string): Words {
  return /^n[bno](?:-|$)/i.test(language) ? BOKMAAL : ENGLISH;
}
