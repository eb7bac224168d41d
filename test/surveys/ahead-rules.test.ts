import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ahead } from '../../src/surveys/ahead-rules.ts';
import { pagesOf } from '../../src/surveys/pages.ts';
import { loopsIn } from '../../src/surveys/reachable.ts';
import { journey, pathOf, QUOTE } from '../../src/surveys/steps.ts';
import { anyAnswers, aRoutedSurvey } from './routed.ts';

const withAnswers = aRoutedSurvey(6).chain(made => fc.tuple(fc.constant(made), anyAnswers(made)));

test('whatever is answered, no fewer and no more questions follow than was said', () => {
  fc.assert(
    fc.property(withAnswers, ([definition, answers]) => {
      fc.pre(loopsIn(pagesOf(definition)).length === 0);
      const steps = journey(definition);
      const path = pathOf(steps, answers);
      const counts = ({ id }: { id: string }) => id !== QUOTE;
      for (const [at, step] of path.entries()) {
        const { fewest, most } = ahead(steps, step, counts);
        const left = path.slice(at + 1).filter(counts).length;
        expect(left).toBeGreaterThanOrEqual(fewest);
        expect(left).toBeLessThanOrEqual(most);
        if (steps.every(each => each.next.length === 0)) expect(fewest).toBe(most);
      }
    }),
    { numRuns: 1000 },
  );
});
