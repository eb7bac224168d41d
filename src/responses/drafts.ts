import type { Kysely } from 'kysely';
import { hashToken, randomId, randomToken } from '../db/ids.ts';
import type { Response, Schema } from '../db/schema.ts';
import { asSeen } from '../surveys/answers.ts';
import type { Answer, Answers } from '../surveys/kinds/kind.ts';
import { addDraft, lockDraft, saveDraft } from './queries.ts';
import type { LiveSurvey, Walk } from './surveys.ts';

type Writer = Kysely<Schema>;

/** Keeps a first answer. Gives the token of the new draft, which only the browser holds. */
export async function beginDraft(
  db: Writer,
  survey: LiveSurvey,
  answers: Answers,
  now: Temporal.Instant,
): Promise<string> {
  const token = randomToken();
  const at = instant(now);
  await addDraft(db, {
    id: randomId(),
    token_hash: hashToken(token),
    consultation_id: survey.id,
    version_id: survey.walk.id,
    response_id: null,
    answers: JSON.stringify(answers),
    begun_at: at,
    saved_at: at,
  });
  return token;
}

/** Keeps an answer; null for a question that was seen and skipped. False when there is no such draft any more. */
export function saveAnswer(
  db: Writer,
  token: string,
  question: string,
  answer: Answer | null,
  now: Temporal.Instant,
): Promise<boolean> {
  return db.transaction().execute(async tx => {
    const draft = await lockDraft(tx, hashToken(token));
    if (!draft) return false;
    const answers = { ...(JSON.parse(draft.answers) as Answers), [question]: answer };
    await saveDraft(tx, draft.id, JSON.stringify(answers), instant(now));
    return true;
  });
}

/** A draft of a change to answers that were sent. Where one was begun already, it stays. */
export async function beginChange(db: Writer, response: Response, walk: Walk, now: Temporal.Instant): Promise<void> {
  const at = instant(now);
  await addDraft(db, {
    id: randomId(),
    token_hash: response.token_hash,
    consultation_id: response.consultation_id,
    version_id: response.version_id,
    response_id: response.id,
    answers: JSON.stringify(asSeen(walk.definition, JSON.parse(response.answers))),
    begun_at: at,
    saved_at: at,
  });
}

const instant = (now: Temporal.Instant) => now.toString({ smallestUnit: 'millisecond' });
