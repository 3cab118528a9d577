import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointLength, sliceCodePoints } from '../../../db/model/index.ts';
import { createComposer, type Place } from '../../../main/interchange/composer/index.ts';

describe('blocks', () => {
  test('one without a visible character is not kept, and what is marked in it is nowhere', () => {
    const composer = createComposer('keep');
    composer.begin('heading', 1);
    const end = composer.mark('em');
    composer.text(' \t');
    end();
    composer.begin('paragraph');
    composer.text('here');
    expect(composer.finish().blocks).toEqual([{ kind: 'paragraph', text: 'here' }]);
  });

  test('a mark over several blocks is one mark in each; touching ones are joined', () => {
    const composer = createComposer('keep');
    composer.text('𝔘 ');
    const end = composer.mark('em');
    composer.text('a');
    composer.lineBreak();
    composer.text('b');
    end();
    const again = composer.mark('em');
    composer.text('c');
    again();
    expect(composer.finish().blocks).toEqual([
      { kind: 'paragraph', text: '𝔘 a', marks: [{ kind: 'em', value: '', start: 2, end: 3 }] },
      { kind: 'paragraph', text: 'bc', marks: [{ kind: 'em', value: '', start: 0, end: 2 }] },
    ]);
  });

  test('a passage ends with its last word, wherever the document ends it', () => {
    const composer = createComposer('keep');
    composer.text('one');
    const start = composer.place();
    composer.begin('paragraph');
    composer.text('two');
    composer.begin('paragraph');
    const end = composer.place();
    composer.text('three');
    composer.highlight({ start, end, colour: 'green', comment: '', author: '' });
    expect(composer.finish().highlights).toEqual([{ start: 4, end: 7, colour: 'green', comment: '', author: '' }]);
  });
});

describe('notes', () => {
  test('follow the block of their call, the table of their call, or everything', () => {
    const composer = createComposer('keep');
    const note = (text: string) => () => {
      composer.begin('paragraph');
      composer.text(text);
    };
    composer.table(() =>
      composer.row(() => {
        composer.cell(() => {
          composer.text('a');
          composer.note('after', note('in the table'));
        });
        composer.cell(() => composer.text('b'));
      }),
    );
    composer.text('text');
    composer.note('end', () => {
      note('at the end')();
      composer.note('after', note('in a note'));
      note('second paragraph')();
    });
    composer.note('after', note('near'));
    composer.note('after', () => {});
    composer.begin('paragraph');
    composer.text('more');
    expect(composer.finish().blocks).toEqual([
      { kind: 'table-row', text: 'a[1]\tb', marks: [{ kind: 'note-call', value: '2', start: 1, end: 4 }] },
      { kind: 'footnote', text: '[1] in the table' },
      {
        kind: 'paragraph',
        text: 'text[2][3][4]',
        marks: [
          { kind: 'note-call', value: '6', start: 4, end: 7 },
          { kind: 'note-call', value: '4', start: 7, end: 10 },
        ],
      },
      { kind: 'footnote', text: '[3] near' },
      { kind: 'paragraph', text: 'more' },
      { kind: 'footnote', text: '[2] at the end[5]', marks: [{ kind: 'note-call', value: '8', start: 14, end: 17 }] },
      { kind: 'footnote', text: 'second paragraph' },
      { kind: 'footnote', text: '[5] in a note' },
    ]);
  });

  test('text boxes keep their order, and their notes stay with them', () => {
    const composer = createComposer('keep');
    composer.text('anchor');
    for (const name of ['first', 'second']) {
      composer.later(() => {
        composer.begin('paragraph');
        composer.text(name);
        composer.note('after', () => composer.text(`of ${name}`));
      });
    }
    expect(composer.finish().blocks.map(({ text }) => text)).toEqual([
      'anchor',
      'first[1]',
      '[1] of first',
      'second[2]',
      '[2] of second',
    ]);
  });
});

/** What a reader may meet, in any order. */
const step = fc.oneof(
  fc.record({ do: fc.constant('text' as const), text: fc.stringMatching(/^[ a\t𝔘é\n–]{0,6}$/u) }),
  fc.record({ do: fc.constantFrom('begin', 'end', 'break', 'open', 'close', 'from', 'to', 'note', 'row', 'cell') }),
);

test('whatever a reader meets, marks and passages lie in the text and no block holds a line break', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 60 }),
      fc.constantFrom('trim' as const, 'keep' as const),
      (steps, spaces) => {
        const composer = createComposer(spaces);
        const open: (() => void)[] = [];
        const from: Place[] = [];
        const run = (each: (typeof steps)[number]): void => {
          if (each.do === 'text') composer.text('text' in each ? each.text : '');
          else if (each.do === 'begin') composer.begin('paragraph');
          else if (each.do === 'end') composer.end();
          else if (each.do === 'break') composer.lineBreak();
          else if (each.do === 'open') open.push(composer.mark('strong'));
          else if (each.do === 'close') open.pop()?.();
          else if (each.do === 'from') from.push(composer.place());
          else if (each.do === 'note') composer.note('after', () => composer.text('n'));
          else if (each.do === 'row') composer.table(() => composer.row(() => composer.text('r')));
          else if (each.do === 'cell') composer.cell(() => composer.text('c'));
          else {
            const start = from.pop();
            if (start) composer.highlight({ start, end: composer.place(), colour: 'yellow', comment: '', author: '' });
          }
        };
        steps.forEach(run);
        const { blocks, highlights } = composer.finish();
        const text = blocks.map((block) => `${block.text}\n`).join('');
        for (const { text: words, marks = [] } of blocks) {
          expect(words).toMatch(/\S/);
          expect(words).not.toContain('\n');
          for (const { start, end, kind, value } of marks) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(start).toBeLessThan(end);
            expect(end).toBeLessThanOrEqual(codePointLength(words));
            if (kind === 'note-call') expect(blocks[Number(value) - 1]?.kind).toBe('footnote');
          }
        }
        for (const { start, end } of highlights) {
          const passage = sliceCodePoints(text, start, end);
          expect(codePointLength(passage)).toBe(end - start);
          expect(passage).not.toMatch(/^\n|\n$/);
        }
      },
    ),
    { numRuns: 500 },
  );
});
