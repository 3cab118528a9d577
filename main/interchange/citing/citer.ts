import CSL, { type CslEngine } from 'citeproc';
import { LecternError } from '../../../db/model/index.ts';
import type { Citation, CitationStyle, Run } from '../summary/index.ts';
import { isBalanced } from './balanced.ts';
import { citedPlace } from './cited-place.ts';
import { growthOf } from './expansion.ts';
import { type Citable, cslItem } from './item.ts';
import { localeXml } from './locale.ts';
import { ENGLISH } from './locale-en.ts';
import { BOKMAAL } from './locale-nb.ts';
import { runsOfHtml } from './read-html.ts';
import { STYLES } from './styles.ts';

/** Cites sources one after the other, in the order of the document, and lists what was cited. */
export interface Citer {
  /** A passage of a source; in a style of footnotes what was cited before is named in short. */
  cite(sourceId: string, locator: string): Citation;
  /** The entries of the sources given, in the order the style lists them. */
  bibliography(): { readonly id: string; readonly runs: readonly Run[] }[];
}

const LOCALES = [ENGLISH, BOKMAAL].map((locale) => ({ language: locale.language, xml: localeXml(locale) }));

/** Whether a text is XML that is whole, has no document type, and says how to cite. */
function isStyle(text: string): boolean {
  if (text.length > LONGEST_STYLE || /<!DOCTYPE|<!ENTITY/i.test(text)) return false;
  if (!/<citation[\s>][\s\S]*<layout[\s>]/.test(text) || !isBalanced(text)) return false;
  const { run, sort } = growthOf(text);
  return run <= LARGEST_RUN && sort <= LARGEST_SORT;
}

/** The longest style in use has 250 kB. In UTF-16 units. */
const LONGEST_STYLE = 1_000_000;
/** In elements, as `growthOf` counts them. Of the 2,858 styles people share the largest has 5,000. */
const LARGEST_RUN = 20_000;
/** Of those the largest has 108,000, which citeproc builds in some three seconds. */
const LARGEST_SORT = 200_000;

/** Places of the same source, as CSL counts them. */
const FIRST = 0;
const SUBSEQUENT = 1;
const IBID = 2;
const IBID_WITH_LOCATOR = 3;

/**
 * Makes a citer by citeproc-js (© Frank Bennett, CPAL 1.0).
 * @param style one of ours, or the XML of a CSL 1.0 style
 * @throws LecternError `bad-style` where the XML is no style that can be used
 */
export function createCiter(
  style: CitationStyle | { readonly csl: string },
  language: 'en' | 'nb',
  sources: readonly Citable[],
): Citer {
  const items = new Map(sources.map((source) => [source.id, cslItem(source)]));
  const engine = engineFor(typeof style === 'string' ? STYLES[style] : style.csl, language, items);
  const isNote = engine.opt.xclass === 'note';
  let last: { readonly id: string; readonly locator: string } | undefined;
  const cited = new Set<string>();
  return {
    cite(id, locator) {
      const position = !cited.has(id)
        ? FIRST
        : last?.id !== id
          ? SUBSEQUENT
          : last.locator === locator
            ? IBID
            : IBID_WITH_LOCATOR;
      cited.add(id);
      last = { id, locator };
      const html = engine.makeCitationCluster([{ id, position, ...citedPlace(locator) }]);
      return { place: isNote ? 'footnote' : 'below', runs: runsOfHtml(html) };
    },
    bibliography() {
      const [facts, entries] = engine.makeBibliography() || [{ entry_ids: [] }, []];
      return entries.map((html, index) => ({ id: facts.entry_ids[index]?.[0] ?? '', runs: runsOfHtml(html) }));
    },
  };
}

function engineFor(
  style: string,
  language: 'en' | 'nb',
  items: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): CslEngine {
  const wanted = language === 'nb' ? BOKMAAL.language : ENGLISH.language;
  try {
    if (!isStyle(style)) throw new Error('no CSL style that stands by itself');
    const engine = new CSL.Engine(
      {
        retrieveLocale: (name) => LOCALES.find((each) => each.language === name)?.xml ?? false,
        retrieveItem: (id) => items.get(id) ?? { id },
      },
      style,
      wanted,
      true,
    );
    engine.setOutputFormat('html');
    engine.updateItems([...items.keys()]);
    return engine;
  } catch (cause) {
    throw new LecternError(
      'bad-style',
      'This citation style cannot be used: it is no complete CSL 1.0 style.',
      {},
      cause,
    );
  }
}
