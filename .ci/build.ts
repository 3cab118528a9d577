import { rmSync } from 'node:fs';
import { extname, join, relative, resolve } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import { buildFacsimile } from './facsimile.ts';
import { plainLetters } from './plain-letters.ts';

const root = resolve(import.meta.dirname, '..');
const output = resolve(root, process.env.LECTERN_BUILD_DIR ?? 'build');

/** Packages that stay outside the bundles: a native module, and what Electron itself provides. */
const external = ['better-sqlite3', 'electron'];

const common = {
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
} satisfies InlineConfig;

/**
 * Says which files do nothing until something of theirs is called: ours, but for those given (paths from the root), with which programs
 * begin or which bring style sheets in their order. A door leads to more than whoever enters wants.
 */
function pureBut(others: readonly string[]) {
  const paths = others.map((path) => join(root, path));
  const isOurs = /^(?:db|main|renderer)\/.*\.tsx?$/;
  return (id: string) => paths.includes(id) || !isOurs.test(relative(root, id).replaceAll('\\', '/'));
}

/** A build of Node programs: everything they import is bundled except `external`. */
function program(entries: Record<string, string>, format: 'cjs' | 'esm', extension: string): InlineConfig {
  return {
    ...common,
    ssr: { noExternal: true, external, target: 'node' },
    build: {
      outDir: output,
      emptyOutDir: false,
      ssr: true,
      license: { fileName: `licenses/${Object.keys(entries)[0]}.md` },
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: entries,
        external,
        // Otherwise a command loads all that lies behind the doors on its way, parsers and all.
        treeshake: { moduleSideEffects: pureBut(Object.values(entries)) },
        output: {
          format,
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `parts/[name]-[hash].${extension}`,
          // Every program begins with it, so none of it may lie in a chunk together with the core.
          codeSplitting: { groups: [{ name: 'host', test: /\/main\/host\// }] },
        },
      },
    },
  };
}

/**
 * The widget library brings its words in more than thirty languages, a twelfth of the window's program. Those of languages Lectern does not
 * speak become the English ones.
 */
const spokenLanguages: Plugin = {
  name: 'spoken-languages',
  enforce: 'pre',
  load(id) {
    const [, language] = /\/react-(?:aria|stately)\/dist\/private\/intl\/.*\/([a-z]{2}-[A-Z]{2})\.\w+$/.exec(id) ?? [];
    if (language === undefined || language === 'en-US' || language === 'nb-NO') return null;
    return `export { default } from ${JSON.stringify(`./en-US${extname(id)}`)};`;
  },
};

/** Files of the widget library that `steadyRows` has changed. */
const madeSteady = new Set<string>();

/**
 * The widget library draws every row of a tree anew whenever the hand goes from the mouse to the keyboard or back, to tell a screen reader how
 * rows are dragged and chosen: who selects words with the one and marks them with the other would wait for all of the Library. Here a
 * row says what holds when it is drawn, which it is when it comes into focus.
 */
const steadyRows: Plugin = {
  name: 'steady-rows',
  enforce: 'pre',
  buildEnd(error) {
    if (!error && madeSteady.size !== 2)
      throw new Error('react-aria asks elsewhere whether mouse or keyboard is used.');
  },
  transform(code, id) {
    if (!/\/react-aria\/dist\/private\/(?:dnd\/utils|grid\/useHighlightSelectionDescription)\.\w+$/.test(id))
      return null;
    const steady = code.replace('useInteractionModality as ', 'getInteractionModality as ');
    if (steady === code) throw new Error(`${id} asks in another way whether mouse or keyboard is used.`);
    madeSteady.add(id);
    return { code: steady, map: null };
  },
};

/** What comes with the first note or form with a text of several paragraphs. */
const EDITOR =
  /\/node_modules\/(?:prosemirror-|orderedmap|rope-sequence|w3c-keyname)|\/renderer\/notes\/|\/db\/model\/document\//;

const window: InlineConfig = {
  ...common,
  plugins: [spokenLanguages, steadyRows, plainLetters],
  root: join(root, 'renderer'),
  // Relative addresses, because the same files are served by the Electron scheme and by the loopback shell.
  base: './',
  build: {
    outDir: join(output, 'renderer'),
    emptyOutDir: true,
    license: { fileName: 'licenses.md' },
    target: 'esnext',
    sourcemap: true,
    // Parts of the program are fetched when they are needed; from the same machine there is no time to be won by asking sooner.
    modulePreload: false,
    // One sheet, so that no rule comes later than those it must not outrank.
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4096,
    rolldownOptions: {
      input: join(root, 'renderer/index.html'),
      treeshake: { moduleSideEffects: pureBut(['renderer/boot.tsx', 'renderer/ui/index.ts']) },
      output: {
        codeSplitting: {
          groups: [
            { name: 'base', tags: ['$initial'], priority: 2 },
            { name: 'editor', test: EDITOR, priority: 1 },
          ],
        },
      },
      // Some packages mark themselves "use client" for servers that render React; here everything is a client.
      onLog: (level, log, tell) => log.code === 'MODULE_LEVEL_DIRECTIVE' || tell(level, log),
    },
  },
};

/** Bundles the window and every program into LECTERN_BUILD_DIR (default `build/`). */
async function buildAll(): Promise<void> {
  for (const part of ['renderer', 'parts', 'licenses']) rmSync(join(output, part), { recursive: true, force: true });
  await Promise.all([
    build(window),
    // A sandboxed preload must be one CommonJS file; Electron's main and utility processes load CommonJS soonest.
    build(program({ preload: 'main/electron/preload.ts' }, 'cjs', 'cjs')),
    build(
      program(
        {
          main: 'main/electron/main.ts',
          engine: 'main/engine/entry.ts',
          reading: 'main/app/reading/entry.ts',
          tending: 'main/app/tending/thread.ts',
        },
        'cjs',
        'cjs',
      ),
    ),
    build(program({ cli: 'main/cli/main.ts' }, 'esm', 'mjs')),
  ]);
  // Into the folder that the build of the window empties.
  await buildFacsimile(root, common, join(output, 'renderer'));
}

await buildAll();
