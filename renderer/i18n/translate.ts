import { IntlMessageFormat } from 'intl-messageformat';
import { createStore, useStore } from '../store/index.ts';
import en from './en.json' with { type: 'json' };
import nb from './nb.json' with { type: 'json' };

export type Language = 'en' | 'nb';

/** A sentence of the catalogues; one that does not exist does not compile. */
export type MessageKey = keyof typeof en;

export type MessageValues = Readonly<Record<string, string | number | Date>>;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, nb };

/** The languages as they call themselves. */
export const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: 'en', name: 'English' },
  { id: 'nb', name: 'Norsk bokmål' },
];

/** Locales for `Intl`: British dates for English, because researchers write 23 November. */
const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', nb: 'nb-NO' };

const language = createStore<{ readonly current: Language }>({ current: systemLanguage() });
const formats = new Map<string, IntlMessageFormat>();

/** The first of the system's languages that Lectern speaks; English where it speaks none. */
export function systemLanguage(): Language {
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages;
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    if (base === 'en') return 'en';
    if (base === 'nb' || base === 'no' || base === 'nn') return 'nb';
  }
  return 'en';
}

export function setLanguage(next: Language | 'system'): void {
  language.set({ current: next === 'system' ? systemLanguage() : next });
}

export function currentLanguage(): Language {
  return language.get().current;
}

/** The BCP 47 tag dates and numbers are written by. */
export function currentLocale(): string {
  return LOCALES[currentLanguage()];
}

/** The language of the interface; renders again when it changes. */
export function useLanguage(): Language {
  return useStore(language, (now) => now.current);
}

/** A sentence of the catalogue in the language of the interface, its ICU arguments filled in. */
export function t(key: MessageKey, values?: MessageValues): string {
  const id = `${currentLanguage()} ${key}`;
  let format = formats.get(id);
  if (!format) {
    format = new IntlMessageFormat(CATALOGUES[currentLanguage()][key], currentLocale(), undefined, { ignoreTag: true });
    formats.set(id, format);
  }
  return String(format.format({ ...values }));
}

/** Says whether the catalogues have a sentence for a key made at run time. */
export function hasMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
