import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Axe on a page, in the way made for pages without frames: the other ends its work in a page of its own, which takes
 * the keyboard from the one under test and which Electron's window cannot open.
 */
export function axe(page: Page): AxeBuilder {
  // What is in order need not be told node by node.
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
}

/** The rules whose verdict hangs on colours; all others see the same page in light and in dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Expects that axe finds nothing in what the page shows, in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const builder = colorScheme === 'light' ? axe(page) : axe(page).withRules(COLOUR_RULES);
    const { violations } = await builder.analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`);
    expect(found, colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
