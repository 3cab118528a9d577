import type { CitationData, Input, Source } from '../../../main/contract/index.ts';

type Facts = Pick<Source, 'title' | 'authors' | 'date' | 'language' | 'url' | 'publisher' | 'identifiers' | 'citation'>;

/** The facts of a source as its form holds them: lists as lines. */
export interface Fields extends Omit<Facts, 'authors' | 'identifiers' | 'citation'>, Omit<CitationData, 'editors'> {
  /** One a line. */
  readonly authors: string;
  readonly editors: string;
  /** One a line, as `kind: value`. */
  readonly identifiers: string;
}

export function fieldsOf({ title, authors, date, language, url, publisher, identifiers, citation }: Facts): Fields {
  return {
    ...citation,
    title,
    date,
    language,
    url,
    publisher,
    authors: authors.join('\n'),
    editors: citation.editors.join('\n'),
    identifiers: identifiers.map(({ kind, value }) => `${kind}: ${value}`).join('\n'),
  };
}

export function factsOf(fields: Fields): Omit<Input<'sources.update'>, 'id'> & { title: string } {
  const { title, authors, date, language, url, publisher, identifiers, editors, ...citation } = fields;
  return {
    title: title.trim(),
    authors: linesOf(authors),
    date,
    language,
    url,
    publisher,
    identifiers: linesOf(identifiers).map(identifierOf),
    citation: { ...citation, editors: linesOf(editors) },
  };
}

/** A form with what a citation says; what it does not say stays. */
export function filledIn(fields: Fields, entry: Facts): Fields {
  const said = Object.entries(fieldsOf(entry)).filter(([, value]) => value !== '');
  return { ...fields, ...Object.fromEntries(said) };
}

/** What all of these sources have in common; a field in which they differ is left out. */
export function commonFields(sources: readonly Facts[]): Partial<Fields> {
  const [first, ...others] = sources.map(fieldsOf);
  if (first === undefined) return {};
  const same = Object.entries(first).filter(([name, value]) =>
    others.every((fields) => new Map<string, string>(Object.entries(fields)).get(name) === value),
  );
  return Object.fromEntries(same);
}

/** The facts of those fields alone that were filled in or emptied. */
export function someFactsOf(said: Partial<Fields>): Omit<Input<'sources.updateAll'>, 'ids'> {
  const { authors, editors, identifiers, title: _, date, language, url, publisher, ...citation } = said;
  const cited = { ...citation, ...(editors !== undefined && { editors: linesOf(editors) }) };
  return {
    ...(authors !== undefined && { authors: linesOf(authors) }),
    ...(identifiers !== undefined && { identifiers: linesOf(identifiers).map(identifierOf) }),
    ...(date !== undefined && { date }),
    ...(language !== undefined && { language }),
    ...(url !== undefined && { url }),
    ...(publisher !== undefined && { publisher }),
    ...(Object.keys(cited).length > 0 && { citation: cited }),
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** What is written without a kind keeps its words. */
function identifierOf(line: string): { kind: string; value: string } {
  const [, kind = 'id', value = line] = /^([A-Za-z][\w-]*):(?!\/\/)\s*(\S.*)$/.exec(line) ?? [];
  return { kind: kind.toLowerCase(), value };
}
