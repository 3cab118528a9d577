import { expect } from '../tests/e2e/support/app.ts';
import { openWindow } from './open-window.ts';
import { painted } from './painted.ts';

/**
 * Opens the pages of entities in the real window, by “Go to”: from Enter to the painted page, its name, facts and first
 * passages.
 * @param names of the entities; each has a passage
 * @returns milliseconds
 */
export async function entityPages(notebook: string, names: readonly string[]): Promise<number[]> {
  const window = await openWindow(notebook);
  const { page } = window;
  try {
    await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
    const taken: number[] = [];
    for (const name of names) {
      await page.keyboard.press('Control+k');
      const dialog = page.getByRole('dialog', { name: 'Go to' });
      await dialog.getByRole('combobox').fill(name);
      await expect(dialog.getByRole('option').first()).toContainText(name);
      const ready = await page.evaluateHandle(
        (wanted) => () =>
          document.querySelector('#entity-name')?.textContent === wanted &&
          document.querySelector('.passages .row-list-row') !== null,
        name,
      );
      taken.push(await painted(page, 'keydown', ready, () => page.keyboard.press('Enter')));
      await expect(dialog).toBeHidden();
    }
    return taken;
  } finally {
    await window.close();
  }
}
