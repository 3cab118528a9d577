import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** The files of the house by their path from its root (with `/`), each with the addresses it imports as written. */
export type House = ReadonlyMap<string, readonly string[]>;

/** Reads every TypeScript file under the given folders of `root`. */
export function readHouse(root: string, folders: readonly string[]): House {
  const house = new Map<string, readonly string[]>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      house.set(relative(root, path).split(sep).join('/'), importsOf(entry.name, readFileSync(path, 'utf8')));
    }
  }
  return house;
}

/** The addresses a file imports or re-exports from, types included: a type across a wall is a dependency too. */
export function importsOf(name: string, code: string): string[] {
  const { staticImports, staticExports } = parseSync(name, code).module;
  const reExports = staticExports.flatMap((statement) => statement.entries.map((entry) => entry.moduleRequest?.value));
  const calls = [...code.matchAll(/\bimport\(\s*(['"])([^'"]+)\1/g)].map((match) => match[2]);
  const addresses = [...staticImports.map((statement) => statement.moduleRequest.value), ...reExports, ...calls];
  return [...new Set(addresses.filter((address) => address !== undefined))];
}

/** The file a relative address points at, or undefined for a package. */
export function target(importer: string, address: string): string | undefined {
  return address.startsWith('.') ? posix.join(posix.dirname(importer), address) : undefined;
}
