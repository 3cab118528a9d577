import { LITTLE_WORDS } from './words.ts';

/** The language of a text, and how sure that is. */
export interface DetectedLanguage {
  /** BCP 47 */
  readonly language: string;
  /** 0 to 1 */
  readonly confidence: number;
}

/** So much of a text is looked at, in UTF-16 units; more does not make it clearer. */
const LOOKED_AT = 40_000;
/** With fewer words a text may be anything. */
const LEAST_WORDS = 20;
/** Of running text about every third word is a little one; of names and numbers hardly any. */
const LEAST_SHARE = 0.12;

/** Scripts that one language writes, or one far more than others. */
const OF_SCRIPT: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ka', /\p{Script=Georgian}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];

/** A word that several languages have says less for each of them. */
const WEIGHTS: ReadonlyMap<string, ReadonlyMap<string, number>> = weights();

/**
 * The language of a text by its commonest little words, or by its script where that decides; nothing where it is not clear.
 * Words are a better sign than letters where languages are as near to one another as Norwegian and Danish.
 */
export function detectLanguage(text: string): DetectedLanguage | undefined {
  const looked = text.slice(0, LOOKED_AT);
  return byScript(looked) ?? byWords(looked);
}

function byScript(text: string): DetectedLanguage | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const [language, pattern] of OF_SCRIPT) {
    const share = (text.match(pattern)?.length ?? 0) / letters;
    // Japanese is written with Chinese characters too; its own letters are a third of a text.
    if (letters >= LEAST_WORDS && share >= (language === 'ja' ? 0.15 : 0.5)) {
      return { language, confidence: Math.min(1, language === 'ja' ? share * 2 + 0.4 : share) };
    }
  }
  return undefined;
}

function byWords(text: string): DetectedLanguage | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return undefined;
  const scores = new Map<string, number>();
  let little = 0;
  for (const word of words) {
    const weighed = WEIGHTS.get(word);
    if (weighed === undefined) continue;
    little += 1;
    for (const [language, weight] of weighed) scores.set(language, (scores.get(language) ?? 0) + weight);
  }
  if (little < words.length * LEAST_SHARE) return undefined;
  const [best, second] = [...scores].toSorted(([, a], [, b]) => b - a);
  if (best === undefined) return undefined;
  const [language, score] = best;
  return { language, confidence: 1 - (second?.[1] ?? 0) / score };
}

function weights(): Map<string, Map<string, number>> {
  const byWord = new Map<string, Set<string>>();
  for (const [language, words] of Object.entries(LITTLE_WORDS)) {
    for (const word of words.split(' ')) {
      const languages = byWord.get(word) ?? new Set();
      byWord.set(word, languages.add(language));
    }
  }
  return new Map(
    [...byWord].map(([word, languages]) => [
      word,
      new Map([...languages].map((language) => [language, 1 / languages.size ** 2])),
    ]),
  );
}
