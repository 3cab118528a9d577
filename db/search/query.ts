import { tokens } from './tokens.ts';

/** One thing to look for: words that follow each other. */
export interface Term {
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly prefix: boolean;
  readonly excluded: boolean;
}

/** More are not looked at: what is longer was pasted, and nobody reads it as a query. */
const MOST_TERMS = 64;

/** An excluding sign, a phrase in any of the usual marks or a run without spaces, and a star. */
const PIECE = /(-?)(?:"([^"]*)"?|„([^“”]*)[“”]?|[“”]([^“”]*)[“”]?|«([^»]*)»?|([^\s"„“”«]+))(\*?)/gu;

/**
 * Reads what somebody typed: `words` all of which must be there, a `"phrase"`, `begin*`, and `-word` or `-"phrase"`
 * for what must not be there. The last word may go on, as if it were still being typed, unless a space or a closing
 * mark follows it. Nothing is ever wrong with a query; signs that mean nothing are skipped.
 */
export function parseQuery(query: string): Term[] {
  const terms: Term[] = [];
  for (const piece of query.matchAll(PIECE)) {
    const [whole, minus, straight, low, curly, angled, bare, star] = piece;
    const words = tokens(straight ?? low ?? curly ?? angled ?? bare ?? '');
    if (words.length === 0) continue;
    const isLast = piece.index + whole.length === query.length;
    // The run without spaces takes a star with it.
    const prefix = star === '*' || bare?.endsWith('*') === true || (isLast && bare !== undefined);
    terms.push({ words, prefix, excluded: minus === '-' });
    if (terms.length === MOST_TERMS) break;
  }
  return terms;
}

/**
 * The query as FTS5 spells it (https://sqlite.org/fts5.html, 3), or undefined where nothing is looked for. Every word
 * consists of letters and digits and stands in quotation marks, so nothing in it can be taken for syntax.
 */
export function toMatch(terms: readonly Term[]): string | undefined {
  const wanted = terms.filter(({ excluded }) => !excluded).map(spelled);
  const unwanted = terms.filter(({ excluded }) => excluded).map(spelled);
  if (wanted.length === 0) return undefined;
  const all = wanted.join(' AND ');
  return unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
}

function spelled({ words, prefix }: Term): string {
  return `"${words.join(' ')}"${prefix ? ' *' : ''}`;
}
