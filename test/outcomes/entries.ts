import type { Fields } from '../support/visitor.ts';
import type { Officer } from '../support/consultations.ts';

/** The three fields of a date. */
export function dateFields(name: string, day: string): Fields {
  const [year = '', month = '', date = ''] = day.split('-');
  return { [`${name}-day`]: date, [`${name}-month`]: month, [`${name}-year`]: year };
}

export const done: Fields = {
  heading: 'Drivers who know our children',
  you_said: 'Changes of driver upset children.',
  decision: 'done',
  words: 'Each child now has a named driver.',
  why: '',
  owner: 'Dana Whitlock, transport lead',
  ...dateFields('done_on', '2026-12-15'),
};

export const promised: Fields = {
  heading: 'News when the bus is late',
  you_said: 'Tell us sooner when the bus is late.',
  decision: 'will',
  words: 'We will send a text message.',
  why: 'We are choosing the system with four parents.',
  owner: 'Dana Whitlock, transport lead',
  ...dateFields('due_on', '2027-02-26'),
};

export const refused: Fields = {
  heading: 'Brothers and sisters',
  you_said: 'Let brothers and sisters share the ride.',
  decision: 'cannot',
  words: 'We cannot offer this.',
  why: 'The law lets us carry only pupils who qualify.',
  owner: 'Samir Ellerbeck, contracts officer',
};

/** Adds an entry on the desk. Gives its id. */
export async function addEntry(officer: Officer, consultationId: string, fields: Fields): Promise<string> {
  const base = `/desk/consultations/${consultationId}/outcomes`;
  const response = await officer.post(base, fields);
  if (response.status !== 303) throw new Error(`Adding an entry gave ${response.status}: ${await response.text()}`);
  const heading = String(fields['heading']);
  const list = await officer.read(base);
  const link = new RegExp(`outcomes/([\\w-]{22})">${heading}<`).exec(list)?.[1];
  if (!link) throw new Error(`The list does not show '${heading}'.`);
  return link;
}
