import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { painted } from './support/painted.ts';
import { ends, test } from './support/reading.ts';

/** One paragraph a script, written for this test. */
const SCRIPTS = [
  'The clerk’s ledger was closed, re-opened and cafe\u0301s were named in it.',
  'הפקיד סגר את הספר בערב והלך לביתו.',
  'أغلق الكاتبُ الدفترَ مساءً ثم عاد إلى بيته.',
  '書記は帳簿を閉じて東京へ帰りました。',
  'เสมียนปิดสมุดบัญชีแล้วกลับบ้าน',
  'लिपिक ने शाम को बहीखाता बन्द किया।',
  'Smil 👩‍👩‍👧 og 🇳🇴 og 👍🏽 og 𐍈𐌰𐌽𐌳𐌰 til slutt.',
];

const selected = (page: Page) => page.evaluate(() => String(getSelection()));

const paintedSelection = async (page: Page) =>
  (await painted(page)).flatMap(({ name, words }) => (name === 'lectern-selection' ? [words] : []));

test('a double click selects the word under the mouse in any script, in the document and in the model', async ({
  page,
  read,
}) => {
  await read(SCRIPTS.join('\n'));
  for (const word of [
    ...['clerk’s', 'ledger', 'cafe\u0301s', 'הספר', 'الكاتبُ', 'الدفترَ', '帳簿', '東京', 'บัญชี', 'บ้าน', 'बन्द', 'किया'],
    ...['👩‍👩‍👧', '🇳🇴', '👍🏽', '𐍈𐌰𐌽𐌳𐌰'],
  ]) {
    const { from, to } = await ends(page, word);
    // Near its edges it is still that word, though the caret nearest to the mouse is between two.
    for (const x of [from.x + 1, (from.x + to.x) / 2, to.x - 1]) {
      await page.mouse.dblclick(x, from.y);
      await expect.poll(() => selected(page), `${word} at ${x}`).toBe(word);
      expect(await paintedSelection(page), word).toEqual([word]);
      // The toolbar beside the word would be in the way of the next.
      await page.keyboard.press('Escape');
      await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeHidden();
    }
  }
});

test('no press and no drag of the mouse parts a grapheme', async ({ page, read }) => {
  await read(SCRIPTS.join('\n'));
  /** The ends of the browser's selection and of the painted one that are inside a grapheme. */
  const parted = () =>
    page.evaluate(() => {
      const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
      const places: [Node | null, number][] = [];
      const selection = getSelection();
      if (selection)
        places.push([selection.anchorNode, selection.anchorOffset], [selection.focusNode, selection.focusOffset]);
      for (const range of CSS.highlights.get('lectern-selection') ?? []) {
        places.push([range.startContainer, range.startOffset], [range.endContainer, range.endOffset]);
      }
      return places.flatMap(([node, at]) => {
        if (!(node instanceof Text) || at === node.data.length) return [];
        const whole = Array.from(segmenter.segment(node.data)).some(({ index }) => index === at);
        return whole ? [] : [`${node.data} at ${at}`];
      });
    });
  const seen = new Set<string>();
  for (const words of ['cafe\u0301s were named', 'الدفترَ مساءً', 'बहीखाता बन्द किया', '👩‍👩‍👧 og 🇳🇴 og 👍🏽 og 𐍈𐌰𐌽𐌳𐌰']) {
    const { from, to } = await ends(page, words);
    for (let x = from.x; x <= to.x; x += 9) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(x, from.y);
      await page.mouse.up();
      expect(await parted()).toEqual([]);
      seen.add(await selected(page));
      await page.mouse.click(x, from.y);
      expect(await parted()).toEqual([]);
      await page.keyboard.press('Escape');
    }
  }
  expect(seen.size).toBeGreaterThan(15);
});
