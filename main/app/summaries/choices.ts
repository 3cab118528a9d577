import type { CitationStyle } from '../../interchange/index.ts';

/** What a summary holds and how it names its sources; each has what most people want until somebody says otherwise. */
export interface SummaryChoices {
  /** Title and locator in words, or a citation style. */
  readonly style: 'plain' | CitationStyle;
  /** The XML of a CSL style, which goes before `style`. */
  readonly csl?: string | undefined;
  readonly tags: boolean;
  readonly comments: boolean;
  /** The list of sources at the end. */
  readonly sources: boolean;
  readonly contents: boolean;
  /** Tags and comments in the margin, in formats that have one. */
  readonly inMargin: boolean;
  /** The numbers of an outline's headings. */
  readonly numbered: boolean;
  /** Of an outline’s items the gist, of its headings how far they are. */
  readonly plan: boolean;
  /** Quotation marks around quotations, in the language of the summary. */
  readonly quotationMarks: boolean;
  /** Of a source the whole text, or its highlights alone. */
  readonly fullText: boolean;
  /** Of a tag the notes that carry it. */
  readonly notes: boolean;
}

export const USUAL_CHOICES: SummaryChoices = {
  style: 'plain',
  tags: true,
  comments: true,
  sources: true,
  contents: false,
  inMargin: false,
  numbered: false,
  plan: false,
  quotationMarks: false,
  fullText: true,
  notes: true,
};
