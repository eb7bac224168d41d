import type { Who } from '../../people/roles.ts';
import { findVersion } from '../../responses/queries.ts';
import type { Version } from '../../responses/settle-rules.ts';
import { readDefinition } from '../../surveys/definition.ts';
import type { Deps } from '../../web/deps.ts';
import { found } from '../../web/errors.ts';
import { entriesOf, type Entry } from '../entry-rules.ts';
import { loadDesk, type Desk } from './load.ts';
import { findTyped, type TypedRow } from './queries.ts';

/** A paper that was typed in, with the questions of the version that it answers. */
export type Paper = { desk: Desk; paper: TypedRow; version: Version; entries: Entry[] };

export async function loadPaper(
  deps: Deps,
  who: Who,
  { id, response }: Record<'id' | 'response', string>,
): Promise<Paper> {
  const desk = await loadDesk(deps, who, id);
  const paper = found(await findTyped(deps.db.read, desk.id, response));
  const { number, definition: json, ...row } = found(await findVersion(deps.db.read, paper.version_id));
  const definition = readDefinition(json);
  return { desk, paper, version: { id: row.id, number, definition }, entries: entriesOf(definition, deps.say) };
}
