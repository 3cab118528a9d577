import { endingOf, type ImageFile, type Mark, type Run, safeLink, seenWithin, wellFormed } from '../summary/index.ts';

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

function runTex({ text, marks = [], link, footnote, image }: Run, breaks: string): string {
  if (image?.file !== undefined) return imageTex(image.file, text);
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

/** What the file of an image has behind the name of the document it lies beside. */
export function imageEnding({ sha256, mediaType }: ImageFile): string {
  return `-${sha256.slice(0, 8)}.${endingOf(mediaType)}`;
}

/** The height there is for an image, in centimetres; of the width there is, TeX itself knows. */
const ROOM = 22;
const PIXELS_A_CENTIMETRE = 96 / 2.54;

/** An image by the command of the preamble, which prints the words where the file is not beside the document. */
function imageTex(file: ImageFile, alternative: string): string {
  const { width } = seenWithin(file, { width: Number.POSITIVE_INFINITY, height: ROOM * PIXELS_A_CENTIMETRE });
  const centimetres = (width / PIXELS_A_CENTIMETRE).toFixed(2);
  return `\\noteimage{${imageEnding(file)}}{${centimetres}cm}{${(360 - file.turn) % 360}}{${escapeTex(alternative)}}`;
}
