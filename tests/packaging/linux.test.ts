import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { extractAll, listPackage } from '@electron/asar';
import { build } from 'electron-builder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EngineProcess, forkEngine } from '../../main/engine/index.ts';
import { programFiles, userPlaces } from '../../main/host/index.ts';
import { makeStandInElectron, readFuses } from './stand-in.ts';

const root = resolve(import.meta.dirname, '../..');
const target = `${process.platform}-${process.arch}`;
let folder: string;
let packed: string;
let archive: string;
let listing: string[];
/** The archive and what lies beside it as one folder, for a Node that does not know archives. */
let layout: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lectern-packaging-'));
  execFileSync('node', ['.ci/build.ts'], { cwd: root });
  await build({
    linux: ['dir'],
    projectDir: root,
    config: {
      extends: 'electron-builder.yml',
      electronDist: makeStandInElectron(join(folder, 'electron'), root),
      directories: { output: join(folder, 'dist') },
    },
  });
  packed = join(folder, 'dist', readdirSync(join(folder, 'dist')).find((name) => name.endsWith('-unpacked')) ?? '');
  archive = join(packed, 'resources/app.asar');
  layout = join(folder, 'layout');
  extractAll(archive, layout);
  listing = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the archive holds the bundles, the manifest and the one native package, and nothing else', () => {
  const tops = new Set(listing.map((path) => path.split('/').slice(1, 3).join('/')));
  expect([...tops].sort()).toEqual([
    'build',
    'build/cli.mjs',
    'build/engine.cjs',
    'build/licenses',
    'build/main.cjs',
    'build/parts',
    'build/preload.cjs',
    'build/reading.cjs',
    'build/renderer',
    'build/tending.cjs',
    'node_modules',
    'node_modules/better-sqlite3',
    'package.json',
    'resources',
    'resources/sample.lectern',
  ]);
});

test('the archive holds no sources, tests or maps', () => {
  expect(listing.filter((path) => /\.(tsx?|map|c|cpp|h|gyp)$|\/tests?\//.test(path))).toEqual([]);
});

test('the native module lies outside the archive, for this target only', () => {
  expect(listing.filter((path) => path.endsWith('.node'))).toEqual([
    `/node_modules/better-sqlite3/prebuilds/${target}.node`,
  ]);
  const unpacked = join(packed, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
  expect(readdirSync(unpacked)).toEqual([`${target}.node`]);
});

test('only the languages Lectern speaks are packed, and its fuses are set', () => {
  expect(readdirSync(join(packed, 'locales')).sort()).toEqual(['en-US.pak', 'nb.pak']);
  // Run as Node for the command line; cookies encrypted; no NODE_OPTIONS, no inspector; integrity checked, only from
  // the archive; no snapshot of its own; no special rights for file: addresses.
  expect(readFuses(join(packed, 'lectern-window'))).toBe('11001100');
});

test('a window begins without the editor and the dialogs, with one byte a letter; a command without the parsers', () => {
  const assets = join(layout, 'build/renderer/assets');
  const programs = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const read = (name: string) => readFileSync(join(assets, name), 'utf8');
  expect(programs.filter((name) => /[^\0-\x7f]/.test(read(name)))).toEqual([]);
  const [first = ''] = programs.filter((name) => name.startsWith('index-'));
  const begins = reachable(assets, first);
  expect(begins.filter((name) => /^(editor|one-dialog|outline-view|entities-view)-/.test(name))).toEqual([]);
  expect(programs.filter((name) => name.startsWith('editor-'))).toHaveLength(1);

  const parts = join(layout, 'build/parts');
  const [serve = ''] = readdirSync(parts).filter((name) => /^serve-.*\.mjs$/.test(name));
  expect(reachable(parts, serve).join(' ')).not.toMatch(/session-|read-|pdf/);
});

/** A module and all that is loaded with it, by their names in its folder. */
function reachable(files: string, first: string): string[] {
  const seen = new Set([first]);
  for (const name of seen) {
    const code = readFileSync(join(files, name), 'utf8');
    for (const [, other = ''] of code.matchAll(/\b(?:from|import)\s*["']\.\/([^"']+)["']/g)) seen.add(other);
  }
  return [...seen];
}

test('the packed engine opens a notebook and the sample that came with it', async () => {
  const program = programFiles(join(layout, 'build/main.cjs'));
  const places = userPlaces({ platform: 'linux', env: {}, home: join(folder, 'home'), resources: program.resources });
  const unheard: unknown[] = [];
  const engine = new EngineProcess({
    spawn: () =>
      forkEngine(program.engine, {
        spool: join(folder, 'spool'),
        reading: program.reading,
        tending: program.tending,
        places,
      }),
    clock: Date.now,
    wait: (milliseconds) => wait(milliseconds),
    log: { error: (...fault) => unheard.push(fault) },
  });
  const path = join(folder, 'engine.lectern');
  expect(await engine.handle('notebook.create', { path })).toMatchObject({ output: { open: true, path } });
  expect(await engine.handle('notebook.openSample', {})).toMatchObject({ output: { open: true } });
  await engine.close();
  expect(await engine.handle('notebook.status', {})).toMatchObject({ failure: { code: 'engine-lost' } });
  expect(unheard).toEqual([]);
});

test('the packed command line makes and reads a notebook', () => {
  const notebook = join(folder, 'packed.lectern');
  const lectern = (...args: string[]) =>
    execFileSync('node', [join(layout, 'build/cli.mjs'), ...args], { cwd: folder, encoding: 'utf8' });
  lectern('create', notebook);
  expect(existsSync(notebook)).toBe(true);
  expect(JSON.parse(lectern('list', notebook, 'sources', '--json'))).toEqual([]);
});
