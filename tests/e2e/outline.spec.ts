import { actions, BEGUN, dropAt, item, openOutline, rows, tree } from './support/outline.ts';
import { expect, LINES, saved, test } from './support/study.ts';

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
