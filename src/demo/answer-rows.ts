import { hashToken, randomId, randomReference, randomToken } from '../db/ids.ts';
import type { Db } from '../db/dialect.ts';
import { addToTallies } from '../analysis/tally-queries.ts';
import { countedAs, tallyRows } from '../responses/settle-rules.ts';
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
  const rows = kept.map(({ id, day, channel, edition, answers, unusual }) => ({
    id,
    consultation_id: ids.consultationId,
    version_id: ids.versionId,
    token_hash: hashToken(randomToken()),
    reference: randomReference(),
    channel,
    edition,
    day,
    answers: JSON.stringify(answers),
    changed_on: null,
    withdrawn_on: null,
    words_erased_on: null,
    unusual,
    set_aside_on: null,
  }));
  await insertRows(db, 'responses', rows);
  const version = { id: ids.versionId, number: 1, definition: survey };
  const tallies = tallyRows(
    ids.consultationId,
    rows.flatMap(row => countedAs(row, version, 1)),
  );
  await addToTallies(db, tallies);
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
