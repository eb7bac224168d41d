import { lineInWords, type LineStation } from '../charters/line.ts';
import type { Consultation } from '../db/schema.ts';
import type { Who } from '../people/roles.ts';
import type { Reasons } from '../word-reasons/keep.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { page } from '../web/render.ts';
import { headFor, type DeskHead } from './desk-view.ts';
import { factsOfOne } from './facts.ts';
import { todayOf } from './lists.ts';
import { settledFacts } from './plan-sections.ts';

type SureView = { head: DeskHead; stations: LineStation[]; settled: string[]; reasons: Reasons };

const surePage = page<SureView>('consultations/sure');

/** Before a consultation is published for the first time: what becomes a promise. `reasons` go along as they were typed. */
export async function showSure(
  c: Ctx,
  deps: Deps,
  who: Who,
  { row, reasons }: { row: Consultation; reasons: Reasons },
): Promise<Response> {
  const facts = await factsOfOne(deps.db.read, row);
  const given = await todayOf(deps);
  const view = {
    head: await headFor(deps.db.read, who, facts, given.today),
    stations: lineInWords(facts.dates, given, given.say),
    settled: settledFacts(row),
    reasons,
  };
  return surePage(c, view, { title: `Publish: ${row.title}`, area: 'desk' });
}
