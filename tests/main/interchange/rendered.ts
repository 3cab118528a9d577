import { type SourceDraft, sliceCodePoints } from '../../../db/model/index.ts';

/** Everything a reader says of a document, as lines that a person can check against the document. */
export function rendered(draft: SourceDraft): string {
  const { blocks, highlights = [], remarks, ...facts } = draft;
  const text = blocks.map((block) => `${block.text}\n`).join('');
  return [
    ...Object.entries(facts).map(
      ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    ),
    ...remarks.map((remark) => `remark: ${JSON.stringify(remark)}`),
    '',
    ...blocks.flatMap(({ kind, level, label, text: words, marks = [] }, index) => [
      `${index + 1} ${kind}${level ? ` ${level}` : ''}${label ? ` (${label})` : ''}: ${JSON.stringify(words).slice(1, -1)}`,
      ...marks.map(({ kind: mark, start, end, value }) => {
        const stretch = JSON.stringify(sliceCodePoints(words, start, end));
        return `    ${mark} ${stretch}${value === '' ? '' : ` → ${value}`}`;
      }),
    ]),
    ...highlights.map(({ start, end, colour, author, comment }) => {
      const passage = JSON.stringify(sliceCodePoints(text, start, end));
      return `highlight ${colour} ${passage}${author === '' ? '' : ` by ${author}`}${comment === '' ? '' : `: ${JSON.stringify(comment)}`}`;
    }),
    '',
  ].join('\n');
}
