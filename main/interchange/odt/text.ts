import { escapeMarkup, MARKS, type Mark, type Run, safeLink, wellFormed } from '../summary/index.ts';

/** What text needs to know of the document it stands in. */
export interface Typing {
  /** The sets of marks used so far, by the name of their style. */
  readonly spans: Map<string, readonly Mark[]>;
  /** Paragraph styles used for text from right to left. */
  readonly turned: Set<string>;
  /** How many footnotes there are so far. */
  notes: number;
  /** How many comments in the margin there are so far. */
  remarks: number;
}

export function createTyping(): Typing {
  return { spans: new Map(), turned: new Set(), notes: 0, remarks: 0 };
}

const FIRST_LETTER_TURNS = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The attribute that names a paragraph's style: its variant from right to left where the text runs so. */
export function paragraphStyle(style: string, runs: readonly Run[], typing: Typing): string {
  if (!FIRST_LETTER_TURNS.test(runs.map(({ text }) => text).join(''))) return `text:style-name="${style}"`;
  typing.turned.add(style);
  return `text:style-name="${turnedStyle(style)}"`;
}

export function turnedStyle(style: string): string {
  return `${style}_5f_rtl`;
}

/** Runs as the inside of a `text:p`. */
export function runsXml(runs: readonly Run[], typing: Typing): string {
  return runs.map((run) => runXml(run, typing)).join('');
}

function runXml({ text, marks = [], link, footnote }: Run, typing: Typing): string {
  const words = textXml(text);
  const marked = marks.length === 0 || words === '' ? words : spanXml(words, marks, typing);
  const address = safeLink(link);
  const linked =
    address === undefined
      ? marked
      : `<text:a xlink:type="simple" xlink:href="${escapeMarkup(address)}">${marked}</text:a>`;
  return footnote === undefined ? linked : linked + noteXml(footnote, typing);
}

function spanXml(words: string, marks: readonly Mark[], typing: Typing): string {
  const ordered = MARKS.filter((mark) => marks.includes(mark));
  const name = `T_${ordered.join('_')}`;
  typing.spans.set(name, ordered);
  return `<text:span text:style-name="${name}">${words}</text:span>`;
}

function noteXml(runs: readonly Run[], typing: Typing): string {
  typing.notes += 1;
  const number = typing.notes;
  const body = `<text:p ${paragraphStyle('Footnote', runs, typing)}>${runsXml(runs, typing)}</text:p>`;
  return (
    `<text:note text:id="ftn${number}" text:note-class="footnote"><text:note-citation>${number}</text:note-citation>` +
    `<text:note-body>${body}</text:note-body></text:note>`
  );
}

/** Text with its spaces: a reader folds white space, so every further space, tab and line break is an element (ODF 1.3, part 3, 6.1.2). */
export function textXml(text: string): string {
  return escapeMarkup(wellFormed(text))
    .replace(/^ +| +$|(?<= ) +|(?<=[\t\n]) +/g, (spaces) => `<text:s text:c="${spaces.length}"/>`)
    .replaceAll('\t', '<text:tab/>')
    .replaceAll('\n', '<text:line-break/>');
}
