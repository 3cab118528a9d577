import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { importsOf, readHouse } from './architecture/house.ts';

const root = resolve(import.meta.dirname, '..');
const manifest: Record<string, Record<string, string>> = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
const declared = [...Object.keys(manifest['dependencies'] ?? {}), ...Object.keys(manifest['devDependencies'] ?? {})];

/** Used without being imported: as a program, or as the types of another package. */
const PROGRAMS = ['@biomejs/biome', 'node', 'typescript'];

test('every package is used, and every package used is declared', () => {
  const house = readHouse(root, ['db', 'main', 'renderer', 'tests', 'bench', '.ci']);
  const configs = readdirSync(root).filter((name) => name.endsWith('.config.ts'));
  const addresses = [
    ...[...house.values()].flat(),
    ...configs.flatMap((name) => importsOf(name, readFileSync(`${root}/${name}`, 'utf8'))),
  ];
  const imported = new Set(addresses.map(packageName).filter((name) => name !== undefined));
  const typed = (name: string) => imported.has(name.replace('@types/', '')) || name === '@types/node';

  expect([...imported].filter((name) => !declared.includes(name)).sort()).toEqual([]);
  const unused = declared.filter((name) => !imported.has(name) && !PROGRAMS.includes(name));
  expect(unused.filter((name) => !(name.startsWith('@types/') && typed(name)))).toEqual([]);
});

test('every version is exact', () => {
  const versions = { ...manifest['dependencies'], ...manifest['devDependencies'] };
  expect(Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

/** The package an address belongs to; undefined for files, Node's own modules and the bundler's. */
function packageName(address: string): string | undefined {
  if (address.startsWith('.') || address.startsWith('node:') || address.startsWith('virtual:')) return undefined;
  return address
    .split('/')
    .slice(0, address.startsWith('@') ? 2 : 1)
    .join('/');
}
