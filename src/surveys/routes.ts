import { headFor, type DeskHead } from '../consultations/desk-view.ts';
import { factsOfOne } from '../consultations/facts.ts';
import type { FormField } from '../consultations/plan-sections.ts';
import { findForOfficer, latestVersion } from '../consultations/queries.ts';
import type { Who } from '../people/roles.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { conflict, found, notFound } from '../web/errors.ts';
import { firstValues, one, readDate, readForm, type FieldErrors } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { addQuestion, isMove, kindsToAdd, move, replaceQuestion } from './builder-rules.ts';
import { kindOf, kinds, missingForPublishing, readDefinition, type Definition, type Question } from './definition.ts';
import { isKind } from './kinds/registry.ts';
import { questionFields } from './question-fields.ts';
import { questionValues, readQuestion, type QuestionValues } from './question-form-rules.ts';
import { changeSurvey, SurveyIsPublished } from './save-survey.ts';

type Loaded = { head: DeskHead; definition: Definition; isFixed: boolean };
type SurveyView = Loaded & {
  rows: { id: string; ask: string; kind: string; missing: string[]; once: boolean }[];
  kinds: { value: string; label: string }[];
  missing: string[];
  here: string;
};
type QuestionPage = { head: DeskHead; question: Question; n: number; fields: FormField[]; values: QuestionValues };

const surveyPage = page<SurveyView>('surveys/survey');
const questionPage = page<QuestionPage>('surveys/question');

const PATH = '/desk/consultations/:id/survey';
const QUESTION = `${PATH}/questions/:question`;
const STAFF = ['officer', 'administrator'] as const;

/** Building the questions of a consultation that is not published yet. Works by keyboard and without scripts. */
export function registerSurveyRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => showSurvey(c, deps, await load(c, deps, who)));

  site.get(STAFF, `${PATH}/questions`, c =>
    c.redirect(`/desk/consultations/${encodeURIComponent(param(c, 'id'))}/survey`, 303),
  );

  site.post(STAFF, `${PATH}/questions`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const kind = one(await readForm(c), 'kind');
    const offered = kindsToAdd(loaded.definition, Object.keys(kinds));
    if (!isKind(kind) || !offered.includes(kind)) {
      return showSurvey(c, deps, loaded, { kind: 'Choose which kind of question.' });
    }
    let id = '';
    await change(deps, who, loaded, definition => {
      const added = addQuestion(definition, kind);
      id = added.id;
      return added.definition;
    });
    return c.redirect(`${surveyOf(loaded)}/questions/${id}`, 303);
  });

  site.get(STAFF, QUESTION, async (c, who) => {
    const loaded = await load(c, deps, who);
    const question = found(questionOf(loaded, param(c, 'question')));
    if (loaded.isFixed) throw notFound();
    return showQuestion(c, deps, loaded, question, questionValues(question));
  });

  site.post(STAFF, QUESTION, async (c, who) => {
    const loaded = await load(c, deps, who);
    const question = found(questionOf(loaded, param(c, 'question')));
    const typed = await readForm(c);
    const days = { min: [readDate(typed, 'min')], max: [readDate(typed, 'max')] };
    const read = readQuestion(question, question.kind === 'date' ? { ...typed, ...days } : typed);
    if (!read.ok) {
      const values = { ...firstValues(typed), who: typed['who'] ?? [] };
      return showQuestion(c, deps, loaded, question, values, read.errors);
    }
    await change(deps, who, loaded, definition => replaceQuestion(definition, read.question));
    return c.redirect(placeOf(loaded, question.id), 303);
  });

  site.post(STAFF, `${QUESTION}/:move`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const what = param(c, 'move');
    const question = found(questionOf(loaded, param(c, 'question')));
    if (!isMove(what)) throw notFound();
    await change(deps, who, loaded, definition => move(definition, question.id, what));
    return c.redirect(what === 'removal' ? surveyOf(loaded) : placeOf(loaded, question.id), 303);
  });
}

async function load(c: Ctx, deps: Deps, who: Who): Promise<Loaded> {
  const row = found(await findForOfficer(deps.db.read, who, param(c, 'id')));
  const version = found(await latestVersion(deps.db.read, row.id));
  const head = await headFor(deps.db.read, who, await factsOfOne(deps.db.read, row), deps.today());
  return { head, definition: readDefinition(version.definition), isFixed: version.published_at !== null };
}

const surveyOf = ({ head }: Loaded): string => `/desk/consultations/${head.id}/survey`;
/** The list again, at this question: by `#` without scripts, by `at` with them. */
const placeOf = (loaded: Loaded, id: string): string => `${surveyOf(loaded)}?at=${id}#${id}`;
const questionOf = ({ definition }: Loaded, id: string) => definition.questions.find(each => each.id === id);

/** Changes the survey, unless it was published meanwhile. */
async function change(deps: Deps, who: Who, { head }: Loaded, edit: (before: Definition) => Definition): Promise<void> {
  try {
    await changeSurvey(deps.db.write, who, head.id, edit, deps.now());
  } catch (error) {
    throw error instanceof SurveyIsPublished ? conflict() : error;
  }
}

function showSurvey(c: Ctx, deps: Deps, loaded: Loaded, errors: FieldErrors = {}): Promise<Response> {
  const { definition, head } = loaded;
  const view = {
    ...loaded,
    rows: definition.questions.map(question => ({
      id: question.id,
      ask: question.ask,
      kind: deps.say(`surveys.kind.${question.kind}`),
      missing: kindOf(question).missing(question),
      once: question.kind === 'who-is-answering',
    })),
    kinds: kindsToAdd(definition, Object.keys(kinds)).map(value => ({
      value,
      label: deps.say(`surveys.kind.${value}`),
    })),
    missing: missingForPublishing(definition),
    here: c.req.query('at') ?? '',
  };
  return surveyPage(c, view, { title: `Survey: ${head.title}`, area: 'desk', errors });
}

function showQuestion(
  c: Ctx,
  deps: Deps,
  loaded: Loaded,
  question: Question,
  values: QuestionValues,
  errors: FieldErrors = {},
): Promise<Response> {
  const n = loaded.definition.questions.findIndex(each => each.id === question.id) + 1;
  const view = { head: loaded.head, question, n, fields: questionFields(question, deps.say), values };
  return questionPage(c, view, { title: `Question ${n}: ${loaded.head.title}`, area: 'desk', errors });
}
