import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { importFiles } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, type Preparation, saved, test } from './support/study.ts';

const REAL = resolve(import.meta.dirname, '../../../shared/texts/stalin-nb.txt');
const FIXTURE = resolve(import.meta.dirname, '../fixtures/mentions/stalin-nb.entities.json');

/** The entities of the gold list: whom the real text names most. */
const entities: readonly { type: string; name: string; aliases: string[] }[] = JSON.parse(
  readFileSync(FIXTURE, 'utf8'),
);

const prepare: Preparation = {
  async run({ call }) {
    for (const { type, name, aliases } of entities) await call('entities.create', { type, name, aliases });
  },
};

test.use({ prepare });
test.skip(!existsSync(REAL), `${basename(REAL)} is not on this machine`);

const rows = (page: Page) => page.getByRole('list', { name: 'Unlinked mentions' }).locator('.row-list-row');
const heading = (page: Page, count: number) =>
  page.getByRole('heading', { name: `${count} unlinked mention${count === 1 ? '' : 's'}` });

/** How many the heading counts. */
async function counted(page: Page): Promise<number> {
  const words = await page.getByRole('heading', { name: /unlinked mention/ }).textContent();
  return Number(words?.replaceAll(/\D/g, ''));
}

test('a new source says whom it mentions, and its mentions are worked off by keyboard alone', async ({
  page,
  app,
  study,
}) => {
  await importFiles(page, REAL);
  const news = page.getByText(/passages mention Josef Stalin, Sovjetunionen and 39 more/);
  await expect(news).toBeVisible();

  await page.keyboard.press('Control+Shift+m');
  await expect(page.getByRole('heading', { name: 'Find mentions' })).toBeFocused();
  await expect(rows(page).first()).toBeVisible();
  const all = await counted(page);
  expect(all).toBeGreaterThan(400);

  await rows(page).first().focus();
  const first = await rows(page).nth(0).textContent();
  const second = await rows(page).nth(1).textContent();
  // Reject, go on by one, reject, go back, accept: each leaves the keyboard on a row.
  await page.keyboard.press('x');
  await expect(heading(page, all - 1)).toBeVisible();
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(heading(page, all - 2)).toBeVisible();
  await page.keyboard.press('k');
  await expect(rows(page).first()).toBeFocused();
  await expect(rows(page).first()).toContainText(second?.slice(0, 20) ?? '');
  await page.keyboard.press('Enter');
  await expect(heading(page, all - 3)).toBeVisible();
  await saved(page);

  // Undone one by one they come back, down to the first.
  for (let left = all - 2; left <= all; left++) {
    await page.keyboard.press('Control+z');
    await expect(heading(page, left)).toBeVisible();
  }
  await expect(rows(page).first()).toContainText(first?.slice(0, 20) ?? '');

  // What was rejected stays away, also when it is looked for anew.
  await rows(page).first().focus();
  await page.keyboard.press('x');
  await expect(heading(page, all - 1)).toBeVisible();
  await page.getByRole('tab', { name: 'Read' }).click();
  await page.keyboard.press('Control+Shift+m');
  await expect(heading(page, all - 1)).toBeVisible();
  await expectAccessible(page);

  await app.release();
  const linked = await study.ask(({ call }) => call('mentions.list', {}));
  expect(linked).toEqual([]);
});

test('by mouse: the news lead to the mentions, a type is chosen, a source is accepted as a whole and undone', async ({
  page,
}) => {
  await importFiles(page, REAL);
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByRole('heading', { name: 'Find mentions' })).toBeVisible();
  await expect(rows(page).first()).toBeVisible();

  await page.getByRole('button', { name: /Type/ }).click();
  await page.getByRole('option', { name: 'event' }).click();
  await expect(heading(page, 1)).toBeVisible();
  await expect(rows(page)).toContainText('the words also hold the name of Vladimir Lenin');
  await rows(page).click();
  await page.getByRole('button', { name: 'Show in text' }).click();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText('Lenins testamente');

  await page.keyboard.press('Control+Shift+m');
  await expect(rows(page).first()).toBeVisible();
  const all = await counted(page);
  await page.getByRole('button', { name: /^Accept these .* in stalin-nb/ }).click();
  await expect(page.getByText('Every mention found is linked.')).toBeVisible();
  await expect(page.getByText(`${all} mentions settled.`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(heading(page, all)).toBeVisible();
});

test('likely names become entities and other names by keyboard, and leave the list', async ({ page }) => {
  await importFiles(page, REAL);
  await page.keyboard.press('Control+Shift+p');
  await page.keyboard.type('Suggest entities');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Suggest entities' })).toBeFocused();
  const names = page.getByRole('list', { name: 'Suggested names' }).locator('.row-list-row');
  const row = (name: string) => names.filter({ has: page.getByText(name, { exact: true }) });
  await expect(row('Jakub')).toContainText('3 times');
  await row('Jakub').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Jakub is now an entity.')).toBeVisible();
  await expect(row('Jakub')).toHaveCount(0);
  await expect(page.getByRole('navigation', { name: 'Library' })).toContainText('43');

  await row('NEP').focus();
  await page.keyboard.press('n');
  const picker = page.getByRole('dialog', { name: 'Name of…' });
  await picker.getByRole('combobox').fill('Vladimir');
  await expect(picker.getByRole('option', { name: /Vladimir Lenin/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('NEP is now a name of Vladimir Lenin.')).toBeVisible();
  await expect(row('NEP')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(row('NEP')).toHaveCount(1);
  await expectAccessible(page);
});

test('a possible duplicate is compared and merged, some passages are split off, and all of it is undone', async ({
  page,
}) => {
  await importFiles(page, REAL);
  await page.getByRole('tab', { name: 'Entities' }).click();
  await page.getByRole('button', { name: 'New entity' }).last().click();
  const form = page.getByRole('dialog', { name: 'New entity' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Grigory Zinoviev');
  await form.getByRole('button', { name: 'Add name' }).click();
  await page.keyboard.type('Radomyslsky');
  await form.getByRole('textbox', { name: 'Language of name 1' }).fill('en');
  await form.getByRole('button', { name: /Kind of name 1/ }).click();
  await page.getByRole('option', { name: 'birth name' }).click();
  await form.getByRole('textbox', { name: 'Dates' }).fill('1936/1883~');
  await form.getByRole('button', { name: 'Add identifier' }).click();
  await page.keyboard.type('https://www.wikidata.org/wiki/Q1');
  await form.getByRole('textbox', { name: 'Coordinates' }).fill('48.5, 32.3');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('“1936/1883~” ends before it begins.')).toBeVisible();
  await form.getByRole('textbox', { name: 'Dates' }).fill('1883~/1936-08-25');
  await form.getByRole('textbox', { name: 'Description' }).click();
  await page.keyboard.type('Wrote ');
  await page.keyboard.press('Control+b');
  await page.keyboard.type('letters');
  await expectAccessible(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Grigory Zinoviev', level: 1 })).toBeVisible();
  await expect(page.getByRole('article')).toContainText('Radomyslsky English, birth name');
  await expect(page.getByRole('article')).toContainText('about 1883 to 25 August 1936');
  await expect(page.getByRole('article').locator('strong')).toHaveText('letters');
  await expect(page.getByRole('article')).toContainText('48.5° N, 32.3° E');
  await page.getByRole('button', { name: 'Wikidata Q1' }).click();
  const address = page.getByRole('dialog', { name: 'Open in the browser?' });
  await expect(address).toContainText('https://www.wikidata.org/wiki/Q1');
  await page.keyboard.press('Escape');
  const card = page.getByRole('region', { name: 'Possible duplicate' });
  await expect(card).toContainText('Grigorij Sinovjev sounds like it.');
  await card.getByRole('button', { name: 'Compare and merge…' }).click();
  const merge = page.getByRole('dialog', { name: 'Merge Grigory Zinoviev into Grigorij Sinovjev' });
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Grigorij Sinovjev', level: 1 })).toBeVisible();
  await expect(page.getByRole('article')).toContainText('Grigory Zinoviev');

  await expect(heading(page, 7)).toBeVisible();
  await page.getByRole('button', { name: 'Accept all', exact: true }).click();
  await expect(page.getByText('person · 7 passages in 1 source')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Along the text' })).toContainText(/: 7 passages, ¶ \d+–\d+ densest/);
  await page.getByRole('button', { name: 'Split off…' }).click();
  const split = page.getByRole('dialog', { name: 'Split passages off Grigorij Sinovjev' });
  await split.getByRole('button', { name: 'Split off' }).click();
  await expect(split.getByText('Choose at least one passage.')).toBeVisible();
  await split.getByRole('textbox', { name: 'Name' }).fill('Another Sinovjev');
  await split.getByRole('checkbox').nth(1).check({ force: true });
  await split.getByRole('checkbox').nth(3).check({ force: true });
  await expectAccessible(page);
  await split.getByRole('button', { name: 'Split off' }).click();
  await expect(page.getByRole('heading', { name: 'Another Sinovjev', level: 1 })).toBeVisible();
  await expect(page.getByText('person · 2 passages in 1 source')).toBeVisible();
  // Split, links, merge and the new entity, each in one step.
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'This entity is no longer there' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'All entities' })).toBeFocused();
  for (let steps = 1; steps < 4; steps++) await page.keyboard.press('Control+z');
  await saved(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid', { name: 'All entities' })).not.toContainText(/Another|Zinoviev/);
});
