import type { CitationData } from './citation.ts';
import type { Colour } from './colour.ts';
import type { Identifier } from './identifier.ts';
import type { Passage } from './passage.ts';

/**
 * What a block is in its source; `level` says which heading or how deep a list item. A `header-footer` is a line that a page
 * carries beside its text: a running title, a page number.
 */
export const BLOCK_KINDS = [
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'preformatted',
  'table-row',
  'footnote',
  'caption',
  'header-footer',
] as const;

export type BlockKind = (typeof BLOCK_KINDS)[number];

/** A paragraph-like unit of a source. Its text holds no line break, except in preformatted blocks. */
export interface Block {
  /** Counted from 1: ¶ 38. */
  readonly number: number;
  readonly kind: BlockKind;
  /** Heading level 1–6 or depth of a list item from 1; otherwise 0. */
  readonly level: number;
  /** Where the block's text begins in the source's text, in code points. */
  readonly start: number;
  readonly text: string;
  /** Page or chapter label of the original, where it had one. */
  readonly label?: string;
}

/**
 * What a stretch of text is marked as in the original; kept beside the text, which holds characters alone. A `number` is what stands
 * before a list item and was counted by the program that showed it, no part of the words.
 */
export const MARK_KINDS = [
  'em',
  'strong',
  'underline',
  'strike',
  'superscript',
  'subscript',
  'code',
  'link',
  'language',
  'note-call',
  'number',
] as const;

export type MarkKind = (typeof MARK_KINDS)[number];

/** A marked stretch. In a source the offsets count from the beginning of its text, in a block's draft from the block's. */
export interface TextMark {
  readonly kind: MarkKind;
  /** In code points. */
  readonly start: number;
  readonly end: number;
  /** The address of a link, the BCP 47 tag of a language, the number of the block a note begins in, `3.` before a list item; else empty. */
  readonly value: string;
}

/** A block before it is stored: its number and start follow from its place. */
export type BlockDraft = Pick<Block, 'kind' | 'text'> &
  Partial<Pick<Block, 'level' | 'label'>> & { readonly marks?: readonly TextMark[] };

/** A passage that was marked or commented on in the original, before it is stored. */
export interface HighlightDraft {
  /** Offsets in the source's text, in code points. */
  readonly start: number;
  readonly end: number;
  readonly colour: Colour;
  readonly comment: string;
  /** Empty where the original does not say. */
  readonly author: string;
}

/** Bibliographic facts of a source; all can be edited, none changes the text. */
export interface SourceMetadata {
  readonly authors: readonly string[];
  /** As the researcher writes it: a year, an ISO date, or words. */
  readonly date: string;
  /** BCP 47 tag, for instance `nb`; empty when unknown. */
  readonly language: string;
  readonly url: string;
  readonly publisher: string;
  /** For instance an ISBN or a DOI. */
  readonly identifiers: readonly Identifier[];
  /** What a citation needs beside this. */
  readonly citation: CitationData;
}

/** How far the researcher is with a source, as they say themselves. */
export const READING_STATUSES = ['unread', 'reading', 'read'] as const;

export type ReadingStatus = (typeof READING_STATUSES)[number];

/** An imported document. The text is immutable; lengths and offsets count code points. */
export interface Source extends SourceMetadata {
  readonly id: string;
  readonly title: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly encoding: string;
  /** SHA-256 of the original bytes, lower-case hexadecimal. */
  readonly sha256: string;
  readonly size: number;
  /** Length of the text in code points, one line break after each block included. */
  readonly length: number;
  readonly words: number;
  readonly blocks: number;
  readonly highlights: number;
  /** How many different entities its text is linked to. */
  readonly entities: number;
  readonly status: ReadingStatus;
  /** The collections it is in, each by its id. */
  readonly collectionIds: readonly string[];
  /** When it was last opened to be read; null where it never was. */
  readonly lastReadAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The kinds of remark an import can make; the interface has a sentence for each. */
export const REMARK_CODES = [
  'replaced-bytes',
  'removed-controls',
  'left-out',
  'guessed-encoding',
  'unsure-encoding',
  'images-left-out',
  'images-elsewhere',
  'hidden-left-out',
  'parts-missing',
  'tracked-changes',
  'comments-taken',
  'highlights-taken',
  'no-text-layer',
  'pages-without-text',
  'article-only',
  'no-article',
] as const;

/** Something the import did that the researcher should know, for instance replaced bytes. */
export interface Remark {
  readonly code: (typeof REMARK_CODES)[number];
  readonly count?: number;
  readonly detail?: string;
}

/** What was taken of a web page, by what its import remarked: whoever reads its original again takes the same. */
export function pagePart(remarks: readonly Remark[]): 'whole' | 'article' {
  return remarks.some(({ code }) => code === 'article-only') ? 'article' : 'whole';
}

/** What a reader of a format hands over: a source before it is stored. */
export interface SourceDraft extends Partial<Omit<SourceMetadata, 'citation'>> {
  /** What the file says of it for a citation; what it does not say is left out. */
  readonly citation?: Partial<CitationData>;
  readonly title: string;
  readonly mediaType: string;
  readonly encoding: string;
  readonly blocks: readonly BlockDraft[];
  /** Where the language was found out and not said: how sure that is, from 0 to 1. */
  readonly languageConfidence?: number;
  /** In the order of the text. */
  readonly highlights?: readonly HighlightDraft[];
  readonly remarks: readonly Remark[];
}

/** The text of a source: every block's text followed by one line break. */
export function sourceText(blocks: readonly Pick<Block, 'text'>[]): string {
  return blocks.map((block) => `${block.text}\n`).join('');
}

/** Where in a source a passage stands, for people: `¶ 38` or `p. 41`, a range where it spans several blocks. */
export interface Locator {
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly label?: string;
}

/** Writes a locator: `¶ 38`, `¶ 38–40`, `p. 41, ¶ 38`. */
export function formatLocator({ firstBlock, lastBlock, label }: Locator): string {
  const place = firstBlock === lastBlock ? `¶ ${firstBlock}` : `¶ ${firstBlock}–${lastBlock}`;
  return label ? `${label}, ${place}` : place;
}

/** A passage of a certain source. */
export interface SourcePassage extends Passage {
  readonly sourceId: string;
}
