import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { COLOURS, type Colour } from '../../db/model/index.ts';
import { sourceText, startReading } from './support/reading.ts';

/** Letters of one to four bytes, joined and combined, from left and from right. */
const letter = fc.constantFrom('a', 'ø', 'ი', '漢', 'ש', 'ع', '𐍈', '😀', '👩‍👩‍👧', 'e\u0301', ' ', '.');
const line = fc.array(letter, { minLength: 20, maxLength: 120 }).map((letters) => `x${letters.join('')}x`);
const lines = fc.array(line, { minLength: 6, maxLength: 6 });

interface Covered {
  readonly colour: string;
  readonly block: number;
  readonly from: number;
  readonly to: number;
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

test('every letter is painted in exactly the colours of the highlights stored on it', async ({ page }) => {
  for (const { text, marks } of sets(7)) {
    const reading = await startReading(text.join('\n'), marks);
    await page.goto(reading.app.url);
    await expect(sourceText(page)).toContainText('x');
    await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(0);
    const covered: readonly Covered[] = await page.evaluate(() => {
      const letters = (node: Node, to: number) => Array.from((node.textContent ?? '').slice(0, to)).length;
      return [...CSS.highlights].flatMap(([name, ranges]) => {
        const colour = /^lectern-([a-z]+)-\d+$/.exec(name)?.[1];
        if (colour === undefined) return [];
        return [...ranges].map(({ startContainer: node, startOffset, endOffset }) => ({
          colour,
          block: Number(node.parentElement?.dataset['number']) - 1,
          from: letters(node, startOffset),
          to: letters(node, endOffset),
        }));
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

test('a place in the document becomes an offset and comes back as the same place', async ({ page }) => {
  const [text = []] = fc.sample(lines, { numRuns: 1, seed: 11 });
  const reading = await startReading(text.join('\n'));
  await page.goto(reading.app.url);
  await expect(sourceText(page)).toContainText('x');
  await sourceText(page).focus();
  const places = await page.evaluate(async () => {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    const told = () => new Promise((done) => document.addEventListener('selectionchange', done, { once: true }));
    const nodes = [...document.querySelectorAll('.reader-row')].flatMap((row) => row.firstChild ?? []);
    const stops = nodes.map((node) => Array.from(segmenter.segment(node.textContent ?? ''), ({ index }) => index));
    const text = document.querySelector<HTMLElement>('[role="document"]');
    const outcomes: { wanted: readonly number[]; found: readonly number[] }[] = [];
    for (let turn = 0; turn < 60; turn++) {
      const a = turn % nodes.length;
      const b = (turn * 5 + 2) % nodes.length;
      const from = stops[a]?.[(turn * 7) % (stops[a]?.length ?? 1)] ?? 0;
      const to = stops[b]?.[(turn * 11) % (stops[b]?.length ?? 1)] ?? 0;
      const selection = getSelection();
      const [start, end] = [nodes[a], nodes[b]];
      if (!selection || !start || !end || (a === b && from === to)) continue;
      const heard = told();
      selection.setBaseAndExtent(start, from, end, to);
      await heard;
      // The browser's selection is thrown away; only the offsets can bring it back.
      text?.blur();
      selection.removeAllRanges();
      text?.focus();
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
      const place = (node: Node | null) => nodes.findIndex((each) => node?.isSameNode(each));
      outcomes.push({
        wanted: [a, from, b, to],
        found: [place(anchorNode), anchorOffset, place(focusNode), focusOffset],
      });
    }
    return outcomes;
  });
  expect(places.length).toBeGreaterThan(40);
  for (const { wanted, found } of places) expect(found).toEqual(wanted);
  await reading.stop();
});
