import { openNotebook, outlineItems } from '../../db/index.ts';
import type { Session } from '../../main/cli/session.ts';
import { actions, BEGUN, item, openOutline, rows, tree } from './support/outline.ts';
import { expect, LINES, type Study, saved, test } from './support/study.ts';

test.describe('a passage quoted twice', () => {
  test.use({
    prepare: {
      async run({ call }: Session, { highlights, outline }: Study) {
        const end = outline.tree.find(({ text }) => text === 'End');
        const refId = highlights[0]?.id ?? '';
        await call('outlines.add', { outlineId: outline.id, parentId: end?.id ?? null, kind: 'quotation', refId });
      },
    },
  });

  test('each says where the other is; a branch is shown alone, by key and breadcrumb, and Back leads out', async ({
    page,
  }) => {
    await openOutline(page);
    const [first, second] = [item(page, LINES[1]).first(), item(page, LINES[1]).last()];
    await expect(first).toContainText('also at 2');
    await second.getByText('also at 1').click();
    await expect(first).toBeFocused();

    const path = page.getByRole('navigation', { name: 'Where this is in the outline' });
    await item(page, 'End').focus();
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => rows(page)).toEqual([LINES[1]]);
    await expect(first).toBeFocused();
    await expect(path.getByRole('listitem')).toHaveText(['A talk', 'End']);
    await expect(path.getByRole('listitem').last()).toHaveAttribute('aria-current', 'location');

    // What is put in comes below; what is there cannot be moved out; the other place leads out.
    await actions(page).getByRole('button', { name: 'Heading', exact: true }).click();
    await expect(page.getByRole('textbox', { name: 'Heading text' })).toBeFocused();
    await page.keyboard.type('Within');
    await page.keyboard.press('Enter');
    await expect.poll(() => rows(page)).toEqual([LINES[1], '2.1 Within']);
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => rows(page)).toEqual([LINES[1], '2.1 Within']);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Nothing is below this item yet')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Zoom out one step' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(item(page, 'Within')).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'also at 1' }).click();
    await expect.poll(() => rows(page)).toEqual([...BEGUN, `- ${LINES[1]}`, '- 2.1 Within']);
    await expect(first).toBeFocused();

    await page.getByRole('main').press('Alt+ArrowLeft');
    await expect.poll(() => rows(page)).toEqual([LINES[1], '2.1 Within']);
    await path.getByRole('button', { name: 'A talk' }).click();
    await expect(item(page, 'End')).toBeFocused();
    await item(page, 'Within').focus();
    await page.keyboard.press('Control+Backspace');
    await expect.poll(() => rows(page)).toHaveLength(6);
    await expect(page.getByRole('navigation', { name: 'Where this is in the outline' })).toHaveCount(0);
  });
});

test.describe('a quotation whose highlight is in the trash', () => {
  test.use({
    prepare: {
      async run({ call }: Session, { highlights }: Study) {
        await call('highlights.remove', { id: highlights[0]?.id ?? '' });
      },
    },
  });

  test('is marked, keeps its words, and leads to its source', async ({ page }) => {
    await openOutline(page);
    const quotation = item(page, LINES[1]);
    await expect(quotation).toContainText('the highlight is in the trash or gone');
    await quotation.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('The highlight of this quotation is no longer there.')).toBeVisible();
  });
});

test.describe('a thousand items', () => {
  test.use({
    async study({ study }, use) {
      const notebook = openNotebook(study.path);
      // In one deed: a thousand of them would take longer than the rest of the test.
      notebook.write({ deed: 'add-outline-item', subject: '' }, (connection) => {
        for (let index = 0; index < 1000; index++) {
          const kind = index % 10 === 0 ? 'heading' : 'text';
          outlineItems.add(connection, { outlineId: study.outline.id, kind, text: `Item ${index}` });
        }
      });
      notebook.close();
      await use(study);
    },
  });

  test('only what is in sight is painted, and a move shows at once', async ({ page }) => {
    await openOutline(page);
    expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(80);
    await item(page, 'Beginning').focus();
    await page.keyboard.press('End');
    await expect(item(page, /Item 999/)).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await expect(item(page, /Item 999/)).toBeFocused();
    await expect(item(page, /Item 999/)).toHaveAttribute('aria-posinset', '1000');
    expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(80);
    await saved(page);
  });
});
