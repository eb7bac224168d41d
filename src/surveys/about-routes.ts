import type { DeskHead } from '../consultations/desk-view.ts';
import { readKnown } from '../glossary/known.ts';
import { readBlocks } from '../word-reasons/blocks.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { notFound } from '../web/errors.ts';
import { firstValues, one, type FieldErrors, type Typed } from '../web/forms.ts';
import { page } from '../web/render.ts';
import type { Site } from '../web/site.ts';
import type { AboutYou, Definition } from './definition.ts';
import { change, load, PATH, readFormOf, STAFF, surveyOf, type Loaded } from './desk-pages.ts';
import { kindChoices, type KindChoice } from './kind-choices.ts';
import { tidyText } from './kinds/text.ts';
import { surveyRows, type SurveyRow } from './survey-rows.ts';

type AboutView = {
  head: DeskHead;
  version: string;
  values: Record<string, string>;
  rows: SurveyRow[];
  kinds: KindChoice[];
  /** The questions by whose answers all others can be broken down. */
  breakdowns: { value: string; label: string }[];
  /** The question to go on from. */
  here: string;
  saved: boolean;
};

const aboutPage = page<AboutView>('surveys/about');

const ABOUT = `${PATH}/about`;
const LONGEST_WHY = 1_000;

/** What is asked ‘about you’ after sending: why, the questions, and the one by whose answers the others are broken down. */
export function registerAboutRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, ABOUT, async (c, who) => {
    const loaded = await load(c, deps, who);
    if (loaded.isFixed) throw notFound();
    return showAbout(c, deps, loaded);
  });

  site.post(STAFF, ABOUT, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const why = tidyText(one(typed, 'why'));
    const errors = errorsIn(why, loaded.definition);
    if (Object.keys(errors).length > 0) return showAbout(c, deps, loaded, { typed, errors });
    await change(deps, who, loaded, before => withAbout(before, why, one(typed, 'breakdown')));
    return c.redirect(`${surveyOf(loaded)}/about?saved=1`, 303);
  });
}

function errorsIn(why: string, { about }: Definition): FieldErrors {
  if (why.length > LONGEST_WHY) return { why: `Keep this to ${LONGEST_WHY} characters.` };
  const isAsked = (about?.questions.length ?? 0) > 0;
  return isAsked && why === '' ? { why: 'Say why you ask: families are asked about themselves.' } : {};
}

/** Neither a reason nor a question: nothing is asked ‘about you’. */
function withAbout(before: Definition, why: string, breakdown: string): Definition {
  const { about, ...rest } = before;
  const questions = about?.questions ?? [];
  if (why === '' && questions.length === 0) return rest;
  const counts = breakdownsOf(questions).some(each => each.value === breakdown);
  return { ...rest, about: { why, questions, ...(counts ? { breakdown } : {}) } };
}

const breakdownsOf = (questions: AboutYou['questions']) =>
  questions
    .filter(each => each.kind === 'choose-one')
    .map(({ id, ask }) => ({ value: id, label: ask || 'Not written yet' }));

type Refused = { typed?: Typed; errors?: FieldErrors };

async function showAbout(c: Ctx, deps: Deps, loaded: Loaded, { typed, errors = {} }: Refused = {}): Promise<Response> {
  const { head, definition, version } = loaded;
  const { why = '', breakdown = '', questions = [] } = definition.about ?? {};
  const { kept } = await readBlocks(deps.db.read, head.id, { survey: definition });
  const given = {
    desk: `/desk/consultations/${head.id}`,
    say: deps.say,
    known: await readKnown(deps.db.read),
    kept: new Set(kept.map(each => each.mark)),
  };
  const view = {
    head,
    version: version.id,
    values: typed ? firstValues(typed) : { why, breakdown },
    rows: surveyRows(definition, given, questions),
    kinds: kindChoices(definition, { after: '', about: true }, surveyOf(loaded), deps.say),
    breakdowns: breakdownsOf(questions),
    here: c.req.query('at') ?? '',
    saved: c.req.query('saved') !== undefined,
  };
  return aboutPage(c, view, { title: `About you: ${head.title}`, area: 'desk', errors });
}
