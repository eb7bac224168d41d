import type { Db } from '../db/dialect.ts';
import type { SurveyVersion } from '../db/schema.ts';
import { planOf } from '../consultations/plan.ts';
import { findConsultation } from '../consultations/queries.ts';
import { startOriginal } from '../consultations/said-rules.ts';
import type { Who } from '../people/roles.ts';
import { readDefinition, type Definition } from './definition.ts';
import { keepMarks, markStarts } from './mark-rules.ts';
import { addEdit, nextEdit, saveDefinition } from './queries.ts';

// A morning's work. Older changes stay as they are.
const MOST_EDITS = 100;

/**
 * Puts a definition in the place of a version's, which can be undone: under `name` where it has one, or by what it changes.
 * False when that was published meanwhile.
 */
export async function keepEdit(
  tx: Db,
  who: Pick<Who, 'id'>,
  version: SurveyVersion,
  definition: Definition,
  now: Temporal.Instant,
  name = '',
): Promise<boolean> {
  const json = JSON.stringify(definition);
  const isSame = json === version.definition;
  const kept = isSame ? json : JSON.stringify(await withMarks(tx, version, definition));
  if (!(await saveDefinition(tx, version.id, kept))) return false;
  if (isSame) return true;
  await addEdit(tx, {
    version_id: version.id,
    n: await nextEdit(tx, version.id, MOST_EDITS),
    definition: version.definition,
    at: now.toString({ smallestUnit: 'millisecond' }),
    person_id: who.id,
    undone_at: null,
    name,
  });
  return true;
}

/** With what its editions were written for, as far as they don't tell: it may be changed from now on. */
async function withMarks(
  tx: Db,
  { consultation_id, ...version }: SurveyVersion,
  after: Definition,
): Promise<Definition> {
  const row = await findConsultation(tx, consultation_id);
  const marked = keepMarks(readDefinition(version.definition), after);
  return row ? markStarts(marked, startOriginal(planOf(row, []), marked)) : marked;
}
