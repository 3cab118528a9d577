import { posix } from 'node:path';
import { type House, target } from './house.ts';

interface Zone {
  /** The other zones it may import. */
  readonly zones: readonly string[];
  /** The packages it may import; `x:*` and `x-*` stand for a family. */
  readonly packages: readonly string[];
  /** What a family above would let in and must not. */
  readonly never?: readonly string[];
}

const CORE = ['db', 'db/model', 'main/contract'];
const SHELL = ['main/app', 'main/contract', 'main/engine', 'main/host'];
/**
 * Doors beside an index.ts: the contract's parsers, which the core and scripts need and a window must never load; what makes
 * texts ready to be stored, for a process that must not load SQLite; the catalogues, from which the desktop shell takes the words of its menu.
 */
const SIDE_DOORS: Readonly<Record<string, readonly string[]>> = {
  'db/text-piece.ts': ['main/app'],
  'main/contract/methods.ts': ['main/app', 'main/cli'],
  'renderer/i18n/en.json': ['main/electron'],
  'renderer/i18n/nb.json': ['main/electron'],
};
const SOCKETS = ['node:http', 'node:https', 'node:http2', 'node:net', 'node:tls', 'node:dgram'];

/** Who may import what: the table of docs/architecture.md. A file belongs to the longest name its path begins with. */
export const ZONES: Readonly<Record<string, Zone>> = {
  'db/model': { zones: [], packages: ['prosemirror-model'] },
  db: { zones: ['db/model'], packages: ['node:*', 'better-sqlite3'], never: SOCKETS },
  'main/contract': { zones: ['db/model'], packages: ['zod'] },
  'main/interchange': {
    zones: CORE,
    packages: [
      'node:*',
      '@mozilla/readability',
      '@mozilla/readability/JSDOMParser.js',
      'citeproc',
      'docx',
      'fflate',
      'iconv-lite',
      'jschardet',
      'markdown-it',
      'papaparse',
      'parse5',
      'pdfjs-dist',
      'prosemirror-*',
      'saxes',
      'yauzl',
    ],
    never: SOCKETS,
  },
  'main/app': {
    zones: [...CORE, 'main/interchange'],
    packages: ['node:*', 'diff', 'prosemirror-*', 'zod'],
    never: SOCKETS,
  },
  'main/engine': { zones: [...CORE, 'main/app', 'main/host'], packages: ['node:*'], never: SOCKETS },
  'main/host': { zones: ['main/app', 'main/contract'], packages: ['node:*'], never: SOCKETS },
  'main/electron': { zones: SHELL, packages: ['electron', 'node:*'] },
  'main/loopback': { zones: SHELL, packages: ['node:*', 'ws'] },
  'main/cli': { zones: [...SHELL, 'main/loopback'], packages: ['node:*', 'zod'] },
  main: { zones: ['main/host', 'main/loopback'], packages: ['node:*'] },
  // What draws pages of strangers' files, in a frame of its own origin: nothing of the window is in it.
  'renderer/facsimile/frame': { zones: [], packages: ['pdfjs-dist'] },
  renderer: {
    zones: ['main/contract', 'renderer/facsimile/frame'],
    packages: [
      'react',
      'react-dom',
      'react-aria-components',
      'lucide-react',
      'intl-messageformat',
      'diff',
      'prosemirror-*',
    ],
  },
};

/** Every import that breaks the table or walks past a folder's door, as one sentence each. */
export function violations(house: House): string[] {
  const sentences: string[] = [];
  for (const [file, addresses] of house) {
    const name = zoneOf(file);
    const zone = ZONES[name];
    if (zone === undefined) {
      sentences.push(`${file} belongs to no zone`);
      continue;
    }
    for (const address of addresses) {
      const path = target(file, address);
      if (path === undefined) {
        if (!packageAllowed(zone, address)) sentences.push(`${file} may not import ${address}`);
        continue;
      }
      if (SIDE_DOORS[path]?.includes(name)) continue;
      const other = zoneOf(path);
      if (other !== name && !zone.zones.includes(other)) sentences.push(`${file} may not import ${path}`);
      const door = doorOf(house, file, path);
      if (door !== undefined && door !== path) sentences.push(`${file} imports ${path} past its door ${door}`);
    }
  }
  return sentences;
}

/** Files that import one another in a ring, each ring once, as the paths in order with the first repeated. */
export function rings(house: House): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const visit = (file: string): void => {
    const start = trail.indexOf(file);
    if (start >= 0) found.push([...trail.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    trail.push(file);
    for (const address of house.get(file) ?? []) {
      const path = target(file, address);
      if (path !== undefined && house.has(path)) visit(path);
    }
    trail.pop();
    done.add(file);
  };
  for (const file of house.keys()) visit(file);
  return found;
}

function zoneOf(path: string): string {
  const names = Object.keys(ZONES).filter((name) => path.startsWith(`${name}/`));
  return names.sort((a, b) => b.length - a.length)[0] ?? posix.dirname(path);
}

function packageAllowed(zone: Zone, address: string): boolean {
  const matches = (pattern: string) =>
    pattern.endsWith('*')
      ? address.startsWith(pattern.slice(0, -1))
      : address === pattern || address.startsWith(`${pattern}/`);
  return zone.packages.some(matches) && !(zone.never ?? []).some(matches);
}

/** The index.ts of the outermost folder, within the zone of `path`, that the import enters from outside. */
function doorOf(house: House, importer: string, path: string): string | undefined {
  const zone = zoneOf(path);
  const folders: string[] = [];
  for (let folder = posix.dirname(path); folder.startsWith(zone); folder = posix.dirname(folder))
    folders.unshift(folder);
  const entered = folders.filter((folder) => !importer.startsWith(`${folder}/`));
  return entered.map((folder) => `${folder}/index.ts`).find((index) => house.has(index));
}
