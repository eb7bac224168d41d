import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// A busy machine may take seconds over what takes a moment; what never comes fails all the same.
const poll = { timeout: 10_000 };
const common = { testTimeout: 60_000, hookTimeout: 120_000, maxWorkers: 2, expect: { poll } };

// What asks which tests ran and passed is checked when everything else has run.
const last = ['test/promises.test.ts', 'test/accessibility.test.ts'];

// What takes minutes is begun first, so that no worker is left alone with it at the end.
const LONGEST = ['pages/inclusion', 'pages/errors', 'hostile/hostile', 'chain/chain', 'responses/every-kind'];
const rank = ({ moduleId }: TestSpecification) => {
  const at = LONGEST.findIndex(name => moduleId.endsWith(`${name}.test.ts`));
  return at < 0 ? LONGEST.length : at;
};

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/support/postgres.ts', 'test/support/sqlite.ts', 'test/support/record.ts'],
    projects: [
      {
        extends: false,
        test: {
          ...common,
          name: 'all',
          // Files share a worker, and what it has loaded: they open databases of their own, and leave nothing else behind.
          isolate: false,
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
