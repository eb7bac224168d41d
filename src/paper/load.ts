import type { ConsultationDates } from '../charters/clocks.ts';
import type { Plan } from '../consultations/plan.ts';
import { mediaOf } from '../media/shown.ts';
import { readDefinition } from '../surveys/definition.ts';
import { editionFor } from '../surveys/editions.ts';
import type { Deps } from '../web/deps.ts';
import type { Say } from '../words/catalogue.ts';
import { nameOf, type Edition } from '../words/editions.ts';
import { paperOf, type Paper, type Size } from './paper-rules.ts';

/** What a paper is made of: a published consultation, or one as its plan and survey stand now. */
export type Printable = {
  id: string;
  slug: string;
  plan: Plan;
  dates: Pick<ConsultationDates, 'closesOn' | 'publishedOn'>;
  /** The survey as JSON. */
  definition: string;
  version: number;
};

/** The paper of one edition, whose language `say` speaks, at one size. */
export async function paperFor(
  { db, config, partnership, today }: Deps,
  { id, slug, plan, dates, definition: json, version }: Printable,
  edition: Edition,
  say: Say,
  size: Size,
): Promise<Paper> {
  const definition = readDefinition(json);
  const facts = {
    plan,
    definition,
    version,
    shown: await mediaOf(db.read, id, definition),
    edition,
    editionName: nameOf(editionFor(definition, edition), say),
    size,
    closes: dates.closesOn ? say.day(dates.closesOn, today()) : '',
    isPublished: dates.publishedOn !== null,
    url: `${config.publicUrl}/consultations/${slug}/answer`,
    partnership: await partnership(),
  };
  return paperOf(facts, say);
}
