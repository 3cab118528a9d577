/** What kinds of works Lectern has a form for, by their names in CSL 1.0.2 (appendix III). */
export const CITATION_TYPES = [
  'document',
  'book',
  'chapter',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'thesis',
  'report',
  'manuscript',
  'personal_communication',
  'interview',
  'speech',
  'webpage',
  'legal_case',
  'legislation',
] as const;

export type CitationType = (typeof CITATION_TYPES)[number];

/** What a citation says of a source beside title, authors, date, language, address, publisher and identifiers; empty text where unknown. */
export interface CitationData {
  readonly type: CitationType;
  /** Each as authors are written: `Family, Given`, or a name without a comma that is not taken apart. */
  readonly editors: readonly string[];
  /** The journal, newspaper, book or site it appeared in. */
  readonly container: string;
  readonly place: string;
  readonly volume: string;
  readonly issue: string;
  /** First and last page within the container: `12–34`. */
  readonly pages: string;
  readonly edition: string;
}

/** What is known before anybody has said anything. */
export const NO_CITATION: CitationData = {
  type: 'document',
  editors: [],
  container: '',
  place: '',
  volume: '',
  issue: '',
  pages: '',
  edition: '',
};

/** The setting of a notebook with the citation style somebody chose last: `{ style }`, a name of ours, or `{ csl }`, its XML. */
export const CITATION_STYLE_SETTING = 'citation-style';
