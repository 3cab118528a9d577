import type { Page } from '@playwright/test';
import { libraryRow } from './support/app.ts';
import { ends } from './support/reading.ts';
import { expect, LINES, test } from './support/study.ts';

const chips = (page: Page) =>
  page.getByRole('complementary', { name: 'Inspector' }).getByRole('list', { name: 'Tags' }).getByRole('listitem');

test.use({
  prepare: {
    run: async ({ call }, { highlights }) => {
      for (const parent of ['Peace', 'War']) {
        await call('tags.create', { name: parent });
        await call('tags.create', { name: 'Causes', parent });
      }
      const ofWar = (await call('tags.list', {})).filter(({ name }) => name === 'Causes').at(-1);
      const meeting = highlights[0]?.tagIds ?? [];
      await call('highlights.update', { id: highlights[0]?.id ?? '', tagIds: [...meeting, ofWar?.id ?? ''] });
    },
  },
});

test('of two tags of one name the passage keeps the one it was given, and the picker tells them apart', async ({
  app,
  page,
  study,
}) => {
  await libraryRow(page, 'Sources', 'Reading Room').click();
  const { from } = await ends(page, LINES[1].slice(0, 9));
  await page.mouse.click(from.x + 2, from.y);
  await expect(chips(page).filter({ hasText: /meeting|Causes/ })).toHaveText(['meeting', 'Causes']);
  await page.getByRole('button', { name: 'Remove tag meeting' }).click();
  await expect(chips(page).filter({ hasText: /meeting|Causes/ })).toHaveText(['Causes']);

  await chips(page).getByRole('button', { name: 'Add tag' }).click();
  const picker = page.getByRole('dialog', { name: 'Tag passage' });
  await page.keyboard.type('causes');
  await expect(picker.getByRole('option')).toHaveCount(2);
  await picker.getByRole('option', { name: 'Peace' }).click();
  await expect(chips(page).filter({ hasText: 'Causes' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove tag Causes' }).first().click();
  await expect(chips(page).filter({ hasText: 'Causes' })).toHaveCount(1);

  await app.stop();
  const { tags, kept } = await study.ask(async ({ call }) => ({
    tags: await call('tags.list', {}),
    kept: await call('highlights.get', { id: study.highlights[0]?.id ?? '' }),
  }));
  const parent = tags.find(({ id }) => id === kept.tagIds[0])?.parentId;
  expect(tags.find(({ id }) => id === parent)?.name).toBe('War');
});
