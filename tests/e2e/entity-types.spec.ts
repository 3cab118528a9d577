import { libraryRow } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { expect, type Preparation, saved, test } from './support/study.ts';

test('a type of one’s own is made, used, renamed and deleted by keyboard, and every step can be taken back', async ({
  page,
}) => {
  const type = (text: string) => page.keyboard.type(text);
  const press = (...keys: string[]) =>
    keys.reduce((last, key) => last.then(() => page.keyboard.press(key)), Promise.resolve());
  const types = page.getByRole('dialog', { name: 'Types of entities' });
  await expect(page.getByRole('navigation', { name: 'Library' }).getByRole('row', { name: /^People/ })).toBeVisible();
  await press('Control+Shift+p');
  await type('Types of entities');
  await press('Enter');
  await expect(types.getByRole('listitem')).toHaveCount(6);
  await expectAccessible(page);
  await types.getByRole('button', { name: 'New type…' }).focus();
  await press('Enter');
  const form = page.getByRole('dialog', { name: 'New type' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await type('ship');
  // A sign no other type has is chosen already; the arrows choose another.
  await press('Tab');
  await expect(form.getByRole('radio', { name: 'rose' })).toBeFocused();
  await press('ArrowRight', 'ArrowRight', 'Tab');
  await expect(form.getByRole('radio', { name: 'star' })).toBeFocused();
  await press('ArrowLeft', 'Tab', 'Enter');
  await type('tonnage');
  await press('Tab', 'Tab', 'Enter');
  await type('rig');
  await expectAccessible(page);
  await press('Enter');
  await expect(types.getByRole('listitem').filter({ hasText: 'ship' })).toContainText('tonnage, rig');
  await expect(types.getByRole('button', { name: 'New type…' })).toBeFocused();
  await press('Escape');
  await saved(page);

  await page.getByRole('tab', { name: 'Entities' }).focus();
  await press('Enter');
  await page.getByRole('button', { name: 'New entity' }).last().focus();
  await press('Enter');
  await type('Fram');
  await press('Tab', 'Enter', 'End', 'Enter');
  const made = page.getByRole('dialog', { name: 'New entity' });
  await made.getByRole('textbox', { name: 'tonnage' }).fill('402');
  await press('Enter');
  const article = page.getByRole('article');
  await expect(article.getByRole('heading', { name: 'Fram', level: 1 })).toBeVisible();
  await expect(article).toContainText('ship · no passages yet · no notes');
  await expect(article).toContainText('tonnage402');
  const sign = article.locator('svg.sign').first();
  await expect(sign).toHaveCSS('color', 'rgb(31, 103, 150)');

  // Renamed, with one of its fields; the entity comes along.
  await page.getByRole('navigation', { name: 'Library' }).getByRole('row', { name: /^ship/ }).focus();
  await press('Shift+F10');
  await page.getByRole('menuitem', { name: 'Change type…' }).focus();
  await press('Enter');
  const change = page.getByRole('dialog', { name: 'Type ship' });
  await change.getByRole('textbox', { name: 'Name' }).fill('vessel');
  await change.getByRole('textbox', { name: 'Own field 1' }).fill('tons');
  await press('Enter');
  await expect(types.getByRole('listitem').filter({ hasText: 'vessel' })).toContainText('tons, rig');
  await types.getByRole('button', { name: 'Delete the type vessel' }).focus();
  await press('Enter');
  const ask = page.getByRole('dialog', { name: 'Delete the type vessel?' });
  await expect(ask).toContainText('One entity is of this type.');
  await expectAccessible(page);
  await ask.getByRole('button', { name: 'Delete type' }).focus();
  await press('Enter');
  await expect(types.getByRole('listitem')).toHaveCount(6);
  await press('Escape');
  await expect(article).toContainText('concept · no passages yet · no notes');
  await expect(article).toContainText('tons402');

  await press('Control+z');
  await expect(article).toContainText('vessel · no passages yet · no notes');
  await press('Control+z');
  await expect(article).toContainText('ship · no passages yet · no notes');
  await expect(article).toContainText('tonnage402');
  await press('Control+z', 'Control+z');
  await expect(page.getByText('This entity is no longer there')).toBeVisible();
  await press('Control+Shift+p');
  await type('Types of entities');
  await press('Enter');
  await expect(types.getByRole('listitem')).toHaveCount(6);
});

const noted: Preparation = {
  async run({ call }) {
    await call('entityTypes.create', { name: 'ship', colour: 'sky' });
    const { id } = await call('entities.create', { type: 'ship', name: 'Fram' });
    await call('notes.create', { title: 'Log', markdown: `Aboard [@Fram](lectern:entity/${id}).` });
  },
};

test.describe('in notes', () => {
  test.use({ prepare: noted });

  test('a mention shows the type its entity is of now, also when the type has another name', async ({ page }) => {
    await libraryRow(page, 'Notes', 'Log').click();
    const mention = page.getByRole('textbox', { name: 'Note text' }).locator('[data-entity]');
    const colourOf = (name: string) =>
      page.evaluate((role) => getComputedStyle(document.documentElement).getPropertyValue(role).trim(), `--${name}`);
    const shown = () => mention.evaluate((element) => getComputedStyle(element).getPropertyValue('--kind').trim());
    await expect.poll(shown).toBe(await colourOf('sky'));
    await page
      .getByRole('navigation', { name: 'Library' })
      .getByRole('row', { name: /^ship/ })
      .click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Change type…' }).click();
    const change = page.getByRole('dialog', { name: 'Type ship' });
    await change.getByRole('textbox', { name: 'Name' }).fill('vessel');
    await change.getByRole('radio', { name: 'rose' }).check({ force: true });
    await change.getByRole('button', { name: 'Save' }).click();
    await expect.poll(shown).toBe(await colourOf('rose'));
  });
});
