import type { CitationData, Output } from '../../../main/contract/index.ts';

type Source = Output<'sources.get'>;
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

export function factsOf(fields: Fields): Facts {
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
