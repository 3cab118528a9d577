import type { Identifier, SourceMetadata } from '../../../db/model/index.ts';
import { attribute, child, descendants, lineOf, type MarkupElement } from '../markup/index.ts';
import { safeLink } from '../summary/index.ts';

/** Names under which pages say these facts: HTML's own, Dublin Core, Highwire (Google Scholar) and Open Graph. */
const AUTHORS = ['citation_author', 'dc.creator', 'dcterms.creator', 'author'];
const DATES = [
  'citation_publication_date',
  'citation_date',
  'dc.date',
  'dcterms.date',
  'dcterms.issued',
  'article:published_time',
  'date',
];
const PUBLISHERS = ['citation_publisher', 'dc.publisher', 'dcterms.publisher', 'og:site_name'];
const SAVED_FROM = /<!-- saved from url=\(\d+\)(\S+) -->/;

/** What the head of a page says of it; the title may be empty. */
export function htmlMetadata(root: MarkupElement, text: string): Partial<SourceMetadata> & { readonly title: string } {
  const head = child(root, 'head');
  const said = new Map<string, string[]>();
  for (const meta of descendants(head, 'meta')) {
    const name = (attribute(meta, 'name') || attribute(meta, 'property')).toLowerCase();
    const content = attribute(meta, 'content').replace(/\s+/g, ' ').trim();
    if (name !== '' && content !== '') said.set(name, [...(said.get(name) ?? []), content]);
  }
  const first = (names: readonly string[]) =>
    names.map((name) => said.get(name)).find((list) => list !== undefined) ?? [];
  const canonical = descendants(head, 'link').find((link) => attribute(link, 'rel').toLowerCase() === 'canonical');
  const url = safeLink(SAVED_FROM.exec(text.slice(0, 4096))?.[1] ?? attribute(canonical, 'href'));
  const date = first(DATES)[0];
  const publisher = first(PUBLISHERS)[0];
  const language = attribute(root, 'lang') || attribute(root, 'xml:lang');
  const authors = first(AUTHORS);
  const identifiers = identifiersIn(said);
  return {
    title: lineOf(descendants(head, 'title')[0]),
    ...(authors.length === 0 ? {} : { authors }),
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === '' ? {} : { language }),
    ...(url === undefined ? {} : { url }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
  };
}

function identifiersIn(said: ReadonlyMap<string, readonly string[]>): Identifier[] {
  const kinds = { doi: ['citation_doi', 'dc.identifier.doi'], isbn: ['citation_isbn'], issn: ['citation_issn'] };
  return Object.entries(kinds).flatMap(([kind, names]) => {
    const value = names.map((name) => said.get(name)?.[0]).find((each) => each !== undefined);
    return value === undefined ? [] : [{ kind, value }];
  });
}
