/** A walk through a survey that saves nothing: how it is looked at, and what was answered so far, stand in its address. */
import { acceptAnswer } from './kinds/accept.ts';
import { lengthOf } from './kinds/text.ts';
import type { Answers } from './kinds/kind.ts';
import type { Step } from './steps.ts';

/** As families have it, on a phone's narrow page, or where no scripts run. */
export const looks = ['wide', 'phone', 'without-scripts'] as const;
export type Look = (typeof looks)[number];

/** Longer addresses are refused on the way. */
const LONGEST = 6_000;

/** Answers as a part of an address. Words are cut where they would make it too long: they only show that something was said. */
export function asAddress(answers: Answers): string {
  const tries = [200, 20, 1].map(most => encoded(cut(answers, most)));
  return tries.find(each => each.length <= LONGEST) ?? encoded({});
}

const encoded = (answers: Answers): string => Buffer.from(JSON.stringify(answers)).toString('base64url');

const cut = (answers: Answers, most: number): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([id, answer]) => [
      id,
      typeof answer === 'string' && lengthOf(answer) > most ? [...answer].slice(0, most).join('') : answer,
    ]),
  );

/** What an address says was answered; whatever these pages would not take is left out. */
export function fromAddress(text: string, steps: readonly Step[]): Answers {
  const given = parsed(text);
  return Object.fromEntries(
    steps.flatMap(({ id, question }) => {
      const answer = Object.hasOwn(given, id) ? given[id] : undefined;
      return answer !== undefined && acceptAnswer(question, answer) ? [[id, answer] as const] : [];
    }),
  );
}

function parsed(text: string): Answers {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return typeof value === 'object' && value !== null ? (value as Answers) : {};
  } catch {
    return {};
  }
}
