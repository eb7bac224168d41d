import type { PlanPerson } from './plan.ts';

/** What a button of the people form does: save, save and move a row up, or save and take a row out. Rows count from 0. */
export type PeopleDo = { what: 'save' | 'up' | 'remove'; row: number };

/** A button's value, such as `up-2`; anything else saves. */
export function readDo(value: string): PeopleDo {
  const [, what, row] = /^(up|remove)-(\d{1,3})$/.exec(value) ?? [];
  return { what: what === 'up' || what === 'remove' ? what : 'save', row: Number(row ?? 0) };
}

/** The rows after the button was pressed. */
export function applyDo(rows: readonly PlanPerson[], { what, row }: PeopleDo): PlanPerson[] {
  if (what === 'remove') return rows.filter((_, at) => at !== row);
  const moved = rows[row];
  const before = rows[row - 1];
  if (what !== 'up' || !moved || !before) return [...rows];
  return rows.map((each, at) => (at === row - 1 ? moved : at === row ? before : each));
}

const FIELDS = [
  ['name', 120, 'Give the name.'],
  ['role', 160, 'Say what they do.'],
  ['why', 300, 'Say why they are here.'],
] as const;

export const isEmpty = (person: PlanPerson): boolean => FIELDS.every(([field]) => person[field] === '');

/** What is wrong with the rows, by the field's name (`role-2`). An empty row is no person and nothing is wrong with it. */
export function wrongWithPeople(rows: readonly PlanPerson[]): Record<string, string> {
  const errors: Record<string, string> = {};
  rows.forEach((person, row) => {
    for (const [field, most, message] of isEmpty(person) ? [] : FIELDS) {
      if (person[field] === '') errors[`${field}-${row}`] = message;
      if (person[field].length > most) errors[`${field}-${row}`] = `Use ${most} characters or fewer.`;
    }
  });
  return errors;
}
