import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { USUAL_LIMITS } from '../../../db/model/index.ts';
import { processParsers } from '../../../main/app/index.ts';
import { programFiles } from '../../../main/host/index.ts';
import { hostileDocuments } from '../interchange/documents/hostile.ts';
import { textParts, zip } from '../interchange/documents/zip.ts';
import { startApp } from './desk.ts';

/** What a file made to harm may come to; anything else is a fault. */
const REFUSED = ['damaged-file', 'too-large', 'too-laborious', 'unsupported-format', 'empty-file', 'is-archive'];
/** A parser gets less than usual, so that whoever is careless with memory shows it. */
const PARSING = { heap: 512, memory: 1024, milliseconds: 60_000 };

test('of a batch of documents made to harm none crashes anything, calls anybody or writes anywhere, and all others come in', async () => {
  let calls = 0;
  const listener = createServer((socket) => {
    calls++;
    socket.destroy();
  });
  await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  const { port } = listener.address() as { port: number };
  // Whatever the parsing process writes by a relative or a temporary path lands here.
  const nest = mkdtempSync(join(tmpdir(), 'lectern-nest-'));
  const folder = join(nest, 'a', 'b', 'c');
  mkdirSync(folder, { recursive: true });
  const before = { temporary: process.env['TMPDIR'], working: process.cwd() };
  process.env['TMPDIR'] = folder;
  onTestFinished(() => {
    if (before.temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before.temporary;
    listener.close();
    rmSync(nest, { recursive: true });
  });

  const lost: string[] = [];
  const parsers = processParsers(programFiles().reading, (why) => void lost.push(why.message), PARSING);
  const app = await startApp({ parsers });
  const hostile = hostileDocuments(`http://127.0.0.1:${port}`);
  const batch = Object.entries(hostile).flatMap(([name, bytes], index) => [
    [name, bytes] as const,
    [`good ${index}.md`, Buffer.from(`# Good ${index}\n\nA line.`)] as const,
  ]);
  const files = await app.importFiles(Object.fromEntries(batch));
  const told = files.map(({ fileName, outcome, failure }) => [fileName, outcome, failure?.code ?? '']);
  for (const [name = '', outcome, code = ''] of told) {
    if (name.startsWith('good')) expect(outcome, name).toBe('imported');
    else if (outcome === 'failed') expect(REFUSED, name).toContain(code);
  }
  expect(told).toHaveLength(batch.length);

  for (const name of Object.keys(hostile).filter((each) => each.endsWith('.zip'))) {
    const unpacked = await app.call('imports.unpack', { upload: app.upload(name, hostile[name] ?? ''), name });
    for (const file of unpacked.files)
      if ('failure' in file) expect(REFUSED.concat('not-allowed')).toContain(file.failure.code);
  }

  // What was read of them says nothing of what they would have done.
  for (const { id, title, fileName } of await app.call('sources.list', {})) {
    // Markup in Markdown is characters like any other.
    if (fileName.endsWith('.md')) continue;
    const { text } = await app.call('sources.text', { id });
    expect(text, title).not.toMatch(/bombbomb|root:|fetch\(|<script/);
  }
  expect(calls).toBe(0);
  expect(
    readdirSync(nest, { recursive: true }).filter(
      (name) => !/^a(?:.b(?:.c(?:.lectern-app-.*)?)?)?$/.test(String(name)),
    ),
  ).toEqual([]);
  expect(await app.call('notebook.check', {})).toMatchObject({ ok: true });
  expect(lost.filter((why) => !why.includes('out of memory'))).toEqual([]);
  expect(app.logged).toEqual([]);
});

test('whoever dares sets other limits, which hold from the next file on; what cannot be is as usual', async () => {
  const parsers = processParsers(programFiles().reading, () => {});
  const { call, importFile, refused } = await startApp({ parsers });
  const large = zip(textParts({ '[Content_Types].xml': '<Types/>', 'word/document.xml': WORD }));
  const limits = { ...USUAL_LIMITS, unpacked: 16, expansion: 10 };
  expect((await call('preferences.get', {})).limits).toEqual(USUAL_LIMITS);
  expect((await call('preferences.set', { limits })).limits).toEqual(limits);
  expect(await importFile('large.docx', large)).toMatchObject({ outcome: 'failed', failure: { code: 'too-large' } });
  await call('preferences.set', { limits: { ...limits, unpacked: 64, expansion: 2000 } });
  expect(await importFile('large.docx', large)).toMatchObject({ outcome: 'imported' });
  for (const wrong of [{ minutes: 0 }, { memory: 1e9 }, { expansion: 1.5 }, { depth: 9999 }]) {
    expect(await refused('preferences.set', { limits: { ...limits, ...wrong } })).toMatchObject({ code: 'bad-input' });
  }
});

/** Ten megabytes of one paragraph, which pack five hundred times. */
const WORD = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${'a'.repeat(10 * 1024 * 1024)}</w:t></w:r></w:p></w:body></w:document>`;
