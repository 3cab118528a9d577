import type { Locator, Page } from '@playwright/test';
import { expect, LINES } from './study.ts';

/** The outline on the screen. */
export const tree = (page: Page) => page.getByRole('tree', { name: 'Outline' });
export const item = (page: Page, name: string | RegExp) => tree(page).getByRole('treeitem', { name });
export const actions = (page: Page) => page.getByRole('toolbar', { name: 'Outline actions' });

export async function openOutline(page: Page): Promise<void> {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('main').getByRole('button', { name: 'A talk' }).click();
  await expect(item(page, 'Beginning')).toBeVisible();
}

/** The shown rows, each as deep as it stands: `1 Beginning`, `- A word of mine`. */
export async function rows(page: Page): Promise<string[]> {
  return tree(page)
    .getByRole('treeitem')
    .evaluateAll((elements) =>
      elements.map((element) => {
        const words = element.querySelector('.item-heading, .item-text, .item-quotation p')?.textContent ?? '';
        return `${'- '.repeat(Number(element.getAttribute('aria-level')) - 1)}${words}`;
      }),
    );
}

export const BEGUN = ['1 Beginning', `- ${LINES[1]}`, '- A word of mine', '2 End'];

/** Drags as a hand does: press, move in steps, let go at the upper or lower edge of a row, as deep as wanted. */
export async function dropAt(
  page: Page,
  what: Locator,
  row: Locator,
  edge: 'above' | 'below',
  depth: number,
): Promise<void> {
  const from = await what.boundingBox();
  const to = await row.boundingBox();
  const left = await tree(page).boundingBox();
  if (!from || !to || !left) throw new Error('both ends of a drag must be in sight');
  await page.mouse.move(from.x + 30, from.y + 12);
  await page.mouse.down();
  const x = left.x + 14 + depth * 26;
  const y = edge === 'above' ? to.y + 3 : to.y + to.height - 3;
  await page.mouse.move(x, y + 1, { steps: 6 });
  await page.mouse.move(x, y, { steps: 2 });
  await page.mouse.up();
}
