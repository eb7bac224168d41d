import type { ConsultationDates } from '../charters/clocks.ts';
import type { Plan } from '../consultations/plan.ts';
import { readDefinition } from '../surveys/definition.ts';
import type { Deps } from '../web/deps.ts';
import type { Say } from '../words/catalogue.ts';
import type { Edition } from '../words/editions.ts';
import { paperOf, type Paper, type Size } from './paper-rules.ts';

/** What a paper is made of: a published consultation, or one as its plan and survey stand now. */
export type Printable = {
  slug: string;
  plan: Plan;
  dates: Pick<ConsultationDates, 'closesOn' | 'publishedOn'>;
  /** The survey as JSON. */
  definition: string;
};

/** The paper of one edition, whose language `say` speaks, at one size. */
export async function paperFor(
  { config, partnership, today }: Deps,
  { slug, plan, dates, definition }: Printable,
  edition: Edition,
  say: Say,
  size: Size,
): Promise<Paper> {
  const facts = {
    plan,
    definition: readDefinition(definition),
    edition,
    size,
    closes: dates.closesOn ? say.day(dates.closesOn, today()) : '',
    isPublished: dates.publishedOn !== null,
    url: `${config.publicUrl}/consultations/${slug}/answer`,
    partnership: await partnership(),
  };
  return paperOf(facts, say);
}
