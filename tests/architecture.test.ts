import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, readHouse } from './architecture/house.ts';
import { rings, violations } from './architecture/rules.ts';

const house = readHouse(resolve(import.meta.dirname, '..'), ['db', 'main', 'renderer']);

test('every import keeps to the table and uses the doors', () => {
  expect(violations(house)).toEqual([]);
});

test('no files import one another in a ring', () => {
  expect(rings(house)).toEqual([]);
});

describe('each rule fires on a planted violation', () => {
  const planted: readonly (readonly [file: string, code: string, sentence: string])[] = [
    ['db/model/planted.ts', `import { readFileSync } from 'node:fs';`, 'db/model/planted.ts may not import node:fs'],
    ['db/model/planted.ts', `import '../planted.ts';`, 'db/model/planted.ts may not import db/planted.ts'],
    ['db/planted.ts', `import { z } from 'zod';`, 'db/planted.ts may not import zod'],
    ['db/planted.ts', `import '../main/app/index.ts';`, 'db/planted.ts may not import main/app/index.ts'],
    [
      'db/planted.ts',
      `import type { Colour } from './model/colour.ts';`,
      'db/planted.ts imports db/model/colour.ts past its door db/model/index.ts',
    ],
    ['main/contract/planted.ts', `import 'node:path';`, 'main/contract/planted.ts may not import node:path'],
    [
      'main/contract/planted.ts',
      `export * from '../../db/index.ts';`,
      'main/contract/planted.ts may not import db/index.ts',
    ],
    ['main/app/planted.ts', `import { app } from 'electron';`, 'main/app/planted.ts may not import electron'],
    [
      'main/app/planted.ts',
      `import { createServer } from 'node:http';`,
      'main/app/planted.ts may not import node:http',
    ],
    ['main/app/planted.ts', `await import('../cli/main.ts');`, 'main/app/planted.ts may not import main/cli/main.ts'],
    ['main/interchange/planted.ts', `import 'react';`, 'main/interchange/planted.ts may not import react'],
    ['main/engine/planted.ts', `import 'better-sqlite3';`, 'main/engine/planted.ts may not import better-sqlite3'],
    ['main/electron/planted.ts', `import '../../db/index.ts';`, 'main/electron/planted.ts may not import db/index.ts'],
    ['main/host/planted.ts', `import 'node:net';`, 'main/host/planted.ts may not import node:net'],
    [
      'main/electron/planted.ts',
      `import '../../renderer/i18n/index.ts';`,
      'main/electron/planted.ts may not import renderer/i18n/index.ts',
    ],
    [
      'main/loopback/planted.ts',
      `import { METHODS } from '../contract/methods.ts';`,
      'main/loopback/planted.ts imports main/contract/methods.ts past its door main/contract/index.ts',
    ],
    ['main/loopback/planted.ts', `import 'electron/main';`, 'main/loopback/planted.ts may not import electron/main'],
    [
      'main/cli/planted.ts',
      `import '../electron/main.ts';`,
      'main/cli/planted.ts may not import main/electron/main.ts',
    ],
    ['main/planted.ts', `import './app/index.ts';`, 'main/planted.ts may not import main/app/index.ts'],
    ['renderer/planted.ts', `import 'node:fs';`, 'renderer/planted.ts may not import node:fs'],
    ['renderer/planted.ts', `import '../db/model/index.ts';`, 'renderer/planted.ts may not import db/model/index.ts'],
    [
      'renderer/planted.ts',
      `type T = import('../main/contract/methods.ts').Methods;`,
      'renderer/planted.ts imports main/contract/methods.ts past its door main/contract/index.ts',
    ],
  ];

  test.each(planted)('%s: %s', (file, code, sentence) => {
    expect(violations(new Map([...house, [file, importsOf(file, code)]]))).toContain(sentence);
  });

  test('a file outside every zone', () => {
    expect(violations(new Map([['planted/planted.ts', []]]))).toEqual(['planted/planted.ts belongs to no zone']);
  });

  test('a ring of three', () => {
    const ring = new Map([
      ['db/a.ts', ['./b.ts']],
      ['db/b.ts', ['./c.ts', 'node:fs']],
      ['db/c.ts', ['./a.ts']],
    ]);
    expect(rings(ring)).toEqual([['db/a.ts', 'db/b.ts', 'db/c.ts', 'db/a.ts']]);
  });
});
