import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { COLOURS } from '../../db/model/index.ts';
import { paintedCovers } from './support/painted.ts';
import { sourceText, startReading } from './support/reading.ts';

/** Letters of one to four bytes, joined and combined, from left and from right. */
const letter = fc.constantFrom('a', 'ø', 'ი', '漢', 'ש', 'ع', '𐍈', '😀', '👩‍👩‍👧', 'e\u0301', ' ', '.');
/** A page keeps one space of several. */
const line = fc
  .array(letter, { minLength: 20, maxLength: 120 })
  .map((letters) => `x${letters.join('')}x`.replaceAll(/ +/g, ' '));
const lines = fc.array(line, { minLength: 6, maxLength: 6 });

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

interface Sign {
  readonly block: number;
  /** Code points of its block. */
  readonly from: number;
  readonly to: number;
  readonly sign: string;
}

/** The signs of a text, those left out that a highlight begins or ends within: half of a sign is not to be seen. */
function* wholeSigns(
  text: readonly string[],
  marks: readonly { start: number; end: number }[],
): Generator<Sign & { start: number }> {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let start = 0;
  for (const [block, words] of text.entries()) {
    let from = 0;
    for (const { segment: sign } of segmenter.segment(words)) {
      const to = from + Array.from(sign).length;
      const isCut = (at: number) => start + from < at && at < start + to;
      if (!marks.some((mark) => isCut(mark.start) || isCut(mark.end))) yield { block, from, to, sign, start };
      from = to;
    }
    start += from + 1;
  }
}

for (const { name, write } of FORMATS) {
  test(`every letter is painted in exactly the colours of the highlights stored on it: ${name}`, async ({ page }) => {
    for (const { text, marks } of sets(7)) {
      const reading = await startReading(write(text), marks, name);
      await page.goto(reading.app.url);
      await expect(sourceText(page)).toContainText('x');
      await expect.poll(async () => (await paintedCovers(page)).length).toBeGreaterThan(0);
      const covers = await paintedCovers(page);
      for (const { block, from, to, sign, start } of wholeSigns(text, marks)) {
        const stored = marks.filter((mark) => mark.start <= start + from && start + to <= mark.end);
        const names = covers
          .filter((each) => each.block === block && each.from <= from && to <= each.to)
          .map(({ name }) => name);
        const colours = names.flatMap((each) => /^lectern-([a-z]+)-\d+$/.exec(each)?.[1] ?? []);
        const where = `${sign} at ${from} of ${block}`;
        expect(colours.sort(), where).toEqual([...new Set(stored.map(({ colour }) => colour))].sort());
        expect(names.includes('lectern-again'), where).toBe(stored.length > colours.length);
      }
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
