import type { Kysely } from 'kysely';
import { act } from '../../audit/act.ts';
import type { Schema } from '../../db/schema.ts';
import type { Who } from '../../people/roles.ts';
import type { Definition } from '../../surveys/definition.ts';
import type { Answers } from '../../surveys/kinds/kind.ts';
import { compare, type Typing } from './check-rules.ts';
import { addCheck, type TypedRow } from './queries.ts';

export const firstTyping = (row: Pick<TypedRow, 'answers' | 'unreadable'>): Typing => ({
  answers: JSON.parse(row.answers) as Answers,
  unreadable: JSON.parse(row.unreadable) as string[],
});

/** Keeps the second typing of a paper where it differs from the first. Gives how many answers do. */
export function typeAgain(
  db: Kysely<Schema>,
  who: Pick<Who, 'id'>,
  { row, definition, second, now }: { row: TypedRow; definition: Definition; second: Typing; now: Temporal.Instant },
): Promise<number> {
  const { compared, differing } = compare(definition, firstTyping(row), second);
  const differed = differing.length;
  const at = now.toString({ smallestUnit: 'millisecond' });
  const subject = { kind: 'consultation', id: row.consultation_id };
  const detail = { reference: row.reference, differed };
  return act(db, { person: who, act: 'type a paper again', subject, detail, now }, async tx => {
    await addCheck(tx, {
      response_id: row.id,
      typed_by: who.id,
      answers: differed ? JSON.stringify(second.answers) : '{}',
      unreadable: differed ? JSON.stringify(second.unreadable) : '[]',
      compared,
      differed,
      settled_at: differed ? null : at,
      settled_by: differed ? null : who.id,
    });
    return differed;
  });
}
