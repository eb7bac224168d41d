import type { Kysely } from 'kysely';
import { act } from '../../audit/act.ts';
import type { Schema, TypedCheck } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import type { Definition } from '../../surveys/definition.ts';
import type { Answers } from '../../surveys/kinds/kind.ts';
import { conflict } from '../../web/errors.ts';
import { compare, type Typing } from './check-rules.ts';
import { addCheck, findCheck, type TypedRow } from './queries.ts';

export const firstTyping = (row: Pick<TypedRow, 'answers' | 'unreadable'>): Typing => ({
  answers: JSON.parse(row.answers) as Answers,
  unreadable: JSON.parse(row.unreadable) as string[],
});

type Given = { row: TypedRow; definition: Definition; second: Typing; now: Temporal.Instant };

/**
 * Keeps the second typing of a paper where it differs from the first. Gives the second typing that stands: this one, or
 * that of somebody who was quicker.
 */
export async function typeAgain(db: Kysely<Schema>, who: Pick<Who, 'id'>, given: Given): Promise<TypedCheck> {
  const { row, now } = given;
  const check = checkOf(who, given);
  const subject = { kind: 'consultation', id: row.consultation_id };
  const detail = { reference: row.reference, differed: check.differed };
  try {
    return await act(db, { person: who, act: 'type a paper again', subject, detail, now }, async tx => {
      if (!(await addCheck(tx, check))) throw conflict();
      return check;
    });
  } catch (error) {
    const quicker = await findCheck(db, row.id);
    if (quicker) return quicker;
    throw error;
  }
}

function checkOf(who: Pick<Who, 'id'>, { row, definition, second, now }: Given): TypedCheck {
  const { compared, differing } = compare(definition, firstTyping(row), second);
  const differed = differing.length;
  return {
    response_id: row.id,
    typed_by: who.id,
    answers: differed ? JSON.stringify(second.answers) : '{}',
    unreadable: differed ? JSON.stringify(second.unreadable) : '[]',
    compared,
    differed,
    settled_at: differed ? null : now.toString({ smallestUnit: 'millisecond' }),
    settled_by: differed ? null : who.id,
  };
}
