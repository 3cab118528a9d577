import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { COLOURS, type Colour } from '../../db/model/index.ts';
import { sourceText, startReading } from './support/reading.ts';

/** Letters of one to four bytes, joined and combined, from left and from right. */
const letter = fc.constantFrom('a', 'ø', 'ი', '漢', 'ש', 'ع', '𐍈', '😀', '👩‍👩‍👧', 'e\u0301', ' ', '.');
/** A page keeps one space of several. */
const line = fc
  .array(letter, { minLength: 20, maxLength: 120 })
  .map((letters) => `x${letters.join('')}x`.replaceAll(/ +/g, ' '));
const lines = fc.array(line, { minLength: 6, maxLength: 6 });

interface Covered {
  readonly colour: string;
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** A text as it is, and as a page that marks every third piece of some letters, which may begin and end within a sign. */
const FORMATS = [
  { name: 'text.txt', write: (text: readonly string[]) => text.join('\n') },
  {
    name: 'text.html',
    write: (text: readonly string[]) => text.map((words) => `<p>${halfMarked(words)}</p>`).join(''),
  },
] as const;

function halfMarked(words: string): string {
  const pieces = Array.from(words).reduce<string[]>((all, sign, at) => {
    if (at % 7 === 0) all.push('');
    return all.with(-1, all.at(-1) + sign);
  }, []);
  return pieces.map((piece, at) => (at % 3 === 1 ? `<em>${piece}</em>` : piece)).join('');
}

function* sets(seed: number) {
  for (const [index, text] of fc.sample(lines, { numRuns: 2, seed }).entries()) {
    const length = Array.from(text.join('\n')).length;
    const mark = fc
      .tuple(fc.nat(length - 2), fc.integer({ min: 1, max: 150 }), fc.constantFrom(...COLOURS))
      .map(([start, size, colour]) => ({ start, end: Math.min(length, start + size), colour }));
    const marks =
      fc.sample(fc.array(mark, { minLength: 10, maxLength: 40 }), { numRuns: 1, seed: seed + index })[0] ?? [];
    yield { text, marks };
  }
}

/** `colour block letter` for each code point that carries the colour. */
function stored(
  text: readonly string[],
  marks: readonly { start: number; end: number; colour: Colour }[],
): Set<string> {
  const all = new Set<string>();
  let start = 0;
  for (const [block, words] of text.entries()) {
    const length = Array.from(words).length;
    for (const mark of marks) {
      const last = Math.min(mark.end - start, length);
      for (let at = Math.max(0, mark.start - start); at < last; at++) all.add(`${mark.colour} ${block} ${at}`);
    }
    start += length + 1;
  }
  return all;
}

for (const { name, write } of FORMATS) {
  test(`every letter is painted in exactly the colours of the highlights stored on it: ${name}`, async ({ page }) => {
    for (const { text, marks } of sets(7)) {
      const reading = await startReading(write(text), marks, name);
      await page.goto(reading.app.url);
      await expect(sourceText(page)).toContainText('x');
      await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
      const covered: readonly Covered[] = await page.evaluate(() => {
        const lettersBefore = (row: Element, node: Node, offset: number) => {
          const range = new Range();
          range.setStart(row, 0);
          range.setEnd(node, offset);
          return Array.from(range.toString()).length;
        };
        return [...CSS.highlights].flatMap(([name, ranges]) => {
          const colour = /^lectern-([a-z]+)-\d+$/.exec(name)?.[1];
          if (colour === undefined) return [];
          return [...ranges].map(({ startContainer, startOffset, endContainer, endOffset }) => {
            const row = startContainer.parentElement?.closest<HTMLElement>('.reader-row');
            if (!row) throw new Error('painted beside the rows');
            return {
              colour,
              block: Number(row.dataset['number']) - 1,
              from: lettersBefore(row, startContainer, startOffset),
              to: lettersBefore(row, endContainer, endOffset),
            };
          });
        });
      });
      const painted = new Set(
        covered.flatMap(({ colour, block, from, to }) =>
          Array.from({ length: to - from }, (_, at) => `${colour} ${block} ${from + at}`),
        ),
      );
      expect([...painted].sort()).toEqual([...stored(text, marks)].sort());
      await reading.stop();
    }
  });

  test(`a place in the document becomes an offset and comes back as the same place: ${name}`, async ({ page }) => {
    const [text = []] = fc.sample(lines, { numRuns: 1, seed: 11 });
    const reading = await startReading(write(text), [], name);
    await page.goto(reading.app.url);
    await expect(sourceText(page)).toContainText('x');
    await sourceText(page).focus();
    const places = await page.evaluate(async () => {
      const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
      const told = () => new Promise((done) => document.addEventListener('selectionchange', done, { once: true }));
      const rows = [...document.querySelectorAll('.reader-row')];
      const stops = rows.map((row) => Array.from(segmenter.segment(row.textContent ?? ''), ({ index }) => index));
      const text = document.querySelector<HTMLElement>('[role="document"]');
      const nodeAt = (row: Element | undefined, place: number) => {
        const walker = document.createTreeWalker(row ?? document.body, NodeFilter.SHOW_TEXT);
        let before = 0;
        for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
          if (place < before + node.length) return { node, offset: place - before };
          before += node.length;
        }
        throw new Error('no such place');
      };
      const placeOf = (node: Node | null, offset: number) => {
        const row = rows.findIndex((each) => each.contains(node));
        const range = new Range();
        range.setStart(rows[row] ?? document.body, 0);
        range.setEnd(node ?? document.body, offset);
        return [row, range.toString().length];
      };
      const outcomes: { wanted: readonly number[]; found: readonly number[] }[] = [];
      for (let turn = 0; turn < 60; turn++) {
        const a = turn % rows.length;
        const b = (turn * 5 + 2) % rows.length;
        const from = stops[a]?.[(turn * 7) % (stops[a]?.length ?? 1)] ?? 0;
        const to = stops[b]?.[(turn * 11) % (stops[b]?.length ?? 1)] ?? 0;
        const selection = getSelection();
        if (!selection || (a === b && from === to)) continue;
        const start = nodeAt(rows[a], from);
        const end = nodeAt(rows[b], to);
        const heard = told();
        selection.setBaseAndExtent(start.node, start.offset, end.node, end.offset);
        await heard;
        // The browser's selection is thrown away; only the offsets can bring it back.
        text?.blur();
        selection.removeAllRanges();
        text?.focus();
        const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
        outcomes.push({
          wanted: [a, from, b, to],
          found: [...placeOf(anchorNode, anchorOffset), ...placeOf(focusNode, focusOffset)],
        });
      }
      return outcomes;
    });
    expect(places.length).toBeGreaterThan(40);
    for (const { wanted, found } of places) expect(found).toEqual(wanted);
    await reading.stop();
  });
}
