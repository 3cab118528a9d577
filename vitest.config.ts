import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // better-sqlite3 and the processes some tests start are happier in processes of their own.
    pool: 'forks',
    // Many tests start processes; on a machine with much else to do that takes its time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
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
      { extends: true, test: { name: 'packaging', include: ['tests/packaging/**/*.test.ts'], testTimeout: 180_000 } },
    ],
  },
});
