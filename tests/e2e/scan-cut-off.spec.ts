import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { libraryRow } from './support/app.ts';
import { expect, type Preparation, saved, test } from './support/study.ts';

/** Lines that name him: more than are handed over at once. */
const NAMED = 12_000;

const prepare: Preparation = {
  async run({ call }, { path }) {
    const upload = join(dirname(path), 'long.txt');
    writeFileSync(upload, Array.from({ length: NAMED }, (_, at) => `Koba said ${at}.`).join('\n'));
    await call('sources.import', { files: [{ upload, name: 'long.txt' }] });
    await call('entities.create', { type: 'person', name: 'Koba' });
  },
};

test.use({ prepare });
test.skip(process.platform !== 'linux', 'The engine’s process is found in /proc, which only Linux has.');

test('a search whose engine is killed leaves nothing and is made again; what it hands over in two parts is accepted in two', async ({
  page,
  app,
  study,
}) => {
  await expect(libraryRow(page, 'Sources', 'long')).toBeVisible();
  let isKilled = false;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (isKilled || !String(payload).includes('"progress"')) return;
      isKilled = true;
      void app.killEngine();
    }),
  );
  await page.reload();
  await expect(libraryRow(page, 'Sources', 'long')).toBeVisible();
  await page.keyboard.press('Control+Shift+m');
  await expect(page.getByText('The notebook had stopped and was opened again.').first()).toBeVisible();
  await expect(page.getByRole('heading', { name: '10,000 unlinked mentions' })).toBeVisible();

  await page.getByRole('button', { name: 'Accept all', exact: true }).click();
  await expect(page.getByRole('heading', { name: '2,000 unlinked mentions' })).toBeVisible();
  await page.getByRole('button', { name: 'Accept all', exact: true }).click();
  await expect(page.getByText('Every mention found is linked.')).toBeVisible();
  await saved(page);
  await app.release();
  const [linked, history] = await study.ask(
    async ({ call }) => [await call('mentions.list', {}), await call('history.list', { limit: 3 })] as const,
  );
  expect(linked).toHaveLength(NAMED);
  expect(history.map(({ deed }) => deed)).toEqual(['accept-mentions', 'accept-mentions', 'create-entity']);
});
