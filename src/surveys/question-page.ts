import type { DeskHead } from '../consultations/desk-view.ts';
import type { FormField } from '../consultations/plan-sections.ts';
import { readKnown } from '../glossary/known.ts';
import { listMedia } from '../media/queries.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { conflict } from '../web/errors.ts';
import type { FieldErrors } from '../web/forms.ts';
import { fragment, page } from '../web/render.ts';
import { byField, type Finding } from '../words/checks/finding-rules.ts';
import { isAbout, type Place } from './builder-rules.ts';
import { everyQuestion } from './compare.ts';
import type { Question } from './definition.ts';
import { surveyOf, type Loaded } from './desk-pages.ts';
import type { KindChoice } from './kind-choices.ts';
import { answeredAs, meaningFields } from './meaning-rules.ts';
import { titleOf } from './number-rules.ts';
import { questionFields, type PictureChoice } from './question-fields.ts';
import { questionValues, type QuestionValues } from './question-value-rules.ts';
import { theirsBeside, type Theirs } from './theirs-rules.ts';
import { formFindings, WORD_FIELDS } from './word-rules.ts';
import { fingerprint } from './fingerprint-rules.ts';

/** `follows` is what was saved before it, in words; '' for nothing. */
type Fresh = Place & { follows: string; kinds: KindChoice[] };

export type QuestionPage = {
  head: DeskHead;
  version: string;
  question: Question;
  /** What it is called: ‘Question 3: choose one’. */
  name: string;
  hasPictures: boolean;
  /** Where its list stands: '/about' for one ‘about you’. */
  list: string;
  /** Whether anything comes after it, or it has rules. */
  leads: boolean;
  /** Where its form is sent. */
  action: string;
  /** Of one that is not in the survey yet: where it will come, and the other kinds that it could be. */
  fresh: Fresh | null;
  fields: FormField[];
  values: QuestionValues;
  /** What the checks of words say, by field. */
  found: Record<string, Finding[]>;
  /** Whether the officer has just asked for the checks. */
  checked: boolean;
  /** Tells whether the question is still what this form was made from. */
  was: string;
  /** What somebody else has written meanwhile, where it differs. */
  theirs: Theirs[];
};

const questionPage = page<QuestionPage>('surveys/question');
const renewedPart = fragment<Pick<QuestionPage, 'found'>>('words/renewed');

/** A question of the survey, those ‘about you’ among them. */
export const questionOf = ({ definition }: Pick<Loaded, 'definition'>, id: string): Question | undefined =>
  everyQuestion(definition).find(each => each.id === id);

/** Where its list stands. */
export const listOf = ({ definition }: Pick<Loaded, 'definition'>, id: string): '/about' | '' =>
  isAbout(definition, id) ? '/about' : '';

async function pictureChoices({ db }: Deps, { head }: Loaded): Promise<PictureChoice[]> {
  const files = await listMedia(db.read, head.id);
  return files.filter(each => each.kind === 'picture').map(({ id, alt }) => ({ value: id, label: alt }));
}

/** What the checks of words say of what is typed so far, as the part of the page that htmx puts in its place. */
export const showFindings = async (c: Ctx, deps: Deps, question: Question, values: QuestionValues): Promise<Response> =>
  renewedPart(c, { found: await wordsFound(deps, question, values) });

const wordsFound = async ({ db }: Deps, question: Question, values: QuestionValues): Promise<QuestionPage['found']> =>
  byField(WORD_FIELDS, formFindings(question, values, await readKnown(db.read)));

export type Shown = Partial<
  Pick<QuestionPage, 'name' | 'values' | 'was' | 'theirs' | 'action' | 'fresh' | 'checked'>
> & {
  errors?: FieldErrors;
};

export async function showQuestion(
  c: Ctx,
  deps: Deps,
  loaded: Loaded,
  question: Question,
  { errors = {}, ...shown }: Shown = {},
): Promise<Response> {
  const view = await questionView(deps, loaded, question, shown);
  const title = `${view.name}: ${loaded.head.title}`;
  if (view.theirs.length === 0) return questionPage(c, view, { title, area: 'desk', errors });
  return questionPage(c, view, { title: `Error: ${title}`, area: 'desk', status: 409 });
}

/** The form of a question, for its own page and for its place in the list. */
export async function questionView(
  deps: Deps,
  loaded: Loaded,
  question: Question,
  shown: Omit<Shown, 'errors'> = {},
): Promise<QuestionPage> {
  const values = shown.values ?? questionValues(question);
  const pictures = question.kind === 'pictures' ? await pictureChoices(deps, loaded) : [];
  return {
    head: loaded.head,
    version: loaded.version.id,
    question,
    name: nameOf(deps, loaded, question),
    fields: fieldsOf(deps, loaded, question, pictures),
    values,
    found: await wordsFound(deps, question, values),
    was: fingerprint(question),
    theirs: [],
    hasPictures: pictures.length > 0,
    list: listOf(loaded, question.id),
    leads: leads(loaded, question),
    action: `${surveyOf(loaded)}/questions/${question.id}`,
    fresh: null,
    checked: false,
    ...shown,
  };
}

const leads = ({ definition }: Loaded, { id, next = [] }: Question): boolean =>
  !isAbout(definition, id) && (next.length > 0 || definition.questions.at(-1)?.id !== id);

function fieldsOf(deps: Deps, loaded: Loaded, question: Question, pictures: PictureChoice[]): FormField[] {
  const answered = answeredAs(loaded.published, question.id);
  const all = questionFields(question, deps.say, pictures);
  // Nobody has to answer ‘about you’, and whoever is short of time is not asked.
  const own = listOf(loaded, question.id) ? all.filter(({ name }) => !['required', 'important'].includes(name)) : all;
  return [...own, ...(answered ? meaningFields(answered) : [])];
}

function nameOf({ say }: Deps, { definition }: Loaded, question: Question): string {
  const kind = say(`surveys.kind.${question.kind}`);
  return question.kind === 'information' ? kind : `${titleOf(definition, question.id)}: ${kind.toLowerCase()}`;
}

/** The form as it was filled in, beside what somebody else has saved meanwhile. A question that is gone is a conflict. */
export function showBoth(c: Ctx, deps: Deps, loaded: Loaded, id: string, values: QuestionValues): Promise<Response> {
  const question = questionOf(loaded, id);
  if (!question) throw conflict();
  const theirs = theirsBeside(fieldsOf(deps, loaded, question, []), questionValues(question), values);
  return showQuestion(c, deps, loaded, question, { values, theirs });
}
