/** Citation data in: CSL-JSON, BibTeX and RIS. */
export { CITATION_PROBLEMS, type CitationEntry, type CitationFile, type CitationProblem } from './entry.ts';
export { readCitations } from './read.ts';
