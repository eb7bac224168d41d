import type { DeskHead } from '../consultations/desk-view.ts';
import type { FormField } from '../consultations/plan-sections.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { firstValues, one, readDate, type FieldErrors, type Typed } from '../web/forms.ts';
import { fragment, page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { lowered } from '../words/phrase-rules.ts';
import type { Definition, Question } from './definition.ts';
import { change, load, PATH, readFormOf, refusedBy, STAFF, surveyOf, type Loaded } from './desk-pages.ts';
import { titleOf } from './number-rules.ts';
import { routingGaps } from './routing.ts';
import { fitting, formOf } from './rule-edit-rules.ts';
import {
  decidingList,
  decidingOf,
  placesFrom,
  readRule,
  ruleFields,
  usualDecider,
  type Deciding,
} from './rule-form-rules.ts';
import { isRuleMove, keyOf, moveRule, withRule, withRuleChanged } from './rule-list-rules.ts';
import { ChangedMeanwhile } from './save-survey.ts';
import { placeInWords, ruleInWords } from './sentence-rules.ts';

type RuleParts = {
  action: string;
  version: string;
  deciding: Deciding;
  fields: FormField[];
  values: Record<string, string | string[]>;
  /** The key of the rule that is changed; '' while one is added. */
  edited: string;
  errors: FieldErrors;
};

type RulesView = RuleParts & {
  head: DeskHead;
  question: Question;
  /** 'Question 3', and where it leads without a rule. */
  name: string;
  otherwise: string;
  /** Whether anything comes after it. */
  leads: boolean;
  /** `canEdit`: whether the form can say it. */
  rules: { key: string; words: string; canEdit: boolean }[];
  questions: { value: string; label: string }[];
  routing: { href: string; text: string }[];
  /** The rule to go on from. */
  here: string;
  saved: boolean;
};

const rulesPage = page<RulesView>('surveys/rules');
const rulesPart = fragment<RuleParts & { t: Deps['say'] }>('surveys/rule-parts');

const RULES = `${PATH}/questions/:question/rules`;

/** Where a question leads, in sentences. Without scripts the question that decides is chosen first, then its answers. */
export function registerRuleRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, RULES, async (c, who) => {
    const { loaded, question } = await questionIn(c, deps, who);
    if (loaded.isFixed) throw notFound();
    const given = givenFor(loaded, question, c.req.query());
    if (c.req.query('part') === undefined) return showRules(c, deps, loaded, question, given);
    return rulesPart(c, { ...partsOf(deps, loaded, question, given), t: deps.say });
  });

  site.post(STAFF, RULES, async (c, who) => {
    const { loaded, question } = await questionIn(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const { definition } = loaded;
    const deciding = decidingOf(definition, question.id, one(typed, 'one'), one(typed, 'two'));
    const days = { 'one-date': [readDate(typed, 'one-date')], 'two-date': [readDate(typed, 'two-date')] };
    const edited = one(typed, 'rule');
    const read = readRule(definition, question.id, deciding, { ...typed, ...days });
    if (!read.ok) return showRules(c, deps, loaded, question, { deciding, typed, edited, errors: read.errors });
    const edit = (before: Definition) => {
      if (!edited) return withRule(before, question.id, read.rule);
      const after = withRuleChanged(before, question.id, edited, read.rule);
      if (!after) throw new ChangedMeanwhile();
      return after;
    };
    try {
      await change(deps, who, loaded, edit);
    } catch (error) {
      const isGone = error instanceof ChangedMeanwhile;
      const errors = { to: isGone ? GONE : refusedBy(error).join(' ') };
      return showRules(c, deps, loaded, question, { deciding, typed, edited: isGone ? '' : edited, errors });
    }
    const key = keyOf(read.rule);
    return c.redirect(`${rulesOf(loaded, question)}?saved=1&at=${key}#${key}`, 303);
  });

  site.post(STAFF, `${RULES}/:rule/:move`, async (c, who) => {
    const { loaded, question } = await questionIn(c, deps, who);
    await readFormOf(c, loaded);
    const what = param(c, 'move');
    const key = param(c, 'rule');
    if (!isRuleMove(what)) throw notFound();
    await change(deps, who, loaded, before => moveRule(before, question.id, key, what));
    return c.redirect(`${rulesOf(loaded, question)}${what === 'removal' ? '' : `?at=${key}#${key}`}`, 303);
  });
}

async function questionIn(c: Ctx, deps: Deps, who: Parameters<typeof load>[2]) {
  const loaded = await load(c, deps, who);
  const question = found(loaded.definition.questions.find(each => each.id === param(c, 'question')));
  return { loaded, question };
}

const rulesOf = (loaded: Loaded, { id }: Question): string => `${surveyOf(loaded)}/questions/${id}/rules`;

const GONE = 'Somebody has changed or removed that rule since. Add this one if it is still wanted.';

type Given = { deciding: Deciding; typed?: Typed; edited?: string; errors?: FieldErrors };

/** The questions that the address names decide; without them those of the rule that is edited, or the usual one. */
function givenFor({ definition }: Loaded, question: Question, query: Record<string, string>): Given {
  const rule = question.next?.find(each => keyOf(each) === query['edit']);
  const form = rule && formOf(definition, question.id, rule);
  const { one: chosen = form?.deciding.one ?? usualDecider(question), two = form?.deciding.two } = query;
  const deciding = decidingOf(definition, question.id, chosen, two);
  return form ? { deciding, typed: fitting(form, deciding), edited: query['edit'] ?? '' } : { deciding };
}

function partsOf(
  deps: Deps,
  loaded: Loaded,
  question: Question,
  { deciding, typed, edited = '', errors = {} }: Given,
): RuleParts {
  const fields = ruleFields(loaded.definition, question.id, deciding, deps.say);
  return {
    action: rulesOf(loaded, question),
    version: loaded.version.id,
    deciding,
    fields,
    values: typed ? valuesOf(fields, typed) : {},
    edited,
    errors,
  };
}

const valuesOf = (fields: readonly FormField[], typed: Typed): Record<string, string | string[]> => ({
  ...firstValues(typed),
  ...Object.fromEntries(fields.filter(each => each.kind === 'checkboxes').map(({ name }) => [name, typed[name] ?? []])),
});

function showRules(c: Ctx, deps: Deps, loaded: Loaded, question: Question, given: Given): Promise<Response> {
  const { definition, head } = loaded;
  const name = titleOf(definition, question.id);
  const next = definition.questions[definition.questions.indexOf(question) + 1];
  const view = {
    ...partsOf(deps, loaded, question, given),
    head,
    question,
    name,
    otherwise: next ? `${placeInWords(next.id, definition)} comes next` : 'the questions are over',
    leads: placesFrom(definition, question.id).length > 1,
    rules: (question.next ?? []).map(rule => ({
      key: keyOf(rule),
      words: ruleInWords(rule, definition, deps.say),
      canEdit: formOf(definition, question.id, rule) !== null,
    })),
    questions: decidingList(definition, question.id),
    routing: routingGaps(definition).map(({ at: [at], words }) => ({ href: `${surveyOf(loaded)}#${at}`, text: words })),
    here: c.req.query('at') ?? '',
    saved: c.req.query('saved') !== undefined,
  };
  return rulesPage(c, view, {
    title: `What comes after ${lowered(name)}: ${head.title}`,
    area: 'desk',
    errors: view.errors,
  });
}
