import { ExternalHyperlink, FootnoteReferenceRun, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import { type Footnotes, type Mark, type Run, safeLink, wellFormed } from '../summary/index.ts';
import { imageToWord } from './images.ts';
import { MONOSPACE } from './styles.ts';

const FORMS: Readonly<Record<Mark, IRunOptions>> = {
  strong: { bold: true },
  em: { italics: true },
  underline: { underline: {} },
  strike: { strike: true },
  superscript: { superScript: true },
  subscript: { subScript: true },
  code: { font: MONOSPACE },
};

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Whether the first letter of a text is of a script written from right to left. */
export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/**
 * Runs as the children of a Word paragraph; where `footnotes` are not taken, they are left out.
 * @param room for images from margin to margin, in pixels; that of the page where left out
 */
export function runsToWord(runs: readonly Run[], footnotes?: Footnotes, room?: number): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    if (run.image?.file !== undefined) return [imageToWord(run.image.file, run.text, room)];
    const link = safeLink(run.link);
    const parts = textRuns(run, link !== undefined);
    const words = link === undefined ? parts : [new ExternalHyperlink({ link, children: parts })];
    if (run.footnote === undefined || footnotes === undefined) return words;
    return [...words, new FootnoteReferenceRun(footnotes.add(run.footnote))];
  });
}

/** One Word run a line: a line break is an element of its own there. */
function textRuns({ text, marks = [] }: Run, linked: boolean): TextRun[] {
  const form: IRunOptions = Object.assign({}, ...marks.map((mark) => FORMS[mark]));
  return wellFormed(text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          ...form,
          text: line,
          ...(index > 0 ? { break: 1 } : {}),
          ...(linked ? { style: 'Hyperlink' } : {}),
          ...(isRightToLeft(line) ? { rightToLeft: true } : {}),
        }),
    );
}
