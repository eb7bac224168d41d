/** A paper's form as it was posted: what is kept of it, and what has to be said before it is. */
import type { ConsultationDates } from '../../charters/clocks.ts';
import type { Definition } from '../../surveys/definition.ts';
import type { Answers } from '../../surveys/kinds/kind.ts';
import type { Edition } from '../../words/editions.ts';
import type { Entry } from '../entry-rules.ts';
import { readAbout, type About, type ReadAbout } from './about-rules.ts';
import { keptOf, readTyped, type TypedAnswers } from './form-rules.ts';

/** The paper that the form asks for, and what holds for it today. */
export type Asked = {
  entries: readonly Entry[];
  definition: Definition;
  dates: Pick<ConsultationDates, 'opensOn' | 'closesOn'>;
  editions: readonly Edition[];
  today: string;
};

export type Posted = {
  about: About;
  checked: ReadAbout;
  /** The answers that stand, and the questions whose answers do not, as the path leads past them. */
  kept: Answers;
  left: string[];
  unreadable: string[];
  errors: TypedAnswers['errors'];
  isEmpty: boolean;
};

export function readPosted(typed: Readonly<Record<string, string[] | undefined>>, about: About, asked: Asked): Posted {
  const { answers, unreadable, errors } = readTyped(asked.entries, typed);
  const { kept, left } = keptOf(asked.definition, answers);
  const isEmpty = Object.keys(kept).length + left.length + unreadable.length === 0 && errors.size === 0;
  return { about, checked: readAbout(about, { ...asked.dates, ...asked }), kept, left, unreadable, errors, isEmpty };
}
