import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openNotebook } from '../../../db/index.ts';
import { openHandle } from '../../../db/sqlite/handle.ts';
import { parseHere, threadTending } from '../../../main/app/index.ts';
import { rereading } from '../../../main/app/tending/tending.ts';
import { readSource } from '../../../main/interchange/index.ts';
import { testFolder } from '../../db/support/folder.ts';
import { fullNotebook, overwritePage, pagesOf } from '../../db/support/full-notebook.ts';

const THREAD = resolve(import.meta.dirname, '../../../main/app/tending/thread.ts');
const tending = threadTending(THREAD, parseHere);

test('one thread looks at one copy after the other, whatever it finds', async () => {
  const whole = fullNotebook(testFolder());
  const damaged = fullNotebook(testFolder());
  overwritePage(damaged, pagesOf(damaged, 'tags').root);
  const flawed = fullNotebook(testFolder());
  const handle = openHandle(flawed, false);
  handle.exec(
    'UPDATE blocks SET text = upper(text) WHERE id = (SELECT id FROM blocks WHERE text <> upper(text) LIMIT 1)',
  );
  handle.close();
  const found = await tending.verifying(async (verify) => {
    await expect(verify(damaged, 'structure')).rejects.toMatchObject({ code: 'notebook-damaged' });
    return [await verify(whole, 'structure'), await verify(whole, 'texts'), await verify(flawed, 'texts')];
  });
  expect(found).toMatchObject([[], [], [expect.stringMatching(/is not what was imported\.$/)]]);
});

test('a thread that cannot be started, or ends, lets nobody wait', async () => {
  const nothing = threadTending(`${THREAD}.missing`, parseHere);
  await expect(nothing.verifying((verify) => verify('/x', 'structure'))).rejects.toThrow('missing');
  const ending = join(testFolder(), 'ending.mjs');
  writeFileSync(ending, 'process.exit(3);');
  await expect(threadTending(ending, parseHere).verifying((verify) => verify('/x', 'structure'))).rejects.toThrow(
    'ended without an answer',
  );
});

test('a page of which the article was taken is read anew as that article', async () => {
  const page = `<nav>Menu</nav><article>${'<p>The keeper counted the ships, and wrote their names into the book.</p>'.repeat(12)}</article>`;
  const bytes = new TextEncoder().encode(page);
  const { blocks } = await readSource(bytes, 'a.html', { page: 'article' });
  const reread = rereading(parseHere, () => false);
  const as = { encoding: 'utf-8', remarks: [{ code: 'article-only' as const }] };
  expect(await reread(bytes, 'a.html', as)).toEqual(blocks);
  expect(await reread(bytes, 'a.html', { ...as, remarks: [] })).toHaveLength(blocks.length + 1);
});

test('what can be saved is saved in a thread, originals are read anew outside of it, and giving up leaves nothing', async () => {
  const path = fullNotebook(testFolder());
  const { leaves } = pagesOf(path, 'blocks');
  overwritePage(path, leaves[Math.floor(leaves.length / 2)] ?? 0);
  const target = join(dirname(path), 'saved.lectern');
  const report = await tending.salvage(path, target, () => false);
  expect(report.texts.map(({ state }) => state)).toContain('restored');
  const saved = openNotebook(target);
  expect(saved.check().defects).toEqual([]);
  saved.close();
  const other = join(dirname(path), 'other.lectern');
  await expect(tending.salvage(path, other, () => true)).rejects.toMatchObject({ code: 'cancelled' });
  expect(existsSync(other)).toBe(false);
  expect(readdirSync(dirname(path)).sort()).toEqual(['saved.lectern', 'war.lectern']);
});
