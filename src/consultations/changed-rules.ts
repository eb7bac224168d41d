import { z } from 'zod';
import type { Changed, Decisions } from './card-rules.ts';

// Of a published page of outcomes a card needs no more than this.
const page = z.object({ outcomes: z.array(z.object({ decision: z.string(), words: z.string() })) });

/** What a published page of outcomes says in short. `content` is the JSON of its newest version, `updatedOn` its ISO day. */
export function changedOf(content: string, updatedOn: string): Changed {
  const read = page.safeParse(JSON.parse(content));
  const outcomes = read.success ? read.data.outcomes : [];
  const count = (decision: string) => outcomes.filter(each => each.decision === decision).length;
  const decisions: Decisions = {
    done: count('done'),
    will: count('will'),
    cannot: count('cannot'),
    notYet: count('not-yet'),
  };
  const first = outcomes.find(each => each.decision === 'done') ?? outcomes.find(each => each.decision === 'will');
  return { decisions, summary: first?.words ?? outcomes[0]?.words ?? '', updatedOn };
}
