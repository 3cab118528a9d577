import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { ends, painted, sourceText, test } from './support/reading.ts';

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Passage actions' });
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const card = (page: Page) => inspector(page).getByRole('region', { name: 'Highlight' }).getByRole('blockquote');
const pile = (page: Page) => page.getByRole('menu', { name: /things here$/ });

const NESTED = 'En lang setning om broen over elva.';
const NEST = [
  { start: 0, end: 34, colour: 'yellow', comment: 'The whole of it' },
  { start: 3, end: 20, colour: 'blue', tags: ['outer', 'bridge'] },
  { start: 8, end: 15, colour: 'red', tags: ['inner'] },
] as const;

test('a click where highlights overlap offers them, the shortest first; one alone is taken at once', async ({
  page,
  read,
}) => {
  await read(
    NESTED,
    NEST.map((mark) => ({ ...mark })),
  );
  const { from } = await ends(page, 'tning');
  await page.mouse.click(from.x + 2, from.y);
  await expect(pile(page).getByRole('menuitem')).toHaveText([
    /^setning\s*inner$/,
    /^lang setning om b\s*bridge · outer|outer · bridge$/,
    /^En lang setning om broen over elva\s*The whole of it$/,
  ]);
  await expect(toolbar(page)).toBeHidden();
  await expectAccessible(page);
  await pile(page).getByRole('menuitem', { name: /^lang/ }).hover();
  await expect.poll(() => painted(page)).toContainEqual({ name: 'lectern-focus', words: 'lang setning om b' });
  await pile(page).getByRole('menuitem', { name: /^lang/ }).click();
  await expect(pile(page)).toBeHidden();
  await expect(card(page)).toHaveText('lang setning om b');
  await expect(toolbar(page)).toBeVisible();
  await expect(sourceText(page)).toBeFocused();

  const alone = await ends(page, 'elva');
  await page.mouse.click(alone.from.x + 2, alone.from.y);
  await expect(card(page)).toHaveText('En lang setning om broen over elva');
  await expect(pile(page)).toBeHidden();
});

test('a double click still takes the word where highlights overlap', async ({ page, read }) => {
  await read(
    NESTED,
    NEST.map((mark) => ({ ...mark })),
  );
  const { from } = await ends(page, 'tning');
  await page.mouse.dblclick(from.x + 2, from.y);
  await expect.poll(() => page.evaluate(() => String(getSelection()))).toBe('setning');
  await expect(toolbar(page)).toBeVisible();
  await expect(pile(page)).toBeHidden();
});
