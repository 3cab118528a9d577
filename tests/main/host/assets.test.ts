import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerPage, attachment, findAsset, openSpool, securityHeaders } from '../../../main/host/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lectern-test-'));
const root = join(folder, 'renderer');

beforeAll(() => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.json'), '{}');
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets/index-1a2b.js'), '');
  writeFileSync(join(root, 'assets/strange.exe'), '');
  writeFileSync(join(root, '.hidden.json'), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/index.html', 'index.html', 'text/html; charset=utf-8'],
  ['/assets/index-1a2b.js', 'assets/index-1a2b.js', 'text/javascript; charset=utf-8'],
])('%s is served', async (pathname, path, mediaType) => {
  expect(await findAsset(root, pathname)).toEqual({ path: join(root, path), mediaType });
});

test.each([
  '/../secret.json',
  '/assets/../../secret.json',
  '/..%2fsecret.json',
  '/%2e%2e/secret.json',
  '/..\\secret.json',
  '//secret.json',
  '/.hidden.json',
  '/assets',
  '/assets/',
  '/assets/strange.exe',
  '/assets/missing.js',
  '/index.html\0.js',
  '/C:/secret.json',
  'index.html',
  '',
  '*',
])('%j is not', async (pathname) => {
  expect(await findAsset(root, pathname)).toBeUndefined();
});

test('the policy lets a window load from its own shell only', () => {
  const policy = securityHeaders(['ws://127.0.0.1:1'])['Content-Security-Policy'];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self' ws://127.0.0.1:1");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
});

test('the page that draws PDF pages has no origin, one program and no network, in whatever shell', async () => {
  const ask = (pathname: string) =>
    answerPage(
      { method: 'GET', pathname, query: new URLSearchParams(), body: Readable.from([]) },
      root,
      openSpool(join(folder, 'spool')),
    );
  writeFileSync(join(root, 'facsimile.html'), '<!doctype html>');
  expect((await ask('/facsimile.html')).status).toBe(404);
  writeFileSync(join(root, 'facsimile.hash'), 'HASH=');
  const { status, headers } = await ask('/facsimile.html');
  expect(status).toBe(200);
  const policy = headers['Content-Security-Policy']?.split('; ') ?? [];
  expect(policy).toEqual([
    'sandbox allow-scripts',
    "default-src 'none'",
    "script-src 'sha256-HASH=' 'wasm-unsafe-eval'",
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ]);
  // Every other page has the policy of the shell.
  expect((await ask('/')).headers).not.toHaveProperty('Content-Security-Policy');
  expect((await ask('/facsimile.hash')).status).toBe(404);
});

test('a download keeps its name in any script and no name breaks the header', () => {
  expect(attachment('Krig og «fred».md')).toBe(
    `attachment; filename="Krig og _fred_.md"; filename*=UTF-8''Krig%20og%20%C2%ABfred%C2%BB.md`,
  );
  expect(attachment('a"\r\nX: y.md')).not.toMatch(/[\r\n]/);
});

test.skipIf(process.platform === 'win32')('a link inside the bundle does not lead to a folder', async () => {
  symlinkSync(folder, join(root, 'out.json'));
  expect(await findAsset(root, '/out.json')).toBeUndefined();
});
