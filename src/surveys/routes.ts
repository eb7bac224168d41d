import type { Deps } from '../web/deps.ts';
import { conflict, found, notFound } from '../web/errors.ts';
import { firstValues, one, readDate, type FieldErrors, type Typed } from '../web/forms.ts';
import { param, type Site } from '../web/site.ts';
import { addQuestion, isMove, kindsToAdd, move, replaceQuestion } from './builder-rules.ts';
import { kinds, type Question } from './definition.ts';
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
  type Edit,
  type Loaded,
} from './desk-pages.ts';
import { isKind } from './kinds/registry.ts';
import { answeredAs, countedAnew, meaningErrors, optionIdsEver, type Said } from './meaning-rules.ts';
import { readQuestion, type QuestionRead } from './question-form-rules.ts';
import { listOf, questionOf, questionView, showBoth, showFindings, showQuestion } from './question-page.ts';
import { fingerprint } from './fingerprint-rules.ts';
import { ChangedMeanwhile } from './save-survey.ts';

const QUESTION = `${PATH}/questions/:question`;

/** Building the questions of a version that is not published yet. Works by keyboard and without scripts. */
export function registerSurveyRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const loaded = await load(c, deps, who);
    const edited = loaded.isFixed ? undefined : questionOf(loaded, c.req.query('edit') ?? '');
    return showSurvey(c, deps, loaded, edited ? { editing: await questionView(deps, loaded, edited) } : {});
  });

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
    return showQuestion(c, deps, loaded, question);
  });

  site.post(STAFF, QUESTION, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readFormOf(c, loaded);
    // It may be gone since the form was opened: what was typed is shown once more.
    const question = questionOf(loaded, param(c, 'question'));
    if (!question) throw conflict();
    const values = { ...firstValues(typed), who: typed['who'] ?? [] };
    const was = one(typed, '_was');
    if (c.req.query('check') !== undefined) return showFindings(c, deps, question, values);
    // The form stands on a page of its own, or in the list.
    const show = async (errors: FieldErrors = {}) =>
      c.req.query('in') === undefined
        ? showQuestion(c, deps, loaded, question, { values, was, errors })
        : showSurvey(c, deps, loaded, { editing: await questionView(deps, loaded, question, { values, was }), errors });
    if (one(typed, 'check') !== '') return show();
    const said = { meaning: one(typed, 'meaning'), answersMeaning: one(typed, 'answersMeaning') };
    const read = readTyped(loaded, question, typed, said);
    if (!read.ok) return show(read.errors);
    let { id } = question;
    const edit: Edit = (definition, published) => {
      const now = questionOf({ definition }, id);
      if (!now || (was !== '' && was !== fingerprint(now))) throw new ChangedMeanwhile();
      const isAnswered = answeredAs(published, id) !== null;
      if (said.meaning !== 'other' || !isAnswered) return replaceQuestion(definition, read.question);
      const anew = countedAnew(definition, read.question, published);
      id = anew.id;
      return anew.definition;
    };
    try {
      const touched = await change(deps, who, loaded, edit);
      const list = listOf(loaded, question.id);
      return c.redirect(placeOf(loaded, id, { rules: touched, anew: id !== question.id, list }), 303);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
      return showBoth(c, deps, await load(c, deps, who), question.id, values);
    }
  });

  site.post(STAFF, `${QUESTION}/:move`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const what = param(c, 'move');
    const { id } = found(questionOf(loaded, param(c, 'question')));
    if (!isMove(what)) throw notFound();
    const was = one(typed, '_was');
    const edit: Edit = (before, published) => {
      const now = questionOf({ definition: before }, id);
      if (what === 'removal' && now && was !== '' && was !== fingerprint(now)) throw new ChangedMeanwhile();
      return move(before, id, what, published);
    };
    try {
      const touched = await change(deps, who, loaded, edit);
      const place = placeOf(loaded, what === 'removal' ? '' : id, { rules: touched, list: listOf(loaded, id) });
      return c.redirect(place, 303);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) return showSurvey(c, deps, loaded, { refused: refusedBy(error) });
      const refused = ['Somebody has changed that question since. Look at it once more before you remove it.'];
      return showSurvey(c, deps, await load(c, deps, who), { refused, status: 409 });
    }
  });
}

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
