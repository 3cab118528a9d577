/** Summaries before they have a format: the document, its report, its added words, the interface of writers. */
export { type Contents, contentsOf } from './contents.ts';
export {
  CITATION_STYLES,
  type Citation,
  type CitationStyle,
  type HeadingBlock,
  type ImageFile,
  type ListBlock,
  type ListItem,
  MARKS,
  type Mark,
  type ParagraphBlock,
  type PreformattedBlock,
  plain,
  type QuotationBlock,
  type QuoteBlock,
  type RuleBlock,
  type Run,
  type RunImage,
  type Skipped,
  type SummaryBlock,
  type SummaryDocument,
  type SummarySource,
  type TableBlock,
  type TableCell,
  UNRESOLVED_REASONS,
  type UnresolvedBlock,
  type UnresolvedReason,
} from './document.ts';
export { createFootnotes, type Footnotes } from './footnotes.ts';
export { dataAddress, endingOf, fitImages, imageFiles, imagesIn, seenWithin } from './images.ts';
export {
  attribution,
  placeholder,
  quotationLines,
  remarkLines,
  sourceEntry,
  sourceLine,
  sourceRuns,
} from './phrases.ts';
export { type Report, reportOf, type Unresolved } from './report.ts';
export { safeLink } from './safe-link.ts';
export { escapeMarkup, wellFormed } from './well-formed.ts';
export { type Words, wordsFor } from './words.ts';
export type { SecondFile, SummaryWriter } from './writer.ts';
