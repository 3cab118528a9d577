import type { CitationData, CitationType, Identifier, SourceDraft } from '../../../db/model/index.ts';
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
/** The work a part appeared in, by the kind of citation that makes it (Highwire, as Google Scholar wants it). */
const CONTAINERS = [
  ['article-journal', ['citation_journal_title', 'prism.publicationname']],
  ['chapter', ['citation_inbook_title', 'citation_book_title']],
  ['speech', ['citation_conference_title']],
  ['thesis', ['citation_dissertation_institution']],
  ['report', ['citation_technical_report_institution']],
] as const satisfies readonly (readonly [CitationType, readonly string[]])[];
const SAVED_FROM = /<!-- saved from url=\(\d+\)(\S+) -->/;

/** What the head of a page says of it; the title may be empty. */
export function htmlMetadata(root: MarkupElement, text: string): Pick<SourceDraft, 'title'> & Partial<SourceDraft> {
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
  const citation = citationIn((...names) => first(names), url !== undefined);
  return {
    title: lineOf(descendants(head, 'title')[0]),
    ...(authors.length === 0 ? {} : { authors }),
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === '' ? {} : { language }),
    ...(url === undefined ? {} : { url }),
    ...(identifiers.length === 0 ? {} : { identifiers }),
    citation,
  };
}

/** What kind of work a page is and where it appeared; a page that says neither and was on the web is a web page. */
function citationIn(
  said: (...names: readonly string[]) => readonly string[],
  wasOnline: boolean,
): Partial<CitationData> {
  const one = (...names: readonly string[]) => said(...names)[0] ?? '';
  const [type, names] = CONTAINERS.find(([, each]) => one(...each) !== '') ?? [wasOnline ? 'webpage' : 'document', []];
  const isPart = type === 'article-journal' || type === 'chapter' || type === 'speech';
  const facts = {
    container: isPart ? one(...names) : type === 'webpage' ? one('og:site_name') : '',
    editors: said('citation_editor'),
    volume: one('citation_volume'),
    issue: one('citation_issue'),
    pages: [one('citation_firstpage'), one('citation_lastpage')].filter((page) => page !== '').join('–'),
    place: one('citation_publisher_place'),
  };
  return { type, ...Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact.length > 0)) };
}

function identifiersIn(said: ReadonlyMap<string, readonly string[]>): Identifier[] {
  const kinds = { doi: ['citation_doi', 'dc.identifier.doi'], isbn: ['citation_isbn'], issn: ['citation_issn'] };
  return Object.entries(kinds).flatMap(([kind, names]) => {
    const value = names.map((name) => said.get(name)?.[0]).find((each) => each !== undefined);
    return value === undefined ? [] : [{ kind, value }];
  });
}
