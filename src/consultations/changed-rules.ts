import { countDecisions, readOutcomes } from '../outcomes/content-rules.ts';
import type { Changed } from './card-rules.ts';

/** What a published page of outcomes says in short. `content` is the JSON of its newest version, `updatedOn` its ISO day. */
export function changedOf(content: string, updatedOn: string): Changed {
  const { entries } = readOutcomes(content);
  const first = entries.find(each => each.decision === 'done') ?? entries.find(each => each.decision === 'will');
  return { decisions: countDecisions(entries), summary: (first ?? entries[0])?.words ?? '', updatedOn };
}
