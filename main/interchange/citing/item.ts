import type { CitationData, Identifier } from '../../../db/model/index.ts';

/** A source as citations need it. */
export interface Citable {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly url: string;
  readonly language: string;
  readonly publisher: string;
  readonly identifiers: readonly Identifier[];
  readonly citation: CitationData;
}

/** A source as an item of CSL-JSON; what is empty is left out. */
export function cslItem(source: Citable): Record<string, unknown> {
  const { id, title, authors, date, url, language, publisher, identifiers, citation } = source;
  const identifier = (wanted: string) => identifiers.find(({ kind }) => kind.toLowerCase() === wanted)?.value ?? '';
  const fields = {
    id,
    type: citation.type,
    title,
    author: authors.map(cslName),
    editor: citation.editors.map(cslName),
    issued: cslDate(date),
    'container-title': citation.container,
    publisher,
    'publisher-place': citation.place,
    volume: citation.volume,
    issue: citation.issue,
    page: citation.pages,
    edition: citation.edition,
    DOI: identifier('doi'),
    ISBN: identifier('isbn'),
    URL: url,
    language,
  };
  const known = Object.entries(fields).filter(([, value]) => value.length !== 0);
  return Object.fromEntries(
    known.map(([name, value]) => [name, typeof value === 'string' ? withoutMarkup(value) : value]),
  );
}

/** Stands for `<` while citeproc, which would take it for markup, has the text. A letter for private use. */
export const LESS_THAN = '\uE03C';

function withoutMarkup(text: string): string {
  return text.replaceAll('<', LESS_THAN);
}

/** `Family, Given` taken apart; without a comma a name stays whole, because nobody knows which word is the family's. */
function cslName(name: string): Record<string, string> {
  const [family = '', given = '', suffix = ''] = name.split(/\s*,\s*/);
  if (given === '') return { literal: withoutMarkup(name) };
  return { family: withoutMarkup(family), given: withoutMarkup(given), ...(suffix === '' ? {} : { suffix }) };
}

const ISO = /^(-?\d{1,4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** ISO dates and ranges of them as parts; whatever else the researcher wrote as it is. */
function cslDate(date: string): Record<string, unknown> & { readonly length?: number } {
  const parts = date.split('/').map((part) => ISO.exec(part.trim()));
  if (date === '') return { length: 0 };
  if (parts.length > 2 || parts.some((part) => part === null)) return { literal: withoutMarkup(date) };
  return {
    'date-parts': parts.map((part) =>
      (part ?? [])
        .slice(1)
        .filter((number) => number !== undefined)
        .map(Number),
    ),
  };
}
