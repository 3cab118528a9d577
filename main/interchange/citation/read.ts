import { readBibtex } from './bibtex.ts';
import { readCslJson } from './csl-json.ts';
import { type CitationFile, near } from './entry.ts';
import { readRis } from './ris.ts';

/** Reads citations in the format the text itself shows: CSL-JSON, RIS or BibTeX. */
export function readCitations(text: string): CitationFile {
  const start = text.replace(/^[\uFEFF\s]+/, '');
  if (/^[[{]/.test(start)) return readCslJson(text.replace(/^\uFEFF/, ''));
  if (/^TY {0,2}-/m.test(text)) return readRis(text);
  if (/^[ \t]*@[A-Za-z]+\s*[{(]/m.test(text)) return readBibtex(text);
  return { entries: [], problems: [{ line: 1, problem: 'unknown-format', near: near(start) }] };
}
