import {
  type CitationStyle,
  imageFiles,
  type QuotationBlock,
  type SummaryDocument,
  type SummaryWriter,
  sourceRuns,
  type Words,
  wellFormed,
} from '../summary/index.ts';
import { bibliography } from './bibliography.ts';
import { blocksTex } from './blocks.ts';
import { escapeTex, imageEnding, runsTex } from './escape.ts';
import { citeKeys } from './keys.ts';
import { preamble } from './preamble.ts';

/**
 * A summary as LaTeX for LuaLaTeX, with nothing but what every TeX installation holds; beside it its sources as a file for
 * biblatex, and its images, which have the same name with other endings.
 */
export const latexWriter: SummaryWriter = {
  extension: 'tex',
  mediaType: 'application/x-tex',
  images: ['image/png', 'image/jpeg'],
  write(document, words) {
    return new TextEncoder().encode(tex(document, words));
  },
  beside(document) {
    const images = imageFiles(document).map((file) => ({
      ending: imageEnding(file),
      mediaType: file.mediaType,
      bytes: file.bytes,
    }));
    if (document.sources.length === 0) return images;
    const bytes = new TextEncoder().encode(bibliography(document.sources, citeKeys(document.sources)));
    return [{ ending: '.bib', mediaType: 'application/x-bibtex', bytes }, ...images];
  },
};

const BIBLATEX: Readonly<Record<CitationStyle, { readonly style: string; readonly cite: string }>> = {
  'author-date': { style: 'authoryear', cite: '\\parencite' },
  footnote: { style: 'verbose-ibid', cite: '\\footcite' },
  numeric: { style: 'numeric', cite: '\\parencite' },
};

function tex(document: SummaryDocument, words: Words): string {
  const { title, subtitle, authors = [], contents = false, createdAt, blocks, style } = document;
  const text = [
    `\\title{${escapeTex(title)}${subtitle === undefined ? '' : `\\\\[0.5em]\\large ${escapeTex(subtitle)}`}}`,
    `\\author{${escapeTex(authors.join(', '))}}`,
    `\\date{${createdAt.slice(0, 10)}}`,
    '\\begin{document}',
    '\\maketitle',
    ...(contents ? [`\\renewcommand{\\contentsname}{${escapeTex(words.contents)}}`, '\\tableofcontents'] : []),
    '',
    blocksTex(blocks, { words, depth: 0, cite: citing(document) }),
    '',
    ...sourceList(document, words),
    '\\end{document}',
    '',
  ].join('\n');
  const biblatex = listsByBiblatex(document) ? BIBLATEX[style ?? 'author-date'].style : undefined;
  return `${preamble(document, lettersBeyondLatin(text), biblatex, imageFiles(document).length > 0)}\n${text}`;
}

/** Whether biblatex prints the sources: not where a style it does not know has written them out already. */
function listsByBiblatex({ sources, style }: SummaryDocument): boolean {
  return sources.length > 0 && (style !== undefined || sources.every(({ entry }) => entry === undefined));
}

/** Cites by biblatex what is in its list, in a style of ours; all else by the document's own words. */
function citing({ sources, style }: SummaryDocument): (block: QuotationBlock) => string | undefined {
  const keys = citeKeys(sources);
  return ({ sourceId = '', locator }) => {
    const key = keys.get(sourceId);
    if (style === undefined || key === undefined) return undefined;
    return `${BIBLATEX[style].cite}[{${escapeTex(locator)}}]{${key}}`;
  };
}

function sourceList(document: SummaryDocument, words: Words): string[] {
  if (document.sources.length === 0) return [];
  const title = escapeTex(words.sources);
  if (listsByBiblatex(document)) return ['\\nocite{*}', `\\printbibliography[heading=bibintoc,title={${title}}]`];
  return [`\\section{${title}}`, '', document.sources.map((source) => runsTex(sourceRuns(source))).join('\n\n')];
}

/** The letters of a text that an 8-bit font may lack, each once, in the order of their numbers. */
function lettersBeyondLatin(text: string): string[] {
  const letters = new Set(wellFormed(text).match(/[\u0100-\u{10ffff}]/gu) ?? []);
  return [...letters].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}
