import type { OutlineRemark, Remark } from '../contract/index.ts';
import { counted } from './print.ts';

/** What an import remarked of a file, in a few words; `count` and `detail` are the remark's. */
const WORDS: Readonly<Record<Remark['code'], (count: number, detail: string) => string>> = {
  'replaced-bytes': (count) => `${counted(count, 'byte')} could not be decoded and replaced by \uFFFD`,
  'removed-controls': (count) => `${counted(count, 'control character')} removed`,
  'left-out': (_, detail) => `left out: ${detail}`,
  'guessed-encoding': (_, detail) => `encoding guessed: ${detail}`,
  'unsure-encoding': (_, detail) => `encoding not certain, read as ${detail}`,
  'images-left-out': (count) => `${counted(count, 'picture')} left out, kept in the original`,
  'images-elsewhere': (count) => `${counted(count, 'picture')} left out, which the page only names`,
  'hidden-left-out': (count) => `${counted(count, 'hidden part')} left out`,
  'parts-missing': (count) => `${counted(count, 'part')} missing from the file`,
  'tracked-changes': (count) => `${counted(count, 'tracked change')} accepted`,
  'comments-taken': (count) =>
    `${counted(count, 'comment')} taken over as ${count === 1 ? 'a highlight' : 'highlights'}`,
  'highlights-taken': (count) => `${counted(count, 'highlight')} taken over`,
  'no-text-layer': () => 'pictures of pages without text, kept to be looked at',
  'pages-without-text': (count, detail) => `${counted(count, 'page')} without text: ${detail}`,
  'article-only': () => 'only the article taken, the whole page is in the original',
  'no-article': () => 'no article found, so the whole page taken',
};

const OUTLINE_WORDS: Readonly<Record<OutlineRemark['code'], (count: number) => string>> = {
  'beyond-limit': (count) => `${counted(count, 'item')} beyond the first 10,000 left out`,
  broken: (count) => `broken in ${counted(count, 'place')}, words near it may be missing`,
  'empty-lines': (count) => `${counted(count, 'empty line')} left out`,
  flattened: (count) => `${counted(count, 'item')} deeper than 60 levels put at the last of them`,
  images: (count) => `${counted(count, 'picture')} left out`,
  includes: (count) => `${counted(count, 'included file')} left out`,
  links: (count) => `${counted(count, 'address', 'addresses')} of links left out`,
  shortened: (count) => `${counted(count, 'item')} cut at 100,000 characters`,
  'unknown-entities': (count) => `${counted(count, 'abbreviation')} of the file’s own not replaced`,
};

export function remarkWords({ code, count = 0, detail = '' }: Remark): string {
  return WORDS[code](count, detail);
}

export function outlineRemarkWords({ code, count }: OutlineRemark): string {
  return OUTLINE_WORDS[code](count);
}
