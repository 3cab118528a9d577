import { type SummaryDocument, type SummaryWriter, type Words, wellFormed } from '../summary/index.ts';
import { bibliography } from './bibliography.ts';
import { blocksTex } from './blocks.ts';
import { escapeTex } from './escape.ts';
import { citeKeys } from './keys.ts';
import { preamble } from './preamble.ts';

/**
 * A summary as LaTeX for LuaLaTeX, with nothing but what every TeX installation holds, and its sources as a file for
 * biblatex, which has the same name with another ending.
 */
export const latexWriter: SummaryWriter = {
  extension: 'tex',
  mediaType: 'application/x-tex',
  write(document, words) {
    return new TextEncoder().encode(tex(document, words));
  },
  beside(document) {
    if (document.sources.length === 0) return undefined;
    const bytes = new TextEncoder().encode(bibliography(document.sources, citeKeys(document.sources)));
    return { extension: 'bib', mediaType: 'application/x-bibtex', bytes };
  },
};

function tex(document: SummaryDocument, words: Words): string {
  const { title, subtitle, authors = [], contents = false, createdAt, blocks, sources } = document;
  const body = blocksTex(blocks, { words, depth: 0 });
  const hasSources = sources.length > 0;
  const text = [
    `\\title{${escapeTex(title)}${subtitle === undefined ? '' : `\\\\[0.5em]\\large ${escapeTex(subtitle)}`}}`,
    `\\author{${escapeTex(authors.join(', '))}}`,
    `\\date{${createdAt.slice(0, 10)}}`,
    '\\begin{document}',
    '\\maketitle',
    ...(contents ? [`\\renewcommand{\\contentsname}{${escapeTex(words.contents)}}`, '\\tableofcontents'] : []),
    ...(hasSources ? ['\\nocite{*}'] : []),
    '',
    body,
    '',
    ...(hasSources ? [`\\printbibliography[heading=bibintoc,title={${escapeTex(words.sources)}}]`] : []),
    '\\end{document}',
    '',
  ].join('\n');
  return `${preamble(document, lettersBeyondLatin(text), hasSources ? 'authoryear' : undefined)}\n${text}`;
}

/** The letters of a text that an 8-bit font may lack, each once, in the order of their numbers. */
function lettersBeyondLatin(text: string): string[] {
  const letters = new Set(wellFormed(text).match(/[\u0100-\u{10ffff}]/gu) ?? []);
  return [...letters].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
}
