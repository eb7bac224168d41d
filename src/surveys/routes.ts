import type { DeskHead } from '../consultations/desk-view.ts';
import type { FormField } from '../consultations/plan-sections.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { firstValues, one, readDate, type FieldErrors, type Typed } from '../web/forms.ts';
import { fragment, page } from '../web/render.ts';
import { byField, type Finding } from '../words/checks/finding-rules.ts';
import { param, type Site } from '../web/site.ts';
import { addQuestion, isMove, kindsToAdd, move, replaceQuestion } from './builder-rules.ts';
import { kinds, type Question } from './definition.ts';
import { numeralOf } from './number-rules.ts';
import {
  change,
  load,
  PATH,
  placeOf,
  readFormOf,
  refusedBy,
  showSurvey,
  STAFF,
  surveyOf,
  type Loaded,
} from './desk-pages.ts';
import { isKind } from './kinds/registry.ts';
import { answeredAs, countedAnew, meaningErrors, meaningFields, optionIdsEver, type Said } from './meaning-rules.ts';
import { listMedia } from '../media/queries.ts';
import { questionFields, type PictureChoice } from './question-fields.ts';
import { questionValues, readQuestion, type QuestionRead, type QuestionValues } from './question-form-rules.ts';
import { formFindings, WORD_FIELDS } from './word-rules.ts';

type QuestionPage = {
  head: DeskHead;
  version: string;
  question: Question;
  /** What it is called: ‘Question 3: choose one’. */
  name: string;
  hasPictures: boolean;
  fields: FormField[];
  values: QuestionValues;
  /** What the checks of words say, by field. */
  found: Record<string, Finding[]>;
};

const questionPage = page<QuestionPage>('surveys/question');
const renewed = fragment<Pick<QuestionPage, 'found'>>('words/renewed');

const QUESTION = `${PATH}/questions/:question`;

/** Building the questions of a version that is not published yet. Works by keyboard and without scripts. */
export function registerSurveyRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => showSurvey(c, deps, await load(c, deps, who)));

  site.get(STAFF, `${PATH}/questions`, c =>
    c.redirect(`/desk/consultations/${encodeURIComponent(param(c, 'id'))}/survey`, 303),
  );

  site.post(STAFF, `${PATH}/questions`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const kind = one(typed, 'kind');
    const offered = kindsToAdd(loaded.definition, Object.keys(kinds));
    if (!isKind(kind) || !offered.includes(kind)) {
      return showSurvey(c, deps, loaded, { errors: { kind: 'Choose which kind of question.' } });
    }
    let id = '';
    try {
      await change(deps, who, loaded, (definition, published) => {
        const added = addQuestion(definition, kind, published);
        id = added.id;
        return added.definition;
      });
    } catch (error) {
      return showSurvey(c, deps, loaded, { refused: refusedBy(error) });
    }
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
    const typed = await readFormOf(c, loaded);
    const question = found(questionOf(loaded, param(c, 'question')));
    const values = { ...firstValues(typed), who: typed['who'] ?? [] };
    if (c.req.query('check') !== undefined) return renewed(c, { found: wordsFound(question, values) });
    if (one(typed, 'check') !== '') return showQuestion(c, deps, loaded, question, values);
    const said = { meaning: one(typed, 'meaning'), answersMeaning: one(typed, 'answersMeaning') };
    const read = readTyped(loaded, question, typed, said);
    if (!read.ok) return showQuestion(c, deps, loaded, question, values, read.errors);
    let { id } = question;
    const touched = await change(deps, who, loaded, (definition, published) => {
      const isAnswered = answeredAs(published, id) !== null;
      if (said.meaning !== 'other' || !isAnswered) return replaceQuestion(definition, read.question);
      const anew = countedAnew(definition, read.question, published);
      id = anew.id;
      return anew.definition;
    });
    return c.redirect(placeOf(loaded, id, { rules: touched, anew: id !== question.id }), 303);
  });

  site.post(STAFF, `${QUESTION}/:move`, async (c, who) => {
    const loaded = await load(c, deps, who);
    await readFormOf(c, loaded);
    const what = param(c, 'move');
    const { id } = found(questionOf(loaded, param(c, 'question')));
    if (!isMove(what)) throw notFound();
    try {
      const touched = await change(deps, who, loaded, (before, published) => move(before, id, what, published));
      return c.redirect(placeOf(loaded, what === 'removal' ? '' : id, { rules: touched }), 303);
    } catch (error) {
      return showSurvey(c, deps, loaded, { refused: refusedBy(error) });
    }
  });
}

const questionOf = ({ definition }: Loaded, id: string) => definition.questions.find(each => each.id === id);

/** The question as it was typed; of one that was answered with what was said of its meaning. */
function readTyped({ published }: Loaded, before: Question, typed: Typed, said: Said): QuestionRead {
  const days = { min: [readDate(typed, 'min')], max: [readDate(typed, 'max')] };
  const fields = before.kind === 'date' ? { ...typed, ...days } : typed;
  const given = { used: optionIdsEver(published, before.id), sameMeaning: said.answersMeaning === 'same' };
  const read = readQuestion(before, fields, given);
  const answered = answeredAs(published, before.id);
  if (!read.ok || !answered) return read;
  const errors = meaningErrors(answered, { before, after: read.question }, said);
  return Object.keys(errors).length > 0 ? { ok: false, errors } : read;
}

async function pictureChoices({ db }: Deps, { head }: Loaded): Promise<PictureChoice[]> {
  const files = await listMedia(db.read, head.id);
  return files.filter(each => each.kind === 'picture').map(({ id, alt }) => ({ value: id, label: alt }));
}

function wordsFound(question: Question, values: QuestionValues): Record<string, Finding[]> {
  return byField(WORD_FIELDS, formFindings(question, values, new Set()));
}

async function showQuestion(
  c: Ctx,
  deps: Deps,
  loaded: Loaded,
  question: Question,
  values: QuestionValues,
  errors: FieldErrors = {},
): Promise<Response> {
  const numeral = numeralOf(loaded.definition, question.id);
  const kind = deps.say(`surveys.kind.${question.kind}`);
  const name = numeral ? `Question ${numeral}: ${kind.toLowerCase()}` : kind;
  const answered = answeredAs(loaded.published, question.id);
  const pictures = question.kind === 'pictures' ? await pictureChoices(deps, loaded) : [];
  const fields = [...questionFields(question, deps.say, pictures), ...(answered ? meaningFields(answered) : [])];
  const view = {
    head: loaded.head,
    version: loaded.version.id,
    question,
    name,
    fields,
    values,
    found: wordsFound(question, values),
    hasPictures: pictures.length > 0,
  };
  return questionPage(c, view, { title: `${name}: ${loaded.head.title}`, area: 'desk', errors });
}
