import type { DeskHead } from '../consultations/desk-view.ts';
import type { FormField } from '../consultations/plan-sections.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { firstValues, one, readDate, type FieldErrors, type Typed } from '../web/forms.ts';
import { fragment, page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import type { Question } from './definition.ts';
import { change, load, PATH, readFormOf, refusedBy, STAFF, surveyOf, type Loaded } from './desk-pages.ts';
import { called } from './number-rules.ts';
import { routingGaps } from './routing.ts';
import {
  decidingList,
  decidingOf,
  placesFrom,
  readRule,
  ruleFields,
  usualDecider,
  type Deciding,
} from './rule-form-rules.ts';
import { isRuleMove, keyOf, moveRule, withRule } from './rule-list-rules.ts';
import { placeInWords, ruleInWords } from './sentence-rules.ts';

type RuleParts = {
  action: string;
  version: string;
  deciding: Deciding;
  fields: FormField[];
  values: Record<string, string | string[]>;
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
  rules: { key: string; words: string }[];
  questions: { value: string; label: string }[];
  routing: string[];
  /** The rule to go on from. */
  here: string;
  added: boolean;
};

const rulesPage = page<RulesView>('surveys/rules');
const rulesPart = fragment<RuleParts & { t: Deps['say'] }>('surveys/rule-parts');

const RULES = `${PATH}/questions/:question/rules`;

/** Where a question leads, in sentences. Without scripts the question that decides is chosen first, then its answers. */
export function registerRuleRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, RULES, async (c, who) => {
    const { loaded, question } = await questionIn(c, deps, who);
    if (loaded.isFixed) throw notFound();
    const chosen = c.req.query('one') ?? usualDecider(question);
    const deciding = decidingOf(loaded.definition, question.id, chosen, c.req.query('two'));
    if (c.req.query('part') === undefined) return showRules(c, deps, loaded, question, { deciding });
    return rulesPart(c, { ...partsOf(deps, loaded, question, { deciding }), t: deps.say });
  });

  site.post(STAFF, RULES, async (c, who) => {
    const { loaded, question } = await questionIn(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const { definition } = loaded;
    const deciding = decidingOf(definition, question.id, one(typed, 'one'), one(typed, 'two'));
    const days = { 'one-date': [readDate(typed, 'one-date')], 'two-date': [readDate(typed, 'two-date')] };
    const read = readRule(definition, question.id, deciding, { ...typed, ...days });
    if (!read.ok) return showRules(c, deps, loaded, question, { deciding, typed, errors: read.errors });
    try {
      await change(deps, who, loaded, before => withRule(before, question.id, read.rule));
    } catch (error) {
      const errors = { to: refusedBy(error).join(' ') };
      return showRules(c, deps, loaded, question, { deciding, typed, errors });
    }
    return c.redirect(`${rulesOf(loaded, question)}?added=1`, 303);
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

type Given = { deciding: Deciding; typed?: Typed; errors?: FieldErrors };

function partsOf(deps: Deps, loaded: Loaded, question: Question, { deciding, typed, errors = {} }: Given): RuleParts {
  const fields = ruleFields(loaded.definition, question.id, deciding, deps.say);
  return {
    action: rulesOf(loaded, question),
    version: loaded.version.id,
    deciding,
    fields,
    values: typed ? valuesOf(fields, typed) : usualValues(fields),
    errors,
  };
}

const valuesOf = (fields: readonly FormField[], typed: Typed): Record<string, string | string[]> => ({
  ...firstValues(typed),
  ...Object.fromEntries(fields.filter(each => each.kind === 'checkboxes').map(({ name }) => [name, typed[name] ?? []])),
});

// The first way to compare is the usual one; where to go is always chosen.
const usualValues = (fields: readonly FormField[]): Record<string, string> =>
  Object.fromEntries(
    fields.filter(each => each.kind === 'radios').map(({ name, options }) => [name, options?.[0]?.value ?? '']),
  );

function showRules(c: Ctx, deps: Deps, loaded: Loaded, question: Question, given: Given): Promise<Response> {
  const { definition, head } = loaded;
  const name = called(definition, question.id);
  const next = definition.questions[definition.questions.indexOf(question) + 1];
  const view = {
    ...partsOf(deps, loaded, question, given),
    head,
    question,
    name,
    otherwise: next ? `${placeInWords(next.id, definition)} comes next` : 'the questions are over',
    leads: placesFrom(definition, question.id).length > 1,
    rules: (question.next ?? []).map(rule => ({ key: keyOf(rule), words: ruleInWords(rule, definition, deps.say) })),
    questions: decidingList(definition, question.id),
    routing: routingGaps(definition),
    here: c.req.query('at') ?? '',
    added: c.req.query('added') !== undefined,
  };
  return rulesPage(c, view, { title: `Where ${lower(name)} leads: ${head.title}`, area: 'desk', errors: view.errors });
}

const lower = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
