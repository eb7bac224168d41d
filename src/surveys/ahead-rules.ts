/** How much of a survey is still to come, whatever is answered. */
import { waysOn, type Step } from './steps.ts';

export type Ahead = { fewest: number; most: number };

/** How many steps that count may follow this one: the fewest, and the most. A circle, which no published survey has, adds none. */
export function ahead(steps: readonly Step[], from: Step, counts: (step: Step) => boolean): Ahead {
  const known = new Map<string, Ahead>();
  const after = (step: Step): Ahead => {
    const before = known.get(step.id);
    if (before) return before;
    known.set(step.id, { fewest: 0, most: 0 });
    const ways = waysOn(steps, steps.indexOf(step)).map(at => {
      const next = steps[at];
      return next ? plus(after(next), counts(next) ? 1 : 0) : none;
    });
    const found = { fewest: Math.min(...ways.map(way => way.fewest)), most: Math.max(...ways.map(way => way.most)) };
    known.set(step.id, found);
    return found;
  };
  return after(from);
}

const none: Ahead = { fewest: 0, most: 0 };

const plus = ({ fewest, most }: Ahead, n: number): Ahead => ({ fewest: fewest + n, most: most + n });
