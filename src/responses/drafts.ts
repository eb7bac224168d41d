import type { Kysely } from 'kysely';
import type { Database } from '../db/dialect.ts';
import { hashToken, randomId, randomToken } from '../db/ids.ts';
import type { Draft, Response, Schema } from '../db/schema.ts';
import { asSeen } from '../surveys/answers.ts';
import type { Answer, Answers } from '../surveys/kinds/kind.ts';
import { gathering } from './gathering.ts';
import { addDrafts, forgetDraftAt, lockDraftsOf, saveDraft } from './queries.ts';
import type { Version } from './settle-rules.ts';
import type { LiveSurvey } from './surveys.ts';

export type Drafts = {
  /** Keeps a first answer. Gives the token of the new draft, which only the browser holds, and its id. */
  begin(of: Begun, answers: Answers, now: Temporal.Instant): Promise<{ id: string; token: string }>;
  /** Keeps an answer; null for a question that was seen and skipped. False when there is no such draft any more. */
  save(token: string, question: string, answer: Answer | null, now: Temporal.Instant): Promise<boolean>;
  /** A draft of a change to answers that were sent. Where one was begun already, it stays. */
  beginChange(response: Response, walk: Version, now: Temporal.Instant): Promise<void>;
};

/** Whose answers: of a survey, the most important questions alone (`short`), on a device that many people share (`kiosk`). */
type Begun = { survey: LiveSurvey; short: boolean; kiosk: boolean };

// Nobody can come back to what was begun on a shared device, once it has forgotten it.
const KIOSK_MINUTES_KEPT = 30;

type Saved = { tokenHash: string; question: string; answer: Answer | null; at: string };
type Item = { begun: Draft } | { saved: Saved };

/** Every 'Continue' writes, so what arrives together goes into one commit, as when answers are sent. */
export function createDrafts(db: Database, batchSize: number): Drafts {
  const write = gathering(db.dialect, batchSize, (items: readonly Item[]) => writeBatch(db.write, items));
  return {
    async begin({ survey, short, kiosk }, answers, now) {
      const token = randomToken();
      const of = { consultation_id: survey.id, version_id: survey.walk.id, response_id: null };
      const how = { shortened_at: short ? instant(now) : null, forget_at: kiosk ? forgetAt(now) : null };
      const draft = { ...newDraft(hashToken(token), answers, now), ...of, ...how };
      await write({ begun: draft });
      return { id: draft.id, token };
    },
    save: (token, question, answer, now) =>
      write({ saved: { tokenHash: hashToken(token), question, answer, at: instant(now) } }),
    async beginChange(response, walk, now) {
      const { consultation_id, version_id, id, token_hash } = response;
      const answers = asSeen(walk.definition, JSON.parse(response.answers));
      const of = { consultation_id, version_id, response_id: id };
      await write({ begun: { ...newDraft(token_hash, answers, now), ...of } });
    },
  };
}

const newDraft = (tokenHash: string, answers: Answers, now: Temporal.Instant) => ({
  id: randomId(),
  token_hash: tokenHash,
  answers: JSON.stringify(answers),
  begun_at: instant(now),
  saved_at: instant(now),
  shortened_at: null,
  forget_at: null,
});

const forgetAt = (now: Temporal.Instant) => instant(now.add({ minutes: KIOSK_MINUTES_KEPT }));

const instant = (now: Temporal.Instant) => now.toString({ smallestUnit: 'millisecond' });

function writeBatch(db: Kysely<Schema>, items: readonly Item[]): Promise<boolean[]> {
  const begun = items.flatMap(item => ('begun' in item ? [item.begun] : []));
  const saved = items.flatMap(item => ('saved' in item ? [item.saved] : []));
  return db.transaction().execute(async tx => {
    await addDrafts(tx, begun);
    const drafts = await lockDraftsOf(tx, [...new Set(saved.map(each => each.tokenHash))]);
    const found = new Map(drafts.map(draft => [draft.token_hash, draft]));
    for (const [tokenHash, list] of Map.groupBy(saved, each => each.tokenHash)) {
      const draft = found.get(tokenHash);
      const at = list.at(-1)?.at;
      if (!draft || !at) continue;
      await saveDraft(tx, draft.id, withAnswers(draft, list), at);
      if (draft.forget_at) await forgetDraftAt(tx, draft.id, forgetAt(Temporal.Instant.from(at)));
    }
    return items.map(item => 'begun' in item || found.has(item.saved.tokenHash));
  });
}

const withAnswers = (draft: Draft, list: readonly Saved[]): string =>
  JSON.stringify({
    ...(JSON.parse(draft.answers) as Answers),
    ...Object.fromEntries(list.map(({ question, answer }) => [question, answer])),
  });
