import type { Kysely } from 'kysely';
import { act } from '../audit/act.ts';
import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { Schema } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { parseDefinition, type Question } from '../surveys/definition.ts';
import { withoutTies } from './library-rules.ts';
import { addSaved, deleteSaved, listSaved } from './queries.ts';

export type Saved = { id: string; question: Question };

/** The questions that officers kept, newest first. One that this version can't read any more is left out. */
export async function savedQuestions(db: Db): Promise<Saved[]> {
  return (await listSaved(db)).flatMap(({ id, question }) => {
    const parsed = parseDefinition({ format: 1, questions: [JSON.parse(question)] });
    return parsed.ok ? parsed.definition.questions.map(each => ({ id, question: each })) : [];
  });
}

/** Keeps a question for other surveys. The same one is kept once. */
export function saveQuestion(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  question: Question,
  now: Temporal.Instant,
): Promise<void> {
  const id = randomId();
  const doing = { person: who, act: 'keep a question in the library', subject: { kind: 'saved question', id }, now };
  return act(db, doing, async tx => {
    const kept = JSON.stringify({ ...withoutTies(question), id: 'q1' });
    if ((await listSaved(tx)).some(each => each.question === kept)) return;
    await addSaved(tx, {
      id,
      question: kept,
      saved_at: now.toString({ smallestUnit: 'millisecond' }),
      saved_by: who.id,
    });
  });
}

/** Takes a question out of the library. Surveys that have it stay as they are. */
export function removeQuestion(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  id: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const doing = {
    person: who,
    act: 'take a question out of the library',
    subject: { kind: 'saved question', id },
    now,
  };
  return act(db, doing, tx => deleteSaved(tx, id));
}
