import type { Highlight } from '../../main/contract/index.ts';
import { type MessageValues, t } from '../i18n/index.ts';

/** A quote short enough for a message. */
export function shorten(quote: string, most = 60): string {
  const words = quote.replaceAll(/\s+/gu, ' ').trim();
  const letters = Array.from(words);
  return letters.length <= most
    ? words
    : `${letters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`;
}

/** A highlight as it is spoken of: its first words, its colour and its tags. */
export function spoken({ quote, colour, tags }: Pick<Highlight, 'quote' | 'colour' | 'tags'>): MessageValues {
  return {
    words: shorten(quote),
    colour: t(`colour.${colour}`),
    tags: tags.join(', '),
    tagged: tags.length > 0 ? 'yes' : 'no',
  };
}
