import { deskHead, type DeskHead } from '../../consultations/desk-view.ts';
import { factsOfOne } from '../../consultations/facts.ts';
import { findForTeam, publishedVersion } from '../../consultations/queries.ts';
import type { ConsultationDates } from '../../charters/clocks.ts';
import type { Who } from '../../people/roles.ts';
import type { Version } from '../../responses/settle-rules.ts';
import { readDefinition } from '../../surveys/definition.ts';
import type { Deps } from '../../web/deps.ts';
import { found } from '../../web/errors.ts';
import { entriesOf, type Entry } from '../entry-rules.ts';

/** A published consultation whose answers this person may read, and the survey as papers ask it now. */
export type Desk = {
  id: string;
  head: DeskHead;
  base: string;
  dates: ConsultationDates;
  version: Version;
  entries: Entry[];
};

export async function loadDesk({ db, say, today }: Deps, who: Who, id: string): Promise<Desk> {
  const row = found(await findForTeam(db.read, who, id));
  const { id: versionId, number, definition: json } = found(await publishedVersion(db.read, row.id));
  const facts = await factsOfOne(db.read, row);
  const definition = readDefinition(json);
  return {
    id: row.id,
    head: deskHead(facts, today()),
    base: `/desk/consultations/${row.id}`,
    dates: facts.dates,
    version: { id: versionId, number, definition },
    entries: entriesOf(definition, say),
  };
}

/** Answers are typed in from the first day until decisions are published: what comes later can change nothing. */
export const mayType = ({ dates }: Desk, today: string): boolean =>
  today >= dates.opensOn && dates.outcomePublishedOn === null;
