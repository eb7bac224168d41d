import { questionView, type QuestionView } from '../responses/question-rules.ts';
import { mediaOf } from '../media/shown.ts';
import { readDefinition, type Definition } from '../surveys/definition.ts';
import { editionsOf, mediaIn, namedEditions } from '../surveys/editions.ts';
import { numbersOf } from '../surveys/number-rules.ts';
import { journey } from '../surveys/steps.ts';
import type { Preview } from '../surveys/walk.ts';
import { asAddress, looks } from '../surveys/walk-rules.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Edition } from '../words/editions.ts';
import type { Deps } from '../web/deps.ts';
import { found } from '../web/errors.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { askingCard, workingCard, type Card, type Today } from './card-rules.ts';
import { headFor, type DeskHead } from './desk-view.ts';
import { hasDates } from './facts.ts';
import { todayOf } from './lists.ts';
import { asOn, momentsAhead, type OnDay } from './moment-rules.ts';
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
  moments: OnDay[];
  on: OnDay;
  /** The editions in which the page can be looked at by itself. */
  looks: { edition: Edition; name: string }[];
  /** As it stands in the list of consultations; null where it stands in none yet, or among what changed. */
  card: Card | null;
  /** The number of a page to read, and of the last one, is null. */
  steps: (QuestionView & { id: string; number: number | null })[];
};

/** The page by itself, in one edition. */
type LookView = ConsultationPage & {
  on: OnDay;
  preview: Preview & { answer: string; ahead: boolean };
};

const previewPage = page<PreviewView>('consultations/preview');

const lookPage = page<LookView>('consultations/preview-page');

const PREVIEW = '/desk/consultations/:id/preview';
const STAFF = ['officer', 'administrator'] as const;

/** The public page, its card and every question, as families see them today or will see them on a day to come. */
export function registerPreviewRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PREVIEW, async (c, who) => {
    const { row, planned, version, definition, moments, on, then, given } = await shown(c, deps, who);
    const view = {
      ...(await consultationPage(deps.db.read, then, version.definition, given)),
      version: version.number,
      isNew: version.number > 1 && version.published_at === null,
      head: await headFor(deps.db.read, who, planned, deps.today()),
      moments,
      on,
      looks: namedEditions(definition),
      card: cardOf(then, given),
      steps: await stepsOf(deps, row.id, definition),
    };
    return previewPage(c, view, { title: `Preview: ${row.title}`, area: 'desk' });
  });

  // The page by itself, as a family has it before it.
  site.get(STAFF, `${PREVIEW}/:edition/:look`, async (c, who) => {
    const { row, version, definition, on, then, given } = await shown(c, deps, who);
    const edition = found(editionsOf(definition).find(each => each === param(c, 'edition')));
    const look = found(looks.find(each => each === param(c, 'look')));
    const say = deps.sayIn(edition);
    c.set('say', say);
    const desk = `/desk/consultations/${row.id}`;
    const preview = {
      ...{ look, desk: `${desk}/survey`, hasGaps: false, inList: null },
      chooser: `${desk}/preview${on.moment === 'now' ? '' : `?on=${on.moment}`}`,
      answer: `${desk}/survey/preview/${edition}/${look}/${asAddress({})}`,
      ahead: on.moment !== 'now',
    };
    const shownPage = await consultationPage(deps.db.read, then, version.definition, { ...given, say });
    return lookPage(c, { ...shownPage, on, preview }, { title: shownPage.plan.title });
  });
}

/** The consultation on the day that is looked at. */
async function shown(c: Ctx, deps: Deps, who: Who) {
  const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
  const now = await todayOf(deps);
  const gap = deps.say('consultations.page.not-written');
  const planned = await asPlanned(deps.db.read, row, { today: now.today, gap });
  const version = found(await latestVersion(deps.db.read, row.id));
  const definition = readDefinition(version.definition);
  const moments = momentsAhead(planned.dates, now);
  const on: OnDay = moments.find(each => each.moment === c.req.query('on')) ?? { moment: 'now', day: now.today };
  const then = asOn({ ...planned, editions: definition.editions }, on, now.today);
  const given = { ...now, today: on.day, partnership: await deps.partnership() };
  return { row, planned, version, definition, moments, on, then, given };
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
