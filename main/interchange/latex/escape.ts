import { type Mark, type Run, safeLink, wellFormed } from '../summary/index.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '`': '\\textasciigrave{}',
  '\t': '\\hspace*{2em}',
  '\u00a0': '~',
  '\u00ad': '\\-',
};

/** What LaTeX would join into another sign: `--`, `''`, `,,`, `<<`, `>>`, `?\u0060`. */
const LIGATURES = /([-',<>])(?=\1)/g;

/** Text so that LaTeX prints exactly these characters; a line break stays for `runsTex` to break at. */
export function escapeTex(text: string): string {
  return wellFormed(text)
    .replace(/[\\{}$&#%_^~`\t\u00a0\u00ad]/g, (sign) => SIGNS[sign] ?? sign)
    .replace(LIGATURES, '$1{}')
    .replace(/(?<= ) +/g, (spaces) => '\\ '.repeat(spaces.length));
}

const COMMANDS: Readonly<Record<Mark, string>> = {
  strong: '\\textbf',
  em: '\\emph',
  underline: '\\uline',
  strike: '\\sout',
  superscript: '\\textsuperscript',
  subscript: '\\textsubscript',
  code: '\\texttt',
};

/** A line break within a paragraph, a cell or a footnote; defined in the preamble. */
export const BREAK = '\\linebreakhere{}';

/** Runs as LaTeX. Marks begin anew after a line break, because some of them cannot reach over one. */
export function runsTex(runs: readonly Run[], { breaks = BREAK }: { readonly breaks?: string } = {}): string {
  return runs.map((run) => runTex(run, breaks)).join('');
}

/** Runs without their footnotes: for where a heading is repeated. */
export function withoutFootnotes(runs: readonly Run[]): Run[] {
  return runs.map(({ footnote: _, ...run }) => run);
}

function runTex({ text, marks = [], link, footnote }: Run, breaks: string): string {
  const lines = text.split('\n').map((line) => {
    const words = escapeTex(line);
    return words === '' ? '' : marks.reduceRight((inner, mark) => `${COMMANDS[mark]}{${inner}}`, words);
  });
  const words = lines.join(`${breaks}\n`);
  const address = safeLink(link);
  const linked = address === undefined ? words : `\\href{${escapeAddress(address)}}{${words}}`;
  return footnote === undefined ? linked : `${linked}\\footnote{${runsTex(footnote)}}`;
}

function escapeAddress(address: string): string {
  return address
    .replace(/[\\{}]/g, encodeURIComponent)
    .replace(/[%#&]/g, '\\$&')
    .replaceAll('~', '\\string~');
}
