/** A survey of LimeSurvey as a definition of ours, with everything named that finds no place in it. */
import { nextQuestionId, type Definition, type Question } from '../surveys/definition.ts';
import type { Condition } from '../surveys/conditions.ts';
import type { Edition } from '../words/editions.ts';
import {
  added,
  noCounts,
  NOWHERE,
  shortened,
  type Counts,
  type Here,
  type Imported,
  type Left,
  type Lost,
} from './import-rules.ts';
import { extrasOf, isEquation, saidOf, typeName, unusedOf } from './lss-extras-rules.ts';
import type { Reference } from './lss-made-rules.ts';
import { makeQuestions } from './lss-question-rules.ts';
import { foundIn, lostOfSurvey, sizeOf } from './lss-whole-rules.ts';
import type { LssGroup, LssQuestion, LssSurvey } from './lss-survey-rules.ts';
import { whenShown } from './lss-condition-rules.ts';
import { cut, MOST } from './lss-words-rules.ts';
import { editionsOf, plainOf, tonguesOf, type Tongues } from './said-rules.ts';
import { skipsOf, type Shown } from './skip-rules.ts';

export function importLss(survey: LssSurvey, { used }: Pick<Here, 'used'> = NOWHERE): Imported {
  const tongues = tonguesOf(survey.language, survey.languages);
  const work = new Work(survey, tongues, used);
  for (const group of survey.groups) work.addGroup(group);
  const definition = work.definition();
  return {
    title: plainOf(survey.title, tongues),
    definition,
    left: [...lostOfSurvey(survey, tongues).map(each => ({ where: 'The survey', ...each })), ...work.left],
    found: foundIn(survey),
    came: added(work.came, { languages: 1 + tongues.editions.size }),
  };
}

/** Goes through the groups in order; every name that an equation may use is known by the time it is asked about. */
class Work {
  readonly left: Left[] = [];
  came: Counts = noCounts();
  readonly #survey: LssSurvey;
  readonly #tongues: Tongues;
  readonly #names = new Map<string, Reference>();
  readonly #pages: { question: Question; when: Condition | null }[] = [];
  readonly #used: string[];

  constructor(survey: LssSurvey, tongues: Tongues, used: readonly string[]) {
    this.#used = [...used];
    this.#survey = survey;
    this.#tongues = tongues;
  }

  addGroup(group: LssGroup): void {
    const where = `Group ‘${plainOf(group.name, this.#tongues)}’`;
    const { when, lost } = whenShown({ ...group, conditions: [] }, this.#names);
    if (when === false) {
      const counts = added({ groups: 1, conditions: 1 }, ...group.questions.map(sizeOf));
      return this.#lose(where, { what: 'all of it: it is never shown', todo: 'There is nothing to do.', counts });
    }
    [...lost, ...saidOf([group.name, group.description], group.embedded)].forEach(each => this.#lose(where, each));
    this.#come({ groups: 1, conditions: isEquation(group.relevance) && lost.length === 0 ? 1 : 0 });
    if (group.description.size > 0) this.#pages.push({ question: this.#heading(group), when });
    else
      this.#lose(where, {
        what: 'its name: surveys here have no sections',
        todo: 'Add a page to read if it is missed.',
      });
    for (const question of group.questions) this.#addQuestion(question, when);
  }

  #heading({ name, description }: LssGroup): Question {
    const said = (edition?: Edition) => ({
      ask: cut(wordsIn(name, edition, this.#tongues), MOST.ask) || 'Please read this',
      body: cut(wordsIn(description, edition, this.#tongues).replaceAll('\n', '\n\n'), MOST.body),
    });
    const editions = editionsOf(description, this.#tongues).map(([edition]) => [edition, said(edition)] as const);
    return {
      ...{ id: this.#nextId(), kind: 'information' as const },
      ...said(),
      ...(editions.length > 0 ? { editions: Object.fromEntries(editions) } : {}),
    };
  }

  #addQuestion(question: LssQuestion, group: Condition | null): void {
    const where = `Question ${question.code} ‘${shortened(plainOf(question.ask, this.#tongues))}’`;
    const whole = (what: string, todo: string) =>
      this.#lose(where, { what: `all of it: ${what}`, todo, counts: sizeOf(question) });
    if (question.attributes.get('hidden') === '1') return whole('it is hidden', 'There is nothing to do.');
    const { when, lost } = whenShown(question, this.#names);
    if (when === false) return whole('it is never shown', 'There is nothing to do.');
    const made = makeQuestions(question, { tongues: this.#tongues, nextId: () => this.#nextId() });
    if (!made)
      return whole(`there is no such kind of question here: ${typeName(question.type)}`, 'Ask in another way.');
    if (made.questions.length === 0) return whole('it has no lines to answer', 'There is nothing to do.');
    const silent = question.ask.size > 0 && !question.ask.has(this.#tongues.plain) ? [SILENT] : [];
    const losses = [...lost, ...made.left, ...silent, ...unusedOf(question), ...extrasOf(question)];
    losses.forEach(each => this.#lose(where, each));
    this.#come(minus(sizeOf(question), added(...losses.map(each => each.counts ?? {}))));
    this.#name(question, made.references);
    for (const page of made.questions) this.#pages.push({ question: page, when: both(group, when) });
  }

  /** Their equations call an answer by its code, or by the numbers of survey, group and question. */
  #name({ code, gid, qid }: LssQuestion, references: ReadonlyMap<string, Reference>): void {
    const number = `${this.#survey.sid}X${gid}X${qid}`;
    for (const [end, reference] of references) {
      this.#names.set(`${code}${end}`, reference);
      this.#names.set(`${number}${end.replace(/^_/, '')}`, reference);
    }
  }

  #nextId(): string {
    const id = nextQuestionId(this.#used);
    this.#used.push(id);
    return id;
  }

  #lose(where: string, lost: Lost): void {
    this.left.push({ where, ...lost });
  }

  #come(counts: Partial<Counts>): void {
    this.came = added(this.came, counts);
  }

  definition(): Definition {
    const shown: Shown[] = this.#pages.map(({ question, when }) => ({ id: question.id, when }));
    const { rules, tooMany } = skipsOf(shown);
    for (const { question } of this.#pages.filter(page => tooMany.includes(page.question.id))) {
      const what = 'when it is shown: too many conditions meet here, so it is asked of everybody';
      this.#lose(`Question ‘${shortened(question.ask)}’`, { what, todo: 'Put questions of one condition together.' });
    }
    const questions = this.#pages.map(({ question }) => {
      const next = rules.get(question.id);
      return next ? { ...question, next } : question;
    });
    const offered = [...new Set(this.#tongues.editions.values())];
    const editions = offered.length > 0 ? { editions: Object.fromEntries(offered.map(each => [each, {}])) } : {};
    return { format: 1, questions, ...editions };
  }
}

const SILENT: Lost = {
  what: 'its words in the first language: there are none, so those of another stand in their place',
  todo: 'Write it in English.',
};

const minus = (one: Counts, other: Counts): Counts => {
  const left = { ...one };
  for (const name of Object.keys(left) as (keyof Counts)[]) left[name] -= other[name];
  return left;
};

const both = (one: Condition | null, other: Condition | null): Condition | null =>
  one && other ? { and: [one, other] } : (one ?? other);

const wordsIn = (texts: ReadonlyMap<string, string>, edition: Edition | undefined, tongues: Tongues): string =>
  (edition && new Map(editionsOf(texts, tongues)).get(edition)) || plainOf(texts, tongues);
