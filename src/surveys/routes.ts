import type { Deps } from '../web/deps.ts';
import { conflict, found, notFound } from '../web/errors.ts';
import { one, type FieldErrors } from '../web/forms.ts';
import { param, type Site } from '../web/site.ts';
import { isMove, move, replaceQuestion } from './builder-rules.ts';
import { newIn } from './compare.ts';
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
} from './desk-pages.ts';
import { answeredAs, countedAnew } from './meaning-rules.ts';
import { nextAfter } from './kind-choices.ts';
import { listOf, questionOf, questionView, showBoth, showFindings, showQuestion } from './question-page.ts';
import { fingerprint } from './fingerprint-rules.ts';
import { ChangedMeanwhile } from './save-survey.ts';
import { readTyped, valuesTyped } from './typed-question.ts';

const QUESTION = `${PATH}/questions/:question`;

/** Building the questions of a version that is not published yet. Works by keyboard and without scripts. */
export function registerSurveyRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, PATH, async (c, who) => {
    const loaded = await load(c, deps, who);
    const edited = loaded.isFixed ? undefined : questionOf(loaded, c.req.query('edit') ?? '');
    return showSurvey(c, deps, loaded, edited ? { editing: await questionView(deps, loaded, edited) } : {});
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
    const values = valuesTyped(typed);
    const was = one(typed, '_was');
    if (c.req.query('check') !== undefined) return showFindings(c, deps, question, values);
    // The form stands on a page of its own, or in the list.
    const checked = one(typed, 'check') !== '';
    const shown = { values, was, checked };
    const show = async (errors: FieldErrors = {}) =>
      c.req.query('in') === undefined
        ? showQuestion(c, deps, loaded, question, { ...shown, errors })
        : showSurvey(c, deps, loaded, { editing: await questionView(deps, loaded, question, shown), errors });
    if (checked) return show();
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
      const place = {
        did: 'saved' as const,
        rules: touched,
        anew: id !== question.id,
        list: listOf(loaded, question.id),
      };
      // What has to be said of the change is said in the list.
      const isQuiet = touched.length === 0 && !place.anew;
      if (isQuiet && one(typed, 'then') === 'next')
        return c.redirect(nextAfter(loaded.definition, question, surveyOf(loaded)), 303);
      return c.redirect(placeOf(loaded, id, place), 303);
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
    let here = what === 'removal' ? '' : id;
    const edit: Edit = (before, published) => {
      const now = questionOf({ definition: before }, id);
      if (what === 'removal' && now && was !== '' && was !== fingerprint(now)) throw new ChangedMeanwhile();
      const after = move(before, id, what, published);
      // What was added is the copy, and the one to go on with.
      here = newIn(before, after)[0] ?? here;
      return after;
    };
    try {
      const touched = await change(deps, who, loaded, edit);
      const did = what === 'copy' ? 'copied' : 'moved';
      const place = placeOf(loaded, here, { did, rules: touched, list: listOf(loaded, id) });
      return c.redirect(place, 303);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) return showSurvey(c, deps, loaded, { refused: refusedBy(error) });
      const refused = ['Somebody has changed that question since. Look at it once more before you remove it.'];
      return showSurvey(c, deps, await load(c, deps, who), { refused, status: 409 });
    }
  });
}
