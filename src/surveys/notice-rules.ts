import { listed, lowered } from '../words/phrase-rules.ts';
import { everyQuestion } from './compare.ts';
import type { Definition } from './definition.ts';
import { called } from './number-rules.ts';

/** What was just done elsewhere and shows here, as the query of the address names it. */
type Just = { brought?: string | undefined; added?: string | undefined; kept?: string | undefined };
export type Notice = { text: string; links: { href: string; text: string }[] };

/** What was just done to one question, as its card says it. */
const marks = { moved: 'Moved', copied: 'Copy', saved: 'Saved', new: 'New' };
export type Did = keyof typeof marks;

/** '' for what the builder never does. */
export const doneTo = (did = ''): string => (Object.hasOwn(marks, did) ? marks[did as Did] : '');

/** The questions that were just added from the library, those ‘about you’ among them. */
export function addedIn(definition: Definition, added = ''): string[] {
  const ids = added.split(' ');
  return everyQuestion(definition).flatMap(({ id }) => (ids.includes(id) ? id : []));
}

/** The notice above a survey; null where there is nothing to say. `base`: the survey's address. */
export function noticeOf(definition: Definition, { brought, added, kept }: Just, base: string): Notice | null {
  if (brought === 'at-end') {
    return { text: 'The questions from your file are at the end. Undo takes them out again.', links: [] };
  }
  if (brought !== undefined) {
    return { text: 'The questions from your file are here. Undo puts the ones before them back.', links: [] };
  }
  if (kept !== undefined) {
    const links = [{ href: '/desk/library', text: 'See those that were kept' }];
    return { text: 'The question is kept in the library, for every survey.', links };
  }
  const ids = addedIn(definition, added);
  if (ids.length === 0) return null;
  const about = ids.filter(id => definition.about?.questions.some(each => each.id === id));
  const asked = ids.filter(id => !about.includes(id));
  const parts = [
    ...(asked.length > 0
      ? [`Added from the library: ${listed(asked.map(id => lowered(called(definition, id))))}.`]
      : []),
    ...(about.length > 0 ? [`${about.length} questions ‘about you’ are asked after sending.`] : []),
  ];
  const links = about.length > 0 ? [{ href: `${base}/about`, text: 'See the questions ‘about you’' }] : [];
  return { text: parts.join(' '), links };
}
