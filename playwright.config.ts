import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './main/host/index.ts';
import { whyNoElectron } from './tests/e2e/support/electron.ts';
import type { Shell } from './tests/e2e/support/lectern-app.ts';

// The system's browser is used so that nothing is downloaded; the flags keep it from phoning home and from needing a GPU.
const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Full Chromium draws its address bar in two pages of its own for every tab, which costs a third of a test's work. Only
  // the last list of features counts, so what matters here of Playwright's own list is named again.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,PaintHolding,MediaRouter,LensOverlay,OptimizationHints,HttpsUpgrades',
];
const executablePath = findChromium();
const root = process.getuid?.() === 0;

/** Specs that have their page before the Lectern it shows, or stand between the two, which only a browser can. */
const LOOPBACK_ONLY = [
  'announcements.spec.ts',
  'facsimile.spec.ts',
  'fetched.spec.ts',
  'filters.spec.ts',
  'find.spec.ts',
  'find-samples.spec.ts',
  'forced-colours.spec.ts',
  'map-keys.spec.ts',
  'margin.spec.ts',
  'marking.spec.ts',
  'marking-keys.spec.ts',
  'note-writing.spec.ts',
  'number-lane.spec.ts',
  'print.spec.ts',
  'reader.spec.ts',
  'reader-large.spec.ts',
  'reader-long.spec.ts',
  'reader-properties.spec.ts',
  'reading-order.spec.ts',
  'scripts.spec.ts',
  'reading-settings.spec.ts',
  'shell-words.spec.ts',
  'trouble.spec.ts',
];
const DESKTOP_ONLY = 'desktop.spec.ts';

// Every test has a folder of its own for what Lectern keeps, but the code it compiles is always the same.
process.env['NODE_COMPILE_CACHE'] ??= resolve(import.meta.dirname, 'test-results/compiled');

export default defineConfig<{ shell: Shell }>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  // Patience for slow machines, where a test takes three times as long as elsewhere; what is there is seen at once.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  // The machine that decides is a noisy one, and nothing should fail to land for a stutter of it. A test that needed a
  // second run is named as flaky at the end: it has a race, in it or in Lectern, that must be mended.
  retries: process.env['CI'] ? 1 : 0,
  // Every test has a Lectern, a notebook and a browser of its own.
  workers: 2,
  forbidOnly: true,
  reporter: [['list']],
  // The same specs in both shells. Where Electron cannot be run one skipped test says why, instead of all of them.
  projects: [
    { name: 'loopback', testIgnore: `**/${DESKTOP_ONLY}`, use: { shell: 'loopback' } },
    {
      name: 'electron',
      use: { shell: 'electron' },
      ...(whyNoElectron() === undefined
        ? { testIgnore: LOOPBACK_ONLY.map((name) => `**/${name}`) }
        : { testMatch: `**/${DESKTOP_ONLY}` }),
    },
  ],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    // Taking pictures of every step costs more than the step does; a test that is run again is filmed.
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: root ? [...flags, '--no-sandbox'] : flags,
    },
  },
});
