import { defineConfig } from 'vitest/config';

const common = { testTimeout: 30_000, hookTimeout: 60_000 };

// The list of promises is checked when everything else has run: it asks which tests ran and passed.
export default defineConfig({
  test: {
    maxWorkers: 2,
    globalSetup: ['test/support/postgres.ts', 'test/support/record.ts'],
    projects: [
      {
        extends: false,
        test: {
          ...common,
          name: 'all',
          include: ['test/**/*.test.ts'],
          exclude: ['test/promises.test.ts'],
          setupFiles: ['test/support/note-passed.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: false,
        test: { ...common, name: 'promises', include: ['test/promises.test.ts'], sequence: { groupOrder: 1 } },
      },
    ],
  },
});
