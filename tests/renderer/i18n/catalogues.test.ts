import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { DEEDS, DEFECT_CODES, FAILURE_CODES, NOUNS } from '../../../db/model/index.ts';
import en from '../../../renderer/i18n/en.json' with { type: 'json' };
import nb from '../../../renderer/i18n/nb.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../../..');

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the ICU arguments of a sentence, those inside plural and select branches included. */
function argumentsOf(sentence: string): string[] {
  const found = new Set<string>();
  const walk = (parts: readonly Part[]) => {
    for (const part of parts) {
      // Types 1–6 name an argument; 5 and 6, select and plural, have branches of their own.
      if (part.type >= 1 && part.type <= 6 && 'value' in part) found.add(String(part.value));
      if ('options' in part) for (const branch of Object.values(part.options)) walk(branch.value);
    }
  };
  walk(new IntlMessageFormat(sentence, 'en', undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

/** Every source file of the window and of the desktop shell, whose menu speaks from the same catalogues. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

const english: Readonly<Record<string, string>> = en;
const norwegian: Readonly<Record<string, string>> = nb;

describe('the catalogues', () => {
  test('have the same keys, sorted', () => {
    expect(Object.keys(norwegian)).toEqual(Object.keys(english));
    expect(Object.keys(english)).toEqual(Object.keys(english).toSorted());
  });

  test('take the same arguments', () => {
    const all = (catalogue: Readonly<Record<string, string>>) =>
      Object.entries(catalogue).map(([key, sentence]) => `${key}: ${argumentsOf(sentence).join(', ')}`);
    expect(all(norwegian)).toEqual(all(english));
  });

  test('set an ellipsis apart from the last word in Bokmål, where it stands for what is left out', () => {
    expect(Object.entries(norwegian).filter(([, sentence]) => /\p{L}…/u.test(sentence))).toEqual([]);
  });

  test('leave nothing empty', () => {
    const empty = [...Object.entries(english), ...Object.entries(norwegian)].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  test('have a sentence for every failure, deed, noun and defect', () => {
    const wanted = [
      ...FAILURE_CODES.map((code) => `failure.${code}`),
      ...DEEDS.map((deed) => `deed.${deed}`),
      ...NOUNS.map((noun) => `noun.${noun}`),
      ...DEFECT_CODES.map((code) => `defect.${code}`),
    ];
    expect(wanted.filter((key) => !(key in english))).toEqual([]);
  });

  test('hold nothing that is not used', () => {
    const text = [...sources('renderer'), ...sources('main/electron')].join('\n');
    // Keys made at run time are written `prefix.${…}`; all that begin so are in use.
    const prefixes = [...text.matchAll(/`([\w.-]+\.)\$\{/g)].map((match) => match[1] ?? '');
    const literals = new Set([...text.matchAll(/['"`]([\w-]+(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1] ?? ''));
    const unused = Object.keys(english).filter(
      (key) => !literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});
