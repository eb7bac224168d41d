import type { Say } from '../words/catalogue.ts';
import { isAbout, kindAfter, kindsToAdd, type Place } from './builder-rules.ts';
import type { Definition, KindName, Question } from './definition.ts';

/** A kind of question as an officer chooses it. */
export type KindChoice = { kind: KindName; href: string; label: string; note: string };

/** The kinds that can be added there, each with the address of its empty form. `survey` is the address of the list. */
export const kindChoices = (definition: Definition, place: Place, survey: string, say: Say): KindChoice[] =>
  kindsToAdd(definition, place.about).map(kind => ({
    kind,
    href: newAt(survey, kind, place),
    label: say(`surveys.kind.${kind}`),
    note: notes[kind],
  }));

/** The empty form that follows a question which was saved. */
export function nextAfter(definition: Definition, saved: Question, survey: string): string {
  const about = isAbout(definition, saved.id);
  return newAt(survey, kindAfter(saved, kindsToAdd(definition, about)), { after: saved.id, about });
}

/** Where the empty form of a question stands. */
function newAt(survey: string, kind: KindName, { after, about }: Place): string {
  const query = new URLSearchParams({ ...(about ? { list: 'about' } : {}), ...(after ? { after } : {}) });
  return `${survey}/new/${kind}${query.size > 0 ? `?${query}` : ''}`;
}

const notes: Record<KindName, string> = {
  'choose-one': 'A list of answers. People pick one.',
  'choose-many': 'A list of answers. People tick all that fit.',
  agreement: 'A statement, from ‘strongly agree’ to ‘strongly disagree’.',
  faces: 'Five faces or three, from happy to unhappy.',
  items: 'A list, with the same scale for each thing on it.',
  pictures: 'Each answer has a picture.',
  'top-three': 'A list. People pick what matters most, in order.',
  'short-text': 'For a few words.',
  'long-text': 'For a story or an idea, in their own words.',
  number: 'Such as hours, nights or miles.',
  date: 'A day or a month.',
  area: 'Shows which places you have heard from.',
  information: 'Not a question: what people need to know first.',
  'who-is-answering': 'A parent, a young person, a professional. Asked once.',
};
