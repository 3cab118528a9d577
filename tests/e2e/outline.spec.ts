import type { Locator, Page } from '@playwright/test';
import { openNotebook, outlineItems } from '../../db/index.ts';
import type { Session } from '../../main/cli/session.ts';
import { axe } from './support/axe.ts';
import { expect, LINES, type Study, saved, test } from './support/study.ts';

const tree = (page: Page) => page.getByRole('tree', { name: 'Outline' });
const item = (page: Page, name: string | RegExp) => tree(page).getByRole('treeitem', { name });
const actions = (page: Page) => page.getByRole('toolbar', { name: 'Outline actions' });

async function openOutline(page: Page): Promise<void> {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('main').getByRole('button', { name: 'A talk' }).click();
  await expect(item(page, 'Beginning')).toBeVisible();
}

/** The shown rows, each as deep as it stands: `1 Beginning`, `- A word of mine`. */
async function rows(page: Page): Promise<string[]> {
  return tree(page)
    .getByRole('treeitem')
    .evaluateAll((elements) =>
      elements.map((element) => {
        const words = element.querySelector('.item-heading, .item-text, .item-quotation p')?.textContent ?? '';
        return `${'- '.repeat(Number(element.getAttribute('aria-level')) - 1)}${words}`;
      }),
    );
}

const BEGUN = ['1 Beginning', `- ${LINES[1]}`, '- A word of mine', '2 End'];

test('nothing is called saved while it is being written, and leaving is asked about', async ({ page, shell }) => {
  await openOutline(page);
  const state = page.getByRole('status', { name: 'Status' });
  await item(page, 'Beginning').focus();
  await page.keyboard.press('F2');
  await expect(state).toContainText('Saved');
  await page.keyboard.type('B');
  await expect(state).toContainText('Saving…');
  await page.keyboard.press('Escape');
  await expect(state).toContainText('Saved');

  const title = page.getByRole('textbox', { name: 'Outline title' });
  await title.fill('A talk on weather');
  await expect(state).toContainText('Saving…');
  await title.press('Enter');
  await saved(page);

  // A desktop window is not asked about: its shell waits for it to save.
  if (shell !== 'loopback') return;
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.reload();
  await openOutline(page);
  await expect(title).toHaveValue('A talk on weather');
  expect(asked).toEqual([]);
  await title.fill('Given up');
  await page.reload();
  expect(asked).toEqual(['beforeunload']);
});

test('by keyboard alone: write, edit, move, indent, collapse, take out and take that back', async ({
  page,
  app,
  study,
}) => {
  await openOutline(page);
  expect(await rows(page)).toEqual(BEGUN);
  await item(page, 'Beginning').focus();
  await page.keyboard.press('End');
  await expect(item(page, 'End')).toBeFocused();
  await page.keyboard.press('F2');
  await page.keyboard.type('The end');
  await page.keyboard.press('Enter');
  await expect(item(page, 'The end')).toBeFocused();

  await page.keyboard.press('a');
  await expect(item(page, 'A word of mine')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(() => rows(page)).toEqual(['1 Beginning', '- A word of mine', `- ${LINES[1]}`, '2 The end']);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => rows(page)).toEqual(['1 Beginning', `- ${LINES[1]}`, 'A word of mine', '2 The end']);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => rows(page)).toEqual(['1 Beginning', `- ${LINES[1]}`, '2 The end', '- A word of mine']);
  await expect(item(page, 'A word of mine')).toBeFocused();

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(item(page, 'Beginning')).toHaveAttribute('aria-expanded', 'false');
  await expect.poll(() => rows(page)).toEqual(['1 Beginning', '2 The end', '- A word of mine']);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Delete');
  await expect.poll(() => rows(page)).toEqual(['1 Beginning', '2 The end', '- A word of mine']);
  await expect(item(page, 'Beginning')).toBeFocused();
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect.poll(() => rows(page)).toEqual(['1 Beginning', `- ${LINES[1]}`, '2 The end', '- A word of mine']);

  // Tab leaves the tree, back and forth, and comes back to the chosen row.
  await item(page, 'Beginning').focus();
  await page.keyboard.press('Tab');
  await expect(tree(page).locator(':focus')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await expect(item(page, 'Beginning')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Home');
  await expect(actions(page).locator(':focus')).toHaveCount(1);
  await actions(page).getByRole('button', { name: 'Heading', exact: true }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Heading text' })).toBeFocused();
  await page.keyboard.type('Æresord');
  await page.keyboard.press('Enter');
  await expect(item(page, 'Æresord')).toBeFocused();
  await saved(page);

  await app.stop();
  const { tree: kept } = await study.ask(({ call }) => call('outlines.get', { id: study.outline.id }));
  expect(kept.map(({ text }) => text)).toContain('Æresord');
  expect(kept.find(({ text }) => text === 'A word of mine')?.parentId).toBe(
    kept.find(({ text }) => text === 'The end')?.id,
  );
});

test('by mouse: drag a passage in, drag an item, collapse, and find all of it again', async ({ page }) => {
  await openOutline(page);
  const unused = page.getByRole('list', { name: 'Unused passages' });
  await expect(unused.getByRole('listitem')).toHaveCount(3);
  await dropAt(page, unused.getByRole('button', { name: LINES[3] }), item(page, 'A word of mine'), 'below', 3);
  await expect.poll(() => rows(page)).toEqual([...BEGUN.slice(0, 3), `- ${LINES[3]}`, '2 End']);
  await expect(unused.getByRole('listitem')).toHaveCount(2);

  await dropAt(page, item(page, 'A word of mine'), item(page, 'Beginning'), 'above', 0);
  await expect
    .poll(() => rows(page))
    .toEqual(['A word of mine', '1 Beginning', `- ${LINES[1]}`, `- ${LINES[3]}`, '2 End']);
  await saved(page);

  await item(page, 'End').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await expect
    .poll(() => rows(page))
    .toEqual(['A word of mine', '1 End', '2 Beginning', `- ${LINES[1]}`, `- ${LINES[3]}`]);
  await actions(page).getByRole('button', { name: 'Number' }).click();
  await expect.poll(() => rows(page)).toEqual(['A word of mine', 'End', 'Beginning', `- ${LINES[1]}`, `- ${LINES[3]}`]);
  await actions(page).getByRole('button', { name: 'Collapse' }).click();
  await expect.poll(() => rows(page)).toEqual(['A word of mine', 'End', 'Beginning']);

  await page.reload();
  await openOutline(page);
  await expect.poll(() => rows(page)).toEqual(['A word of mine', 'End', 'Beginning']);
});

test('several at once: marked by key and by mouse, moved, dragged and taken out as one deed each', async ({ page }) => {
  await openOutline(page);
  await expect(tree(page)).toHaveAttribute('aria-multiselectable', 'true');
  const marked = () =>
    tree(page)
      .getByRole('treeitem', { selected: true })
      .evaluateAll((elements) => elements.map((element) => element.getAttribute('aria-posinset')));
  await item(page, LINES[1]).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(item(page, 'A word of mine')).toBeFocused();
  await expect.poll(marked).toEqual(['1', '2']);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => rows(page)).toEqual(['1 Beginning', LINES[1], 'A word of mine', '2 End']);
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => rows(page)).toEqual(BEGUN);

  // A heading and what stands below it go as one; the mouse marks and drags.
  await item(page, 'Beginning').click();
  await item(page, 'A word of mine').click({ modifiers: ['Shift'] });
  await expect.poll(marked).toEqual(['1', '1', '2']);
  await item(page, LINES[1]).click({ modifiers: ['ControlOrMeta'] });
  await expect.poll(marked).toEqual(['1', '2']);
  await dropAt(page, item(page, 'A word of mine'), item(page, 'End'), 'below', 0);
  await expect.poll(() => rows(page)).toEqual(['1 End', '2 Beginning', `- ${LINES[1]}`, '- A word of mine']);

  await item(page, 'End').click();
  await item(page, LINES[1]).click({ modifiers: ['ControlOrMeta'] });
  await item(page, LINES[1]).click({ button: 'right' });
  const menu = page.getByRole('menu', { name: 'Actions for 2 items' });
  await expect(menu.getByRole('menuitem')).toHaveText([
    /Move up/,
    /Move down/,
    /Indent/,
    /Outdent/,
    /Copy/,
    /Take out/,
  ]);
  await menu.getByRole('menuitem', { name: 'Take out' }).click();
  await expect.poll(() => rows(page)).toEqual(['1 Beginning', '- A word of mine']);
  await page.getByText('Taken out: 2 items').waitFor();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => rows(page)).toEqual(['1 End', '2 Beginning', `- ${LINES[1]}`, '- A word of mine']);

  await item(page, 'End').focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Item' }).click();
  await expect(page.getByText('2 items chosen, with 2 below')).toBeVisible();
  await item(page, 'End').press('Escape');
  await expect.poll(marked).toEqual(['1']);
});

test('read as text, preview, and jump from a quotation to its passage', async ({ page }) => {
  await openOutline(page);
  await actions(page).getByRole('button', { name: 'Read as text' }).click();
  const reading = page.getByRole('article', { name: 'Outline as text' });
  await expect(reading.getByRole('heading', { name: '1 Beginning' })).toBeVisible();
  await expect(reading).toContainText(`${LINES[1]}Reading Room, ¶ 2`);
  await actions(page).getByRole('button', { name: 'Read as text' }).click();

  await actions(page).getByRole('button', { name: 'Preview' }).click();
  const dialog = page.getByRole('dialog', { name: 'Preview of “A talk”' });
  await expect(dialog).toContainText('1 quotation, all with their source');
  const preview = dialog.frameLocator('iframe');
  await expect(preview.locator('blockquote').first()).toContainText(LINES[1]);
  await page.keyboard.press('Escape');

  await item(page, LINES[1]).dblclick();
  await expect(page.getByRole('document', { name: 'Source text' })).toContainText(LINES[1]);
});

test('an outline is made of pasted Markdown and of an OPML file, and what was left out is said', async ({ page }) => {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('main').getByRole('button', { name: 'Import outline…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import outline' });
  const text = dialog.getByRole('textbox', { name: 'Outline as text' });
  await expect(text).toBeFocused();
  await text.fill('<feed/>');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog).toContainText('The file is damaged');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await text.fill('# Plan\n\n## One\n\nText ![p](p.png)\n\n## Two\n');
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect.poll(() => rows(page)).toEqual(['1 One', '- Text p', '2 Two']);
  const said = page.getByRole('alert').filter({ hasText: '“Plan” is imported: 3 items. 1 picture was left out.' });
  await expect(said).toBeVisible();
  await said.getByRole('button').click();

  const name = 'ærlig.opml';
  const buffer = Buffer.from(
    '<opml><body><outline text="Første" _note="Kort"><outline text="Under"/></outline></body></opml>',
  );
  await page.getByLabel('Choose files to import').setInputFiles({ name, mimeType: 'text/x-opml', buffer });
  await expect.poll(() => rows(page)).toEqual(['1 Første', '- Under']);
  await expect(page.getByRole('textbox', { name: 'Outline title' })).toHaveValue('ærlig');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('The outline cannot be opened')).toBeVisible();
});

test('the panel: filter unused passages, add with Enter, add a note, edit the chosen item', async ({ page }) => {
  await openOutline(page);
  await item(page, 'A word of mine').click();
  const panel = page.getByRole('complementary', { name: 'Inspector' });
  await panel.getByRole('button', { name: /Tag/ }).click();
  await page.getByRole('option', { name: 'place' }).click();
  await expect(panel.getByText('2 of 2 passages')).toBeVisible();
  await panel.getByRole('button', { name: LINES[2] }).press('Enter');
  await expect.poll(() => rows(page)).toEqual([...BEGUN.slice(0, 3), `- ${LINES[2]}`, '2 End']);

  await panel.getByRole('tab', { name: 'Notes' }).click();
  await panel.getByRole('button', { name: 'Who was there' }).press('Enter');
  await expect.poll(() => rows(page)).toEqual([...BEGUN.slice(0, 3), `- ${LINES[2]}`, '- Who was there', '2 End']);

  await item(page, 'A word of mine').click();
  await panel.getByRole('tab', { name: 'Item' }).click();
  await panel.getByRole('textbox', { name: 'Text of the item' }).fill('Another word');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(item(page, 'Another word')).toBeVisible();
  await panel.getByRole('button', { name: 'Outdent' }).click();
  await expect.poll(() => rows(page)).toContain('Another word');

  // A quotation is copied with its source, by key here and by the button of a passage there.
  await item(page, LINES[1]).focus();
  await page.keyboard.press('Control+c');
  await expect(page.getByText(`Copied with its source: “${LINES[1].slice(0, 20)}`)).toBeVisible();
  await panel.getByRole('tab', { name: 'Unused passages' }).click();
  await panel.getByRole('button', { name: 'Copy with citation' }).first().click();
  await expect(page.getByText(/Copied with its source: “/)).toHaveCount(2);
  await panel.getByRole('tab', { name: 'Item' }).click();

  // What a heading is about, how far it is, and how long it is to become.
  await item(page, 'Beginning').click();
  const gist = panel.getByRole('textbox', { name: 'Gist in one line' });
  await gist.fill('Who met, and where');
  await gist.press('Enter');
  await expect(item(page, 'Beginning')).toContainText('Who met, and where');
  await panel.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('option', { name: 'Done' }).click();
  await expect(item(page, 'Beginning')).toContainText('Done');
  const target = panel.getByRole('textbox', { name: 'Word target' });
  await target.fill('many');
  await expect(panel.getByText('A whole number of words, or nothing.')).toBeVisible();
  await target.fill('1 200');
  await target.press('Enter');
  await expect(item(page, 'Beginning')).toContainText('of 1,200 words');
  await expect(page.locator('.outline-meta')).toContainText('1 of 1 done');
  await saved(page);
});

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

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the outline, ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await openOutline(page);
    await item(page, LINES[1]).click();
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.getByRole('complementary', { name: 'Inspector' }).getByRole('tab', { name: 'Item' }).click();
    await item(page, 'End').focus();
    await page.keyboard.press('F2');
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.keyboard.press('Escape');
    await actions(page).getByRole('button', { name: 'Read as text' }).click();
    expect((await axe(page).analyze()).violations).toEqual([]);
  });
}

/** Drags as a hand does: press, move in steps, let go at the upper or lower edge of a row, as deep as wanted. */
async function dropAt(page: Page, what: Locator, row: Locator, edge: 'above' | 'below', depth: number): Promise<void> {
  const from = await what.boundingBox();
  const to = await row.boundingBox();
  const left = await tree(page).boundingBox();
  if (!from || !to || !left) throw new Error('both ends of a drag must be in sight');
  await page.mouse.move(from.x + 30, from.y + 12);
  await page.mouse.down();
  const x = left.x + 14 + depth * 26;
  const y = edge === 'above' ? to.y + 3 : to.y + to.height - 3;
  await page.mouse.move(x, y + 1, { steps: 6 });
  await page.mouse.move(x, y, { steps: 2 });
  await page.mouse.up();
}
