import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Session } from '../../main/cli/session.ts';
import { libraryRow } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { sourceText } from './support/reading.ts';
import { expect, type Preparation, saved, test } from './support/study.ts';

const REAL = resolve(import.meta.dirname, '../../../shared/texts/stalin-nb.txt');
const FIXTURES = resolve(import.meta.dirname, '../fixtures/mentions');
const read = (name: string) => JSON.parse(readFileSync(`${FIXTURES}/stalin-nb.${name}.json`, 'utf8'));

/** Everything that is linked and related, and what is not. */
const stateOf = async ({ call }: Session) => ({
  entities: await call('entities.list', {}),
  mentions: await call('mentions.list', {}),
  relations: await call('relations.list', {}),
  unlinked: await call('mentions.find', {}),
});

/** What it was before anybody did anything; each worker has one notebook at a time. */
let before: Awaited<ReturnType<typeof stateOf>> | undefined;

/** Two spellings of one man, Lenin beside them, and a highlight in which both men are linked already. */
const prepare: Preparation = {
  async run(session) {
    const { call } = session;
    const entities: readonly { key: string; type: string; name: string; aliases: string[] }[] = read('entities');
    const gold: Readonly<Record<string, readonly (readonly [number, number])[]>> = read('gold');
    await call('sources.import', { files: [{ upload: REAL, name: basename(REAL) }] });
    const sourceId = (await call('sources.list', {})).find(({ title }) => title === 'stalin-nb')?.id ?? '';
    const { blocks } = await call('sources.text', { id: sourceId });
    const ids = new Map<string, string>();
    for (const { key, type, name, aliases } of entities) {
      if (key === 'stalin' || key === 'lenin')
        ids.set(key, (await call('entities.create', { type, name, aliases })).id);
    }
    await call('entities.create', { type: 'person', name: 'Josif Stalin' });
    const endOf = ({ start, text }: { start: number; text: string }) => start + [...text].length;
    const inside = (key: string, block: { start: number; text: string }) =>
      gold[key]?.find(([start, end]) => start >= block.start && end <= endOf(block));
    const both = blocks.find((block) => inside('stalin', block) && inside('lenin', block));
    if (!both) throw new Error('The text names them in no paragraph together.');
    await call('highlights.create', { sourceId, start: both.start, end: endOf(both) });
    for (const [key, entityId] of ids) {
      const [start = 0, end = 0] = inside(key, both) ?? [];
      await call('mentions.create', { sourceId, start, end, entityId });
    }
    before = await stateOf(session);
  },
};

test.use({ prepare });
test.skip(!existsSync(REAL), `${basename(REAL)} is not on this machine`);

const rows = (page: Page) => page.getByRole('list', { name: 'Unlinked mentions' }).locator('.row-list-row');

/** How many unlinked mentions the heading counts. */
async function counted(page: Page): Promise<number> {
  const words = await page.getByRole('heading', { name: /unlinked mention/ }).textContent();
  return Number(words?.replaceAll(/\D/g, ''));
}

async function undoAll(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step++) {
    await page.keyboard.press('Control+z');
    await saved(page);
  }
}

test('by mouse: link, find mentions, reject two, accept the rest, merge two spellings, relate on the page of the entity, undo all', async ({
  page,
  app,
  study,
}) => {
  await libraryRow(page, 'Sources', 'stalin-nb').click();
  await sourceText(page)
    .locator('.reader-row')
    .first()
    .dblclick({ position: { x: 20, y: 14 } });
  await page.getByRole('toolbar', { name: 'Passage actions' }).getByRole('button', { name: 'Link entity' }).click();
  const picker = page.getByRole('dialog', { name: 'Link entity' });
  await picker.getByRole('combobox').fill('Josef Stal');
  await picker.getByRole('option', { name: /Josef Stalin/ }).click();
  await expect(picker).toBeHidden();

  await page.getByRole('tab', { name: 'Entities' }).click();
  await page.getByRole('grid', { name: 'All entities' }).getByRole('row', { name: 'Josef Stalin' }).click();
  await expect(rows(page).first()).toBeVisible();
  const all = await counted(page);
  for (const left of [all - 1, all - 2]) {
    await rows(page).first().click();
    await page.getByRole('button', { name: 'Reject', exact: true }).click();
    await expect(page.getByRole('heading', { name: `${left} unlinked mentions` })).toBeVisible();
  }
  await page.getByRole('button', { name: 'Accept all', exact: true }).click();
  await expect(page.getByText('Every mention found is linked.')).toBeVisible();

  await page.getByRole('button', { name: 'Add relation…' }).click();
  await page.getByRole('dialog').getByRole('combobox').fill('Vladimir');
  await page.getByRole('option', { name: /Vladimir Lenin/ }).click();
  const relation = page.getByRole('dialog', { name: /^Relation/ });
  await relation
    .getByRole('combobox', { name: 'Relation' })
    .or(relation.getByRole('textbox', { name: 'Relation' }))
    .fill('successor of');
  await relation.getByRole('checkbox').first().check({ force: true });
  await relation.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('article')).toContainText('1 passage');

  await page.getByRole('button', { name: 'Merge…', exact: true }).click();
  await page.getByRole('dialog', { name: 'Merge into' }).getByRole('combobox').fill('Josif');
  await page.getByRole('option', { name: /Josif Stalin/ }).click();
  const merge = page.getByRole('dialog', { name: 'Merge Josef Stalin into Josif Stalin' });
  await expectAccessible(page);
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Josif Stalin', level: 1 })).toBeVisible();
  await undoAll(page, 6);
  await app.release();
  expect(await study.ask(stateOf)).toEqual(before);
});

/** Presses Tab, or Shift+Tab, until what is wanted has the keyboard. */
async function tabTo(page: Page, wanted: string, key = 'Tab'): Promise<void> {
  for (let stop = 0; stop < 60; stop++) {
    await page.keyboard.press(key);
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), wanted)) return;
  }
  throw new Error(`Tab never comes to ${wanted}`);
}

/** By "Go to", without waiting for where it leads. */
async function goTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

test('by keyboard alone, as fast as one types: the same, with the relation made in the text', async ({
  page,
  app,
  study,
}) => {
  const { keyboard } = page;
  await expect(libraryRow(page, 'Sources', 'stalin-nb')).toBeVisible();
  await goTo(page, 'stalin-nb');
  await keyboard.press('Control+Home');
  await keyboard.press('Control+Shift+ArrowRight');
  await keyboard.press('e');
  const picker = page.getByRole('dialog', { name: 'Link entity' });
  await expect(picker).toBeVisible();
  await keyboard.type('Josef Stal');
  await keyboard.press('Enter');
  await expect(picker).toBeHidden();
  await saved(page);

  await goTo(page, 'Josef Stalin');
  await expect(rows(page).first()).toBeVisible();
  const all = await counted(page);
  await tabTo(page, '.mention-list .row-list-row');
  for (const left of [all - 1, all - 2]) {
    await keyboard.press('x');
    await expect(page.getByRole('heading', { name: `${left} unlinked mentions` })).toBeVisible();
  }
  await tabTo(page, '.mention-list .button.primary', 'Shift+Tab');
  await keyboard.press('Enter');
  await expect(page.getByText('Every mention found is linked.')).toBeVisible();

  // The keys follow each other into the list, the text and the form, however long each takes to come.
  await goTo(page, 'stalin-nb');
  await keyboard.press(']');
  await keyboard.press('r');
  const relation = page.getByRole('dialog', { name: /^Relation/ });
  await expect(relation.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await keyboard.type('successor of');
  await keyboard.press('Enter');
  await expect(relation).toBeHidden();

  await goTo(page, 'Josef Stalin');
  await expect(page.getByRole('heading', { name: 'Josef Stalin', level: 1 })).toBeFocused();
  await expect(page.getByRole('article')).toContainText('1 passage');
  await tabTo(page, '.entity-actions :nth-child(2)');
  await keyboard.press('Enter');
  await keyboard.type('Josif');
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Merge Josef Stalin into Josif Stalin' })).toBeVisible();
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Josif Stalin', level: 1 })).toBeFocused();
  await undoAll(page, 6);
  await app.release();
  expect(await study.ask(stateOf)).toEqual(before);
});
