import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, briefly, formatLocator, type Highlight, inFull, toCodePoints } from '../../../db/model/index.ts';

const SOURCE = { id: 's', title: 'Letters' };

/** Blocks as a text has them, the first of them not its first. */
const blocks = fc
  .array(fc.record({ text: fc.string({ unit: 'binary', maxLength: 12 }), label: fc.constantFrom('', 'p. 4', null) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((drafts) => {
    let start = 20;
    return drafts.map(({ text, label }, at): Block => {
      const block: Block = {
        number: 7 + at,
        kind: 'paragraph',
        level: 0,
        start,
        text,
        ...(label === null ? {} : { label }),
      };
      start += toCodePoints(text, text.length) + 1;
      return block;
    });
  });

function highlightOn(all: readonly Block[], start: number, end: number): Highlight {
  const letters = Array.from(all.map(({ text }) => `${text}\n`).join(''));
  const first = all.findLast((block) => block.start <= start);
  const last = all.findLast((block) => block.start < end);
  const label = first?.label;
  return {
    id: `${start}–${end}`,
    sourceId: SOURCE.id,
    sourceTitle: SOURCE.title,
    start,
    end,
    colour: 'green',
    quote: letters.slice(start - 20, end - 20).join(''),
    locator: formatLocator({
      firstBlock: first?.number ?? 0,
      lastBlock: last?.number ?? 0,
      ...(label === undefined ? {} : { label }),
    }),
    block: first?.number ?? 0,
    comment: '',
    tags: [],
    tagIds: [],
    entities: [],
    entityIds: [],
    author: '',
    createdAt: '',
    updatedAt: '',
  };
}

test('highlights come out of some blocks of their text as they went in, with no word of those inside sent twice', () => {
  fc.assert(
    fc.property(blocks, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (all, from, length, firstCut, lastCut) => {
      const total = (all.at(-1)?.start ?? 20) + Array.from(all.at(-1)?.text ?? '').length + 1 - 20;
      const start = 20 + (from % total);
      const end = start + 1 + (length % (20 + total - start));
      const highlight = highlightOn(all, start, end);
      const first = firstCut % all.length;
      const sent = all.slice(first, first + 1 + (lastCut % (all.length - first)));
      const touches = start < (sent.at(-1)?.start ?? 0) + 13 && end > (sent[0]?.start ?? 0);
      fc.pre(touches);
      const [brief] = briefly([highlight], sent);
      const sentEnd = (sent.at(-1)?.start ?? 0) + Array.from(sent.at(-1)?.text ?? '').length;
      expect(brief?.quote === undefined).toBe(start >= (sent[0]?.start ?? 0) && end <= sentEnd);
      expect(inFull(briefly([highlight], sent), sent, SOURCE)).toEqual([highlight]);
    }),
  );
});
