import { expect, test } from './support/study.ts';

const COUNT = 70;

test.use({
  prepare: {
    run: async ({ call }) => {
      for (let at = 1; at <= COUNT; at++) {
        const made = await call('sources.create', { title: `Letter ${at}`, text: `Words ${at}.` });
        // Those of one millisecond would stand in any order.
        while (Date.now() <= Date.parse(made.createdAt));
      }
    },
  },
});

test('in a list longer than the window all rows to its end are chosen and deleted, and the keyboard goes to the one before them', async ({
  page,
}) => {
  const row = (name: string) => page.getByRole('treegrid', { name: 'Sources' }).getByRole('row', { name, exact: true });
  await row('Letter 5').click();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText('Words 5.');
  await row('Letter 5').focus();
  await page.keyboard.press('Control+Shift+End');
  await expect(page.getByText(`${COUNT - 4} sources chosen`)).toBeVisible();
  await expect(row(`Letter ${COUNT}`)).toBeFocused();
  await expect(row(`Letter ${COUNT}`)).toBeInViewport();
  await page.keyboard.press('Delete');
  await expect(page.getByText(`${COUNT - 4} sources are in the trash.`)).toBeVisible();
  await expect(row('Letter 4')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(row('Letter 3')).toBeFocused();
});
