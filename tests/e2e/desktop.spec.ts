import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startDesktop, whyNoElectron } from './support/electron.ts';

// Where Electron cannot be run this is the one spec of its project, so that the reason is told once.
test.skip(() => whyNoElectron() !== undefined, whyNoElectron() ?? '');

test('makes a notebook through the native dialog, names its window after it, and keeps the network out', async () => {
  const desktop = await startDesktop();
  const { window: page, program } = desktop;
  await desktop.choose(join(desktop.notebooks, 'desk'));
  await page.getByRole('button', { name: 'New notebook' }).click();
  await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  const title = await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  expect(title).toBe('desk – Lectern');
  expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'lectern')).sort())).toEqual(['onMessage', 'post']);
  expect(await page.evaluate(() => typeof Reflect.get(window, 'require'))).toBe('undefined');
  const reached = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => true,
      () => false,
    ),
  );
  expect(reached).toBe(false);
  await desktop.stop();
});
