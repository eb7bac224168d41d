import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { clockState } from '../../charters/clocks.ts';

/** One version of the public page of a service change: everything that it shows. Days are ISO days. */
export type ServiceChangeContent = {
  title: string;
  service: string;
  summary: string;
  organisation: string;
  steps: Step[];
};

/** One dated step. `lateReason`: why its date was missed or moved; '' when it was neither. */
export type Step = { id: string; words: string; dueOn: string; doneOn: string | null; lateReason: string };

/** The content of a publication, as kept. */
export const readServiceChange = (json: string): ServiceChangeContent => JSON.parse(json) as ServiceChangeContent;

export const isSameChange = (a: ServiceChangeContent, b: ServiceChangeContent | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** In the order in which they happened or are due. */
export const inOrder = <S extends Pick<Step, 'dueOn' | 'doneOn'>>(steps: readonly S[]): S[] =>
  [...steps].sort((a, b) => ((a.doneOn ?? a.dueOn) < (b.doneOn ?? b.dueOn) ? -1 : 1));

/** The steps that are new or read differently from the version before. */
export function changedSteps(now: ServiceChangeContent, before: ServiceChangeContent | null): Step[] {
  const known = new Map(before?.steps.map(step => [step.id, JSON.stringify(step)]));
  return now.steps.filter(step => known.get(step.id) !== JSON.stringify(step));
}

/** What a step still needs before the public reads it. `was`: the step as it is public, if it is. */
export function missingFromStep(
  step: Omit<Step, 'id'>,
  was: Omit<Step, 'id'> | null,
  today: string,
  calendar: WorkingCalendar,
): Record<string, string> {
  const { dueOn, doneOn, lateReason } = step;
  if (doneOn !== null && doneOn > today) return { done_on: 'It cannot be done on a day to come.' };
  const moved = was !== null && was.dueOn !== dueOn;
  if (moved && (lateReason === '' || lateReason === was.lateReason)) {
    return { late_reason: 'Say why the promised date changes.' };
  }
  const late = isStepLate(step, today, calendar);
  return late && lateReason === '' ? { late_reason: 'Say why the date was missed.' } : {};
}

/** Whether a step was done late, or is overdue today. */
export const isStepLate = (
  { dueOn, doneOn }: Pick<Step, 'dueOn' | 'doneOn'>,
  today: string,
  calendar: WorkingCalendar,
): boolean => clockState(dueOn, doneOn, today, calendar).daysLate > 0;
