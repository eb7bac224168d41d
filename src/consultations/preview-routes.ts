import { questionView, type QuestionView } from '../responses/question-rules.ts';
import { mediaOf } from '../media/shown.ts';
import { readDefinition, type Definition } from '../surveys/definition.ts';
import { mediaIn } from '../surveys/editions.ts';
import { numbersOf } from '../surveys/number-rules.ts';
import { journey } from '../surveys/steps.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { askingCard, workingCard, type Card, type Today } from './card-rules.ts';
import { headFor, type DeskHead } from './desk-view.ts';
import { hasDates } from './facts.ts';
import { todayOf } from './lists.ts';
import { asOn, momentsAhead, type Moment } from './moment-rules.ts';
import { consultationPage, type ConsultationPage } from './page-view.ts';
import { asPlanned, type PublicConsultation } from './public.ts';
import { findForOfficer, latestVersion } from './queries.ts';
import { planIn } from './said-rules.ts';
import { hubPlace } from './state.ts';

type PreviewView = ConsultationPage & {
  head: DeskHead;
  version: number;
  isNew: boolean;
  /** The days that can be looked at, of which `on` is shown. */
  moments: { moment: Moment; day: string }[];
  on: { moment: Moment; day: string };
  /** As it stands in the list of consultations; null where it stands in none yet, or among what changed. */
  card: Card | null;
  /** The number of a page to read, and of the last one, is null. */
  steps: (QuestionView & { id: string; number: number | null })[];
};

const previewPage = page<PreviewView>('consultations/preview');

/** The public page, its card and every question, as families see them today or will see them on a day to come. */
export function registerPreviewRoutes(site: Site, deps: Deps): void {
  site.get(['officer', 'administrator'], '/desk/consultations/:id/preview', async (c, who) => {
    const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
    const now = await todayOf(deps);
    const gap = deps.say('consultations.page.not-written');
    const planned = await asPlanned(deps.db.read, row, { today: now.today, gap });
    const version = found(await latestVersion(deps.db.read, row.id));
    const definition = readDefinition(version.definition);
    const ahead = momentsAhead(planned.dates, now);
    const on = ahead.find(each => each.moment === c.req.query('on')) ?? { moment: 'now', day: now.today };
    const then = asOn({ ...planned, editions: definition.editions }, on.day, now.today);
    const given = { ...now, today: on.day };
    const view = {
      ...(await consultationPage(deps.db.read, then, version.definition, {
        ...given,
        partnership: await deps.partnership(),
      })),
      version: version.number,
      isNew: version.number > 1 && version.published_at === null,
      head: await headFor(deps.db.read, who, planned, now.today),
      moments: ahead,
      on,
      card: cardOf(then, given),
      steps: await stepsOf(deps, row.id, definition),
    };
    return previewPage(c, view, { title: `Preview: ${row.title}`, area: 'desk' });
  });
}

function cardOf(shown: PublicConsultation, given: Today): Card | null {
  const { row, dates, state } = shown;
  const place = hubPlace(state);
  if (!hasDates(shown) || state === 'draft' || place === 'what-changed') return null;
  const plan = planIn(shown.plan, shown, given.say);
  const facts = { slug: row.slug, plan, dates, state, people: null, edition: '' };
  return place === 'working-on-it' ? workingCard(facts, given) : askingCard(facts, given);
}

async function stepsOf(deps: Deps, id: string, definition: Definition): Promise<PreviewView['steps']> {
  const shown = await mediaOf(deps.db.read, id, definition);
  const numbers = numbersOf(definition);
  return journey(definition, deps.say).map(({ id, question }) => ({
    number: numbers.get(id) ?? null,
    ...questionView(question, deps.say, {}, { shown, media: mediaIn(question, 'plain') }),
    id,
  }));
}
