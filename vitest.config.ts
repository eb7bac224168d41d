import { defineConfig } from 'vitest/config';

// A busy machine may take seconds over what takes a moment; what never comes fails all the same.
const poll = { timeout: 10_000 };
const common = { testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, expect: { poll } };

// What asks which tests ran and passed is checked when everything else has run.
const last = ['test/promises.test.ts', 'test/accessibility.test.ts'];

export default defineConfig({
  test: {
    globalSetup: ['test/support/postgres.ts', 'test/support/record.ts'],
    projects: [
      {
        extends: false,
        test: {
          ...common,
          name: 'all',
          include: ['test/**/*.test.ts'],
          exclude: last,
          setupFiles: ['test/support/note-passed.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: false,
        test: { ...common, name: 'promises', include: last, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
