import type { Db } from '../db/dialect.ts';
import type { SurveyVersion } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import { addEdit, nextEdit, saveDefinition } from './queries.ts';

// A morning's work. Older changes stay as they are.
const MOST_EDITS = 100;

/** Puts a definition in the place of a version's, which can be undone. False when that was published meanwhile. */
export async function keepEdit(
  tx: Db,
  who: Pick<Who, 'id'>,
  version: SurveyVersion,
  definition: string,
  now: Temporal.Instant,
): Promise<boolean> {
  if (!(await saveDefinition(tx, version.id, definition))) return false;
  if (definition === version.definition) return true;
  await addEdit(tx, {
    version_id: version.id,
    n: await nextEdit(tx, version.id, MOST_EDITS),
    definition: version.definition,
    at: now.toString({ smallestUnit: 'millisecond' }),
    person_id: who.id,
    undone_at: null,
  });
  return true;
}
