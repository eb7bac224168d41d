import { deltasOf, sumDeltas } from '../analysis/tally-rules.ts';
import { hashToken, randomId, randomReference, randomToken } from '../db/ids.ts';
import type { Db } from '../db/dialect.ts';
import { whoAnswered } from '../surveys/answers.ts';
import type { DemoResponse } from './answers.ts';
import type { DemoConsultation } from './content/index.ts';
import { insertRows } from './queries.ts';

export type Kept = DemoResponse & { id: string };

/** Writes the responses of one consultation and counts them by the same rules as real ones. */
export async function keepResponses(
  db: Db,
  ids: { consultationId: string; versionId: string },
  { survey, profile }: DemoConsultation,
  responses: readonly DemoResponse[],
): Promise<Kept[]> {
  const kept = responses.map((response, at) => ({
    ...response,
    id: randomId(),
    unusual: response.channel === 'online' && at < (profile.unusual ?? 0) ? 'address' : null,
  }));
  const rows = kept.map(({ id, day, channel, answers, unusual }) => ({
    id,
    consultation_id: ids.consultationId,
    version_id: ids.versionId,
    token_hash: hashToken(randomToken()),
    reference: randomReference(),
    channel,
    edition: 'plain',
    day,
    answers: JSON.stringify(answers),
    changed_on: null,
    withdrawn_on: null,
    words_erased_on: null,
    unusual,
    set_aside_on: null,
  }));
  await insertRows(db, 'responses', rows);
  const deltas = kept.flatMap(({ answers, day, channel, unusual }) => {
    const facts = {
      day,
      channel,
      who: whoAnswered(survey, answers),
      version: 'plain' as const,
      flagged: unusual !== null,
    };
    return deltasOf(survey, answers, facts, 1);
  });
  const tallies = sumDeltas(deltas).map(({ question, option, dimension, value, change }) => ({
    consultation_id: ids.consultationId,
    question,
    option,
    dimension,
    value,
    count: change,
  }));
  await insertRows(db, 'tallies', tallies);
  return kept;
}

/** Addresses for news, kept apart. Nobody lives at any of them. */
export function contactRows(consultationId: string, { profile }: DemoConsultation) {
  const { email, post, phone } = profile.contacts;
  const make = (way: string, count: number, name: (n: number) => string, address: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => ({
      id: randomId(),
      consultation_id: consultationId,
      way,
      name: name(n + 1),
      address: address(n + 1),
    }));
  return [
    ...make(
      'email',
      email,
      () => '',
      n => `family${n}@families.brackenshire.example`,
    ),
    ...make(
      'post',
      post,
      n => `Family ${n}`,
      n => `${n} Orchard Row\nFernwick\nBrackenshire`,
    ),
    ...make(
      'phone',
      phone,
      n => `Family ${n}`,
      n => `01632 960 ${String(500 + n)}`,
    ),
  ];
}
