import type { Locator } from '@playwright/test';
import { libraryRow } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { ends } from './support/reading.ts';
import { expect, LINES, type Preparation, saved, test } from './support/study.ts';

/** Two places linked in the second highlight, and a name of another type. */
const prepare: Preparation = {
  async run({ call }, { source }) {
    const line = LINES[2];
    const before = [...`${LINES[0]}\n${LINES[1]}\n`].length;
    for (const [name, type] of [
      ['Bergen', 'place'],
      ['Ærø', 'place'],
      ['თბილისი', 'organisation'],
    ] as const) {
      const { id: entityId } = await call('entities.create', { type, name });
      const start = before + [...line.slice(0, line.indexOf(name))].length;
      await call('mentions.create', { sourceId: source.id, start, end: start + [...name].length, entityId });
    }
  },
};

test.use({ prepare });

test('two entities of a highlight are related by keyboard, with the highlight as evidence, read from both ends, and undone', async ({
  page,
}) => {
  await libraryRow(page, 'Sources', 'Reading Room').click();
  const { from } = await ends(page, 'same breath');
  await page.mouse.click(from.x + 4, from.y);
  await expect(page.getByRole('toolbar', { name: 'Passage actions' })).toBeVisible();
  await page.keyboard.press('r');
  const form = page.getByRole('dialog', { name: /^Relation/ });
  await expect(form.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(form.getByText('Say what the relation is.')).toBeVisible();
  await page.keyboard.type('older than');
  await page.keyboard.press('Tab');
  await page.keyboard.type('younger than');
  await form.getByRole('textbox', { name: 'Dates' }).fill('10XX/..');
  await form.getByRole('textbox', { name: 'Note' }).fill('So it is said.');
  await expectAccessible(page);
  await form.getByRole('textbox', { name: 'Dates' }).focus();
  // Sooner than the engine answers, and still one relation.
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
  await expect(form).toBeHidden();
  await saved(page);

  await page.getByRole('tab', { name: 'Entities' }).click();
  await page.getByRole('grid', { name: 'All entities' }).getByRole('row', { name: 'Bergen' }).click();
  const relation = page.getByRole('list', { name: 'Relations' }).getByRole('listitem');
  const words: string[] = [];
  for (const other of ['Ærø', 'Bergen']) {
    await expect(relation).toHaveCount(1);
    await expect(relation).toContainText('from the 1000s on');
    await expect(relation).toContainText('1 passage');
    await expect(relation).toContainText('So it is said.');
    words.push((await relation.textContent()) ?? '');
    await relation.getByRole('button', { name: other, exact: true }).click();
    await expect(page.getByRole('heading', { name: other, level: 1 })).toBeVisible();
  }
  // From the evidence to its passage, without the mouse.
  const evidence = relation.getByRole('button', { name: '1 passage' });
  await relation.getByRole('button', { name: 'Ærø', exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(evidence).toBeFocused();
  await expect(evidence).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('Enter');
  await expect(evidence).toHaveAttribute('aria-expanded', 'true');
  await expect(evidence).toBeFocused();
  const passage = page.getByRole('list', { name: /^Passages for/ }).getByRole('button');
  await expect(passage).toContainText(LINES[2]);
  await expect(passage).toContainText('Reading Room · ¶ 3');
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await expect(passage).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('document', { name: 'Source text' })).toBeFocused();
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText(LINES[2]);
  await page.getByRole('tab', { name: 'Entities' }).click();
  // What has the keyboard goes with the relation, and the keyboard stays there.
  await evidence.focus();
  await page.keyboard.press('Control+z');
  await expect(relation).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Add relation…' })).toBeFocused();
});

test('of the passages of an entity those with a tag are shown, with who is named beside them, by keyboard', async ({
  page,
}) => {
  await page.getByRole('tab', { name: 'Entities' }).click();
  await page.getByRole('grid', { name: 'All entities' }).getByRole('row', { name: 'Bergen' }).click();
  const passages = page.getByRole('list', { name: 'Passages' }).locator('.row-list-row');
  await expect(passages).toContainText(['with Ærø']);
  // In the picture too each type has its shape: as in the list below it, and beside the name.
  const shapes = (signs: Locator) =>
    signs.locator('path').evaluateAll((all) => all.map((path) => path.getAttribute('d')));
  const drawn = page.locator('.together-picture svg.sign');
  await expect(drawn).toHaveCount(3);
  const place = await shapes(page.getByRole('article').locator('svg.sign').first());
  const companions = await shapes(page.getByRole('list', { name: 'Together with' }).locator('svg.sign'));
  expect(await shapes(drawn)).toEqual([...companions, ...place]);
  expect(new Set(companions).size).toBe(2);
  const button = page.getByRole('button', { name: /^With/ });
  await button.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Passages with a tag' });
  await expect(panel.getByRole('searchbox', { name: 'Tags' })).toBeFocused();
  // The list has been drawn before the panel is wide, and its rows show their names all the same.
  const name = panel.getByRole('option', { name: 'meeting' }).getByText('meeting');
  const [inner, outer] = [await name.boundingBox(), await panel.boundingBox()];
  if (!inner || !outer) throw new Error('The panel shows no tags.');
  expect(inner.width).toBeGreaterThan(20);
  expect(inner.x).toBeGreaterThanOrEqual(outer.x);
  expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width);
  await page.keyboard.type('meet');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No passage is highlighted with any of these tags.')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('place');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(passages).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await expect(button).toHaveText('With meeting and place');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(button).toHaveText('With tag…');
  await expect(passages).toHaveCount(1);
});
