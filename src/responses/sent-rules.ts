import type { Response } from '../db/schema.ts';
import { answersToSend } from '../surveys/answers.ts';
import type { Definition } from '../surveys/definition.ts';

/** What has just been sent; or what is looked at again, by the private link. */
export type SentWhat = 'answers' | 'change' | 'empty' | 'again';

type Row = Pick<Response, 'answers' | 'changed_on' | 'words_erased_on'>;

/** Nobody is told that it was empty who had their words deleted since. */
export function whatIsSent(definition: Definition, response: Row, byLink: boolean): SentWhat {
  const given = Object.keys(answersToSend(definition, JSON.parse(response.answers)));
  if (given.length === 0 && response.words_erased_on === null) return 'empty';
  if (byLink) return 'again';
  return response.changed_on === null ? 'answers' : 'change';
}

export const sentHeadings: Record<SentWhat, string> = {
  answers: 'responses.sent.heading',
  change: 'responses.sent.heading-change',
  empty: 'responses.sent.heading-empty',
  again: 'responses.sent.heading-again',
};
