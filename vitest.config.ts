import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // better-sqlite3 and the processes some tests start are happier in processes of their own.
    pool: 'forks',
    // Vitest would leave one processor free, which is half of a machine with two; much of a test is waiting for others.
    maxWorkers: '100%',
    // Processes, disks and random texts take their time on a machine with much else to do; ten times what they take on
    // a quiet one is no sign of a fault, and what hangs is found late but found.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The programs that tests start have folders of their own, but the code they compile is always the same.
    env: { NODE_COMPILE_CACHE: resolve(import.meta.dirname, 'test-results/compiled') },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/contract/**', 'tests/packaging/**', 'tests/e2e/**'],
        },
      },
      { extends: true, test: { name: 'contract', include: ['tests/contract/**/*.test.ts'] } },
      { extends: true, test: { name: 'packaging', include: ['tests/packaging/**/*.test.ts'], testTimeout: 600_000 } },
    ],
  },
});
