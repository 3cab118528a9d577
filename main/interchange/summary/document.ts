import type { CitationData, Identifier, Image } from '../../../db/model/index.ts';

/** The citation styles of ours; what each means is written in CSL beside the citer. */
export const CITATION_STYLES = ['author-date', 'footnote', 'numeric'] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number];

/**
 * A summary before it has a format: what every export is made from. Builders (an outline, a source, a tag, an entity,
 * a note) make one, writers (one folder per format) turn it into bytes, and neither knows the other.
 * Text is as a person reads it, never escaped; `\n` inside a run is a line break within its block.
 */
export interface SummaryDocument {
  readonly title: string;
  /** A line under the title, for instance what was exported from which notebook. */
  readonly subtitle?: string;
  /** BCP 47 tag of the words the exporter adds; the document's language where nothing says otherwise. */
  readonly language: string;
  readonly authors?: readonly string[];
  /** Time of the export, ISO 8601 in UTC: handed in, so that the same summary gives the same file. */
  readonly createdAt: string;
  /** Whether a table of contents stands below the title. */
  readonly contents?: boolean;
  /** Whether tags and comments of quotations stand in the margin, in formats that have one, rather than in the text. */
  readonly inMargin?: boolean;
  /** The citation style of ours it is written in; a writer with citations of its own uses its like. */
  readonly style?: CitationStyle;
  readonly blocks: readonly SummaryBlock[];
  /** What is not in it although it belongs to it. */
  readonly skipped?: readonly Skipped[];
  /** The sources quoted, in the order of the list at the end; empty for no list. */
  readonly sources: readonly SummarySource[];
}

/** What a summary leaves out, and how often: the contract says what each code means. */
export interface Skipped {
  readonly code: 'hits' | 'empty-items' | 'links' | 'images';
  readonly count: number;
}

export type SummaryBlock =
  | HeadingBlock
  | ParagraphBlock
  | QuotationBlock
  | UnresolvedBlock
  | QuoteBlock
  | ListBlock
  | TableBlock
  | PreformattedBlock
  | RuleBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  /** 1–6, below the title of the document. */
  readonly level: number;
  /** As shown before the heading: `2.1`. */
  readonly number?: string;
  readonly runs: readonly Run[];
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly runs: readonly Run[];
}

/** A passage of a source, word for word, with where it comes from. */
export interface QuotationBlock {
  readonly kind: 'quotation';
  readonly highlightId: string;
  /** Exactly the words of the source; blocks of the source are separated by one `\n`. */
  readonly text: string;
  readonly sourceTitle: string;
  readonly locator: string;
  /** Quotation marks to stand around the words. */
  readonly marks?: readonly [open: string, close: string];
  /** Which of the document's sources it comes from. */
  readonly sourceId?: string;
  /** How a citation style names the source; without one, title and locator stand below the words. */
  readonly citation?: Citation;
  readonly tags?: readonly string[];
  readonly comment?: string;
  readonly colour?: string;
}

/** A source named as a citation style does. */
export interface Citation {
  /** Below the quotation, or in a footnote that hangs on its last word. */
  readonly place: 'below' | 'footnote';
  readonly runs: readonly Run[];
}

/** Why something referred to could not be printed. */
export const UNRESOLVED_REASONS = ['missing', 'in-trash', 'source-missing'] as const;

export type UnresolvedReason = (typeof UNRESOLVED_REASONS)[number];

/** A quotation, note or entity that could not be found: printed so that nobody overlooks it, and reported. */
export interface UnresolvedBlock {
  readonly kind: 'unresolved';
  /** What was to stand here, in the reader's words: `Josef Stalin, ¶ 38` or a note's title. */
  readonly what: string;
  readonly reason: UnresolvedReason;
  /** The words as they were when they were quoted, where a snapshot exists. */
  readonly snapshot?: string;
  readonly highlightId?: string;
}

/** A quotation the researcher typed, not one of a source in the notebook. */
export interface QuoteBlock {
  readonly kind: 'quote';
  readonly blocks: readonly SummaryBlock[];
}

export interface ListBlock {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list. */
  readonly start: number;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** Present for a task: done or open. */
  readonly checked?: boolean;
  readonly blocks: readonly SummaryBlock[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  readonly header: boolean;
  readonly runs: readonly Run[];
}

export interface PreformattedBlock {
  readonly kind: 'preformatted';
  readonly text: string;
}

export interface RuleBlock {
  readonly kind: 'rule';
}

export const MARKS = ['strong', 'em', 'underline', 'strike', 'superscript', 'subscript', 'code'] as const;

export type Mark = (typeof MARKS)[number];

/** A stretch of text with one form. */
export interface Run {
  readonly text: string;
  readonly marks?: readonly Mark[];
  /** An address on the web or of a mail box; writers drop any other scheme and keep the text. */
  readonly link?: string;
  /** What in the notebook the text names; a writer may make it a link, or print the text alone. */
  readonly reference?: { readonly kind: 'entity' | 'note'; readonly id: string };
  /** An image that stands here; the text is what it says to those who do not see it, in one line, and may be empty. */
  readonly image?: RunImage;
  /** A footnote whose sign stands right behind the text, which may be empty. */
  readonly footnote?: readonly Run[];
}

/** An image of the notebook, and with it, once it was read for a format that can hold it, its file. */
export interface RunImage {
  readonly sha256: string;
  readonly file?: ImageFile;
}

export interface ImageFile extends Image {
  readonly bytes: Uint8Array;
}

/** An entry of the list of sources. */
export interface SummarySource {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly date: string;
  readonly url: string;
  readonly language: string;
  readonly fileName: string;
  readonly publisher: string;
  readonly identifiers: readonly Identifier[];
  readonly citation: CitationData;
  /** The whole entry as a citation style writes it. */
  readonly entry?: readonly Run[];
}

/** Text without form as runs. */
export function plain(text: string): Run[] {
  return text === '' ? [] : [{ text }];
}
