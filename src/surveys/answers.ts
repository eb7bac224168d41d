/** Answers as kept in drafts and responses: compact JSON under question ids, null for what was seen and skipped. */
import type { Definition, Question } from './definition.ts';
import { acceptAnswer } from './kinds/accept.ts';
import { QUOTE, type Answer, type Answers } from './kinds/kind.ts';
import { kindOf } from './kinds/registry.ts';
import { tidyText } from './kinds/text.ts';
import { asked } from './pages.ts';
import { journey, notReady, pathOf, type Step } from './steps.ts';

/**
 * What can be kept of answers that come from the database or an older version of the survey: only questions on the path,
 * only answers that they take. Words stay even above a limit that has since shrunk: nobody's words are
 * lost.
 */
export const cleanAnswers = (definition: Definition, answers: unknown): Answers => clean(definition, answers).kept;

function clean(definition: Definition, answers: unknown): { kept: Answers; path: Step[] } {
  const given = typeof answers === 'object' && answers !== null ? (answers as Record<string, unknown>) : {};
  const steps = stepsOf(definition);
  const kept = keepableOf(
    steps.map(step => step.question),
    given,
  );
  const path = pathOf(steps, kept);
  return { kept: pick(path, kept), path };
}

function keepableOf(questions: readonly Question[], given: Record<string, unknown>): Answers {
  const kept: Answers = {};
  for (const question of questions) {
    const { id } = question;
    const answer = Object.hasOwn(given, id) ? keepable(question, given[id]) : undefined;
    if (answer !== undefined) kept[id] = answer;
  }
  return kept;
}

function keepable(question: Question, value: unknown): Answer | null | undefined {
  if (value === null) return null;
  if (kindOf(question).isText) return typeof value === 'string' ? tidyText(value) : undefined;
  return acceptAnswer(question, value as Answer) ? (value as Answer) : undefined;
}

function pick(path: readonly Step[], answers: Answers): Answers {
  const picked: Answers = {};
  for (const { id } of path) if (Object.hasOwn(answers, id)) picked[id] = answers[id] ?? null;
  return picked;
}

const walks = new WeakMap<Definition, Step[]>();

/** The steps of a definition without their words: for walking. */
export function stepsOf(definition: Definition): Step[] {
  const steps = walks.get(definition) ?? journey(definition);
  walks.set(definition, steps);
  return steps;
}

/** What was said 'about you', after sending. A draft holds none of it. */
export const aboutOf = ({ about }: Definition, answers: unknown): Record<string, Answer> =>
  withoutSkipped(keepableOf(about?.questions ?? [], answers as Record<string, unknown>));

/** What a response holds: the clean answers without those that were skipped. */
export const answersToSend = (definition: Definition, answers: unknown): Record<string, Answer> =>
  withoutSkipped(cleanAnswers(definition, answers));

/** The same, and the first step that stops sending. */
export function readyToSend(definition: Definition, answers: unknown) {
  const { kept, path } = clean(definition, answers);
  const sent = withoutSkipped(kept);
  return { sent, missing: notReady(path, sent)[0] ?? null };
}

function withoutSkipped(answers: Answers): Record<string, Answer> {
  const given: Record<string, Answer> = {};
  for (const [id, answer] of Object.entries(answers)) if (answer !== null) given[id] = answer;
  return given;
}

/** A response's answers as those of somebody who saw every page of their path: for a change, which starts at 'Check your answers'. */
export function asSeen(definition: Definition, answers: unknown): Answers {
  const clean = cleanAnswers(definition, answers);
  return { ...Object.fromEntries(pathOf(stepsOf(definition), clean).map(({ id }) => [id, null])), ...clean };
}

const isWritten = (question: Question, answers: Answers): boolean =>
  kindOf(question).isText && Object.hasOwn(answers, question.id) && typeof answers[question.id] === 'string';

/** Whether there are words that somebody wrote and that were not deleted since. */
export const hasTextAnswers = (definition: Definition, answers: Answers): boolean =>
  asked(definition).some(question => isWritten(question, answers) && answers[question.id] !== '');

/** Whether this person said that their words may be quoted. Silence is no. */
export const quoteAllowed = (answers: Answers): boolean => Object.hasOwn(answers, QUOTE) && answers[QUOTE] === 'yes';

/** The answers with every free word deleted. An empty text stays, so that 'how many answered' still counts it. */
export const withoutWords = (definition: Definition, answers: Answers): Answers => ({
  ...answers,
  ...Object.fromEntries(
    asked(definition)
      .filter(question => isWritten(question, answers))
      .map(question => [question.id, '']),
  ),
});

/** Who said that they answer ('parent', 'young', …); null when it was not asked or not said. */
export function whoAnswered(definition: Definition, answers: Answers): string | null {
  const question = definition.questions.find(each => each.kind === 'who-is-answering');
  const answer = question && Object.hasOwn(answers, question.id) ? answers[question.id] : null;
  return typeof answer === 'string' ? answer : null;
}

/** The answer by which 'about you' is broken down; null when none was given. */
export function aboutAnswer({ about }: Definition, answers: Answers): string | null {
  const answer =
    about?.breakdown !== undefined && Object.hasOwn(answers, about.breakdown) ? answers[about.breakdown] : null;
  return typeof answer === 'string' ? answer : null;
}
