// Takes the pictures of docs/images from the real program on the sample notebook: npm run screenshots
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../main/host/index.ts';
import { libraryRow, startLectern } from '../tests/e2e/support/app.ts';
import { drag, ends, sourceText } from '../tests/e2e/support/reading.ts';

const images = resolve(import.meta.dirname, '../docs/images');
mkdirSync(images, { recursive: true });

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('There is no Chromium on this machine.');
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
for (const colorScheme of ['light', 'dark'] as const) await takeAll(colorScheme);
await browser.close();

/** A program and a notebook of its own for each theme, so that nothing of one picture is left in the next. */
async function takeAll(colorScheme: 'light' | 'dark'): Promise<void> {
  const app = await startLectern();
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme, locale: 'en-GB' });
  const take = (name: string) => page.screenshot({ path: join(images, `${name}-${colorScheme}.png`) });
  await page.goto(app.url);
  await page.getByRole('button', { name: 'Open the sample notebook' }).click();

  await libraryRow(page, 'Sources', 'Handelsmannens minner').click();
  await sourceText(page).getByText('Fjodor Abramov').waitFor();
  await clickWords(page, 'Fjodor Abramov');
  await page.getByRole('tab', { name: 'Entity' }).click();
  await drag(page, 'ingen av oss førte bøker som tålte lyset');
  await page.getByRole('toolbar', { name: 'Passage actions' }).waitFor();
  await take('workbench');

  await libraryRow(page, 'Notes', 'Two lists, four plates').click();
  await page.getByRole('textbox', { name: 'Note text' }).getByRole('table').waitFor();
  await take('note');

  await libraryRow(page, 'Outlines', 'How the Sankt Nikolaj was lost').click();
  await page.getByRole('treeitem', { name: /Abramov pekte/ }).click();
  await take('outline');

  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Entities' }).click();
  await page.getByRole('grid', { name: 'All entities' }).getByRole('row', { name: 'Consul Brandt' }).click();
  await page.getByRole('list', { name: 'Unlinked mentions' }).waitFor();
  await take('entity');

  await page.close();
  await app.stop();
}

async function clickWords(page: Page, words: string): Promise<void> {
  const { from, to } = await ends(page, words);
  await page.mouse.click((from.x + to.x) / 2, from.y);
}
