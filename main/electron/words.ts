import en from '../../renderer/i18n/en.json' with { type: 'json' };
import nb from '../../renderer/i18n/nb.json' with { type: 'json' };

/** The sentence for a key of the catalogues; the key itself where there is none. Only keys without arguments are asked. */
export type Words = (key: string) => string;

const CATALOGUES: Readonly<Record<'en' | 'nb', Readonly<Record<string, string>>>> = { en, nb };

/** The language of the shell's own words: the one chosen, or the first of the system's that there is a catalogue for. */
export function chooseLanguage(chosen: unknown, system: readonly string[]): 'en' | 'nb' {
  if (chosen === 'en' || chosen === 'nb') return chosen;
  for (const tag of system) {
    const [language] = tag.toLowerCase().split('-');
    if (language === 'en') return 'en';
    if (language === 'nb' || language === 'no' || language === 'nn') return 'nb';
  }
  return 'en';
}

export function wordsIn(language: 'en' | 'nb'): Words {
  return (key) => CATALOGUES[language][key] ?? key;
}
