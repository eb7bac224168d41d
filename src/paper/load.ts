import { formatDay } from '../calendar/london.ts';
import type { ConsultationDates } from '../charters/clocks.ts';
import type { Plan } from '../consultations/plan.ts';
import { journey } from '../surveys/steps.ts';
import { readDefinition } from '../surveys/definition.ts';
import type { Deps } from '../web/deps.ts';
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

/** The paper of one edition at one size. */
export async function paperFor(
  { config, partnership, say, today }: Deps,
  { slug, plan, dates, definition }: Printable,
  edition: Edition,
  size: Size,
): Promise<Paper> {
  const facts = {
    plan,
    steps: journey(readDefinition(definition), say),
    edition,
    size,
    closes: dates.closesOn ? formatDay(dates.closesOn, today()) : '',
    isPublished: dates.publishedOn !== null,
    url: `${config.publicUrl}/consultations/${slug}/answer`,
    partnership: await partnership(),
  };
  return paperOf(facts, say);
}
