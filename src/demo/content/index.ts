import { assessment } from './assessment.ts';
import { charterReview } from './charter-review.ts';
import { clubs } from './clubs.ts';
import { localOffer } from './local-offer.ts';
import { movingOn } from './moving-on.ts';
import { glossary, organisations, partnership, people } from './partnership.ts';
import { quietPlaces } from './quiet-places.ts';
import { serviceChanges } from './service-changes.ts';
import { shortBreaks } from './short-breaks.ts';
import { siblings } from './siblings.ts';
import { therapy } from './therapy.ts';
import { transport } from './transport.ts';
import type { Demo, DemoConsultation } from './types.ts';

export type * from './types.ts';
export { organisations, partnership, people };

/** Ten consultations, one or more in every state on `today`, an ISO day in London. */
export const consultations = (today: string): DemoConsultation[] =>
  [movingOn, shortBreaks, clubs, charterReview, therapy, localOffer, siblings, quietPlaces, transport, assessment].map(
    make => make(today),
  );

/** The whole demo on `today`, an ISO day in London. */
export const demo = (today: string): Demo => ({
  partnership,
  glossary,
  closingDays: closingDays(today),
  organisations,
  people,
  serviceChanges: serviceChanges(today),
  consultations: consultations(today),
});

/** A day of training for everybody, this year and next. */
function closingDays(today: string): Demo['closingDays'] {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].map(each => ({ day: `${each}-06-17`, name: 'Training day' }));
}

/** Whom the demo offers to sign in as, by the role that it prints. */
export const signInPeople: Record<string, string> = {
  administrator: 'administrator',
  officer: 'officer',
  'forum member': 'forum-member',
  'board member': 'board-member',
};
