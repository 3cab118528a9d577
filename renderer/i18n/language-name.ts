import { formatFor } from './formats.ts';

/** What a language is called in the language of the interface, by its BCP 47 tag: “norsk bokmål”. */
export function languageName(tag: string): string {
  try {
    return formatFor(Intl.DisplayNames, { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Researchers may write anything as a language; then it is shown as written.
    return tag;
  }
}
