import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { conflict, notFound } from '../web/errors.ts';
import { one } from '../web/forms.ts';
import { param, type Site } from '../web/site.ts';
import { addQuestion, kindsToAdd, replaceQuestion, type Place } from './builder-rules.ts';
import { everyQuestion } from './compare.ts';
import type { KindName, Question } from './definition.ts';
import { change, load, PATH, placeOf, readFormOf, refusedBy, STAFF, surveyOf, type Loaded } from './desk-pages.ts';
import { kindChoices, nextAfter } from './kind-choices.ts';
import { isKind } from './kinds/registry.ts';
import { called } from './number-rules.ts';
import { turned } from './question-value-rules.ts';
import { showFindings, showQuestion, type Shown } from './question-page.ts';
import { readTyped, valuesTyped } from './typed-question.ts';

const NEW = `${PATH}/new/:kind`;

/** A question that is being written. It comes into the survey when it is saved: until then nothing of it is kept. */
export function registerNewQuestionRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, NEW, async (c, who) => {
    const loaded = await load(c, deps, who);
    const place = { after: c.req.query('after') ?? '', about: c.req.query('list') === 'about' };
    const draft = draftOf(loaded, kindIn(c), place);
    if (loaded.isFixed || !draft) throw notFound();
    return showDraft(c, deps, draft);
  });

  site.post(STAFF, NEW, async (c, who) => {
    const loaded = await load(c, deps, who);
    const kind = kindIn(c);
    const typed = await readFormOf(c, loaded);
    const place = { after: one(typed, 'after'), about: one(typed, 'list') === 'about' };
    const draft = draftOf(loaded, kind, place);
    // A colleague may have added it meanwhile: what was typed is shown once more.
    if (!draft) throw conflict();
    const values = valuesTyped(typed);
    if (c.req.query('check') !== undefined) return showFindings(c, deps, draft.question, values);
    if (one(typed, 'turned') !== '') return showDraft(c, deps, draft, { values: turned(draft.question, values) });
    if (one(typed, 'check') !== '') return showDraft(c, deps, draft, { values, checked: true });
    const read = readTyped(loaded, draft.question, typed, { meaning: '', answersMeaning: '' });
    if (!read.ok) return showDraft(c, deps, draft, { values, errors: read.errors });
    let id = '';
    try {
      await change(deps, who, loaded, (definition, published) => {
        const added = addQuestion(definition, kind, place, published);
        id = added.id;
        return replaceQuestion(added.definition, { ...read.question, id });
      });
    } catch (error) {
      return showDraft(c, deps, draft, { values, errors: { ask: refusedBy(error).join(' ') } });
    }
    const saved = await load(c, deps, who);
    if (one(typed, 'then') === 'next')
      return c.redirect(nextAfter(saved.definition, { ...read.question, id }, surveyOf(saved)), 303);
    return c.redirect(placeOf(saved, id, { did: 'new', list: place.about ? '/about' : '' }), 303);
  });
}

function kindIn(c: Ctx): KindName {
  const kind = param(c, 'kind');
  if (!isKind(kind)) throw notFound();
  return kind;
}

type Draft = { loaded: Loaded; question: Question; place: Place };

/** The survey as if it held the question already, so that its form knows its number; undefined where it can't be added. */
function draftOf(loaded: Loaded, kind: KindName, place: Place): Draft | undefined {
  if (!kindsToAdd(loaded.definition, place.about).includes(kind)) return undefined;
  const { definition, id } = addQuestion(loaded.definition, kind, place, loaded.published);
  const question = everyQuestion(definition).find(each => each.id === id);
  return question && { loaded: { ...loaded, definition }, question, place };
}

function showDraft(c: Ctx, deps: Deps, { loaded, question, place }: Draft, shown: Shown = {}): Promise<Response> {
  const { definition } = loaded;
  const survey = surveyOf(loaded);
  const before = { ...definition, questions: definition.questions.filter(each => each !== question) };
  const isThere = everyQuestion(before).some(each => each.id === place.after);
  const fresh = {
    ...place,
    follows: isThere ? called(definition, place.after) : '',
    kinds: kindChoices(before, place, survey, deps.say).filter(each => each.kind !== question.kind),
  };
  const name = `A new question: ${deps.say(`surveys.kind.${question.kind}`).toLowerCase()}`;
  return showQuestion(c, deps, loaded, question, { ...shown, name, action: `${survey}/new/${question.kind}`, fresh });
}
