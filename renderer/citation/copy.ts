import type { Client } from '../client/index.ts';
import { currentLanguage } from '../i18n/index.ts';
import { tell, tellFailure } from '../messages/index.ts';
import { failureOf } from '../state/index.ts';

/** A passage, or a quotation with the words it was taken with. */
export type Citable =
  | { readonly sourceId: string; readonly start: number; readonly end: number }
  | { readonly highlightId: string; readonly text: string; readonly sourceTitle: string; readonly locator: string };

/** Copies one thing after the other, each with its source in the citation style of the notebook, as plain and as formatted text. */
export async function copyWithCitation(client: Client, all: readonly Citable[]): Promise<void> {
  try {
    // The clipboard is asked within the key press and waits for the words; asked later it would refuse.
    const language = currentLanguage();
    const answers = Promise.all(all.map((wanted) => client.call('exports.citation', { ...wanted, language })));
    const text = answers.then(
      (cited) => new Blob([cited.map((each) => each.text).join('\n\n')], { type: 'text/plain' }),
    );
    const html = answers.then((cited) => new Blob([cited.map((each) => each.html).join('')], { type: 'text/html' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
    tell({
      tone: 'status',
      key: 'citation.copied',
      values: { count: all.length, quote: shorten((await answers)[0]?.text ?? '') },
    });
  } catch (error) {
    tellFailure(failureOf(error));
  }
}

function shorten(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/gu, ' ').trim());
  return letters.length <= MOST_SHOWN
    ? letters.join('')
    : `${letters
        .slice(0, MOST_SHOWN - 1)
        .join('')
        .trimEnd()}…`;
}

const MOST_SHOWN = 60;
