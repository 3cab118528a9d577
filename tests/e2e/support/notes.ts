import { expect, type Page } from '@playwright/test';

/** Parts of the view of notes, by their names. */
export const text = (page: Page) => page.getByRole('textbox', { name: 'Note text' });
export const title = (page: Page) => page.getByRole('textbox', { name: 'Note title' });
export const formatting = (page: Page) => page.getByRole('toolbar', { name: 'Formatting' });

export async function goToNotes(page: Page): Promise<void> {
  await page.getByRole('tablist', { name: 'Views' }).getByRole('tab', { name: 'Notes' }).click();
}

export async function openNote(page: Page, name: string): Promise<void> {
  await goToNotes(page);
  await page.getByRole('main').getByRole('button', { name }).click();
  await expect(title(page)).toHaveValue(name);
}

/** Chooses what is done with the note as a whole. */
export async function chooseMore(page: Page, name: string): Promise<void> {
  await formatting(page).getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}
