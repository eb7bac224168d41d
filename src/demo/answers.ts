import { addDays, type Chance } from './chance.ts';
import type { DemoAnswers, DemoConsultation } from './content/index.ts';
import type { Answer } from '../surveys/definition.ts';
import type { Edition } from '../words/editions.ts';
import { NONE } from '../surveys/kinds/kind.ts';

/** One made-up response. `comments` says which comment of the content stands behind each text answer. */
export type DemoResponse = {
  day: string;
  channel: string;
  edition: Edition;
  answers: Record<string, Answer>;
  comments: Record<string, string>;
};

/** The responses of one demo consultation, always the same for the same chance. `today` is an ISO day. */
export function demoResponses(consultation: DemoConsultation, today: string, chance: Chance): DemoResponse[] {
  const { profile } = consultation;
  const days = arrivalDays(consultation, today, chance);
  const channels = chance.shuffle(share(profile.channels as Record<string, number>, profile.responses));
  const editions = chance.shuffle(share(profile.editions ?? { plain: 1 }, profile.responses));
  const people = days.map((day, index): DemoResponse => ({
    day,
    channel: channels[index] ?? 'online',
    edition: (editions[index] ?? 'plain') as Edition,
    answers: {},
    comments: {},
  }));
  const whoQuestion = consultation.survey.questions.find(question => question.kind === 'who-is-answering')?.id;
  for (const question of consultation.survey.questions) {
    const given = profile.answers[question.id];
    if (given) fill(people, question.id, given, { chance, whoQuestion, isNumber: question.kind === 'number' });
  }
  settleQuotes(people, consultation, chance);
  settleConcerns(people, consultation, chance);
  return people.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

type Filling = { chance: Chance; whoQuestion: string | undefined; isNumber: boolean };

function fill(people: DemoResponse[], id: string, given: DemoAnswers, filling: Filling): void {
  if ('comments' in given) return fillComments(people, id, given.comments, filling);
  const answering = Math.round((people.length * (100 - given.skip)) / 100);
  const chosen = filling.chance.shuffle(people.slice()).slice(0, answering);
  if ('weights' in given) {
    const values = filling.chance.shuffle(share(given.weights, answering));
    chosen.forEach((person, index) => {
      const value = values[index] ?? '';
      person.answers[id] = filling.isNumber ? Number(value) : value;
    });
    return;
  }
  for (const [option, percent] of Object.entries(given.chances)) {
    const takers = filling.chance.shuffle(chosen.slice()).slice(0, Math.round((answering * percent) / 100));
    // 'None of these' goes with nothing else, so those take it who chose nothing.
    for (const person of option === NONE ? chosen.filter(each => !each.answers[id]) : takers)
      person.answers[id] = [...((person.answers[id] as string[] | undefined) ?? []), option].sort();
  }
}

type Comments = Extract<DemoAnswers, { comments: unknown }>['comments'];

function fillComments(people: DemoResponse[], id: string, comments: Comments, { chance, whoQuestion }: Filling): void {
  const free = chance.shuffle(people.slice());
  for (const { key, words, who, times = 1 } of comments) {
    for (let time = 0; time < times; time++) {
      const fits = free.findIndex(person => !who || !whoQuestion || person.answers[whoQuestion] === who);
      const [person] = free.splice(Math.max(fits, 0), 1);
      if (!person) return;
      person.answers[id] = words;
      person.comments[id] = key;
    }
  }
}

/** Numbers for each name in proportion to its weight, by the largest remainder, as a list of names. */
export function share(weights: Record<string, number>, total: number): string[] {
  const sum = Object.values(weights).reduce((a, b) => a + b, 0);
  const parts = Object.entries(weights).map(([name, weight]) => ({ name, exact: (weight * total) / sum }));
  const counts = parts.map(part => ({ ...part, count: Math.floor(part.exact) }));
  const left = total - counts.reduce((a, part) => a + part.count, 0);
  counts.sort((a, b) => b.exact - b.count - (a.exact - a.count));
  return counts.flatMap((part, index) => Array<string>(part.count + (index < left ? 1 : 0)).fill(part.name));
}

// Most people answer in the first days and in the last ones before the close.
function arrivalDays({ plan, profile }: DemoConsultation, today: string, chance: Chance): string[] {
  const last = plan.closesOn < today ? plan.closesOn : today;
  const span = Math.max(0, Temporal.PlainDate.from(plan.opensOn).until(last).days);
  return Array.from({ length: profile.responses }, () => {
    const early = chance.next() ** 1.7;
    const place = chance.next() < 0.72 ? early : 1 - early * 0.4;
    return addDays(plan.opensOn, Math.min(span, Math.floor(place * (span + 1))));
  });
}

function settleQuotes(people: DemoResponse[], { profile, outcomes }: DemoConsultation, chance: Chance): void {
  const quoted = new Set(outcomes.flatMap(outcome => outcome.quotes));
  for (const person of people) {
    const written = Object.entries(person.comments);
    if (written.length === 0) continue;
    const isQuoted = written.some(([id, key]) => quoted.has(`${id}/${key}`));
    person.answers['quote'] = isQuoted || chance.next() * 100 < profile.mayQuote ? 'yes' : 'no';
  }
}

// An answer was there before somebody flagged it.
function settleConcerns(people: DemoResponse[], { concerns, plan }: DemoConsultation, chance: Chance): void {
  for (const { comment, raisedOn } of concerns) {
    const [id = '', key] = comment.split('/');
    const person = people.find(each => each.comments[id] === key);
    if (person && person.day >= raisedOn) {
      const span = Temporal.PlainDate.from(plan.opensOn).until(raisedOn).days;
      person.day = addDays(plan.opensOn, Math.floor(chance.next() * Math.max(1, span)));
    }
  }
}
