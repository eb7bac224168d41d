import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isWorkingDay } from '../../src/calendar/working-days.ts';
import { dateFindings, FEWEST_DAYS } from '../../src/consultations/date-rules.ts';
import { findConsultation } from '../../src/consultations/queries.ts';
import { formFields, planConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

const calendar = { closingDays: new Set(['2026-12-29']) };
const given = { today: '2026-11-23', calendar };
const ask = (opens_on: string, closes_on: string, outcome_on = '') =>
  dateFindings({ opens_on, closes_on, outcome_on }, given).map(each => `${each.where}: ${each.wrong} ${each.todo}`);

describe('the dates of a plan are questioned', () => {
  test('good ones are not, and no day has nothing to say', () => {
    expect(ask('2026-11-30', '2026-12-14', '2027-02-01')).toEqual([]);
    expect(ask('', '')).toEqual([]);
    expect(dateFindings({ opens_on: null, closes_on: null, outcome_on: null }, given)).toEqual([]);
    expect(ask('2026-11-23', '2026-12-14'), 'today').toEqual([]);
  });

  test.each([
    ['2026-11-20', '2026-12-14', '', 'opens_on: Friday 20 November is past. Choose a day to come'],
    ['', '2026-11-20', '', 'closes_on: Friday 20 November is past. Choose a day that is still to come.'],
    ['2026-11-30', '2026-11-27', '', 'closes_on: It closes before it opens. Choose a later day.'],
    ['2026-11-30', '2026-12-01', '', 'closes_on: Families have 2 days to answer. Give them at least 14'],
    ['2026-11-30', '2026-11-30', '', 'closes_on: Families have 1 day to answer.'],
    [
      '',
      '2026-12-12',
      '',
      'closes_on: It closes on a Saturday, when nobody is at work. Choose a working day, such as Monday 14 December',
    ],
    [
      '',
      '2026-12-25',
      '',
      'closes_on: It closes on a bank holiday (Christmas Day), when nobody is at work. Choose a working day, such as Wednesday 30 December',
    ],
    ['', '2026-12-29', '', 'closes_on: It closes on a day on which you are closed'],
    ['', '', '2027-01-03', 'outcome_on: You say what was decided on a Sunday'],
  ])('%s to %s, decided by %s', (opens, closes, outcome, words) => {
    const found = ask(opens, closes, outcome);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });

  test('nothing is said of any plan that opens from today, for long enough, and ends on working days', () => {
    const day = fc.integer({ min: 0, max: 900 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const opens = Temporal.PlainDate.from(given.today).add({ days: from });
        const closes = opens.add({ days });
        const isFine = days + 1 >= FEWEST_DAYS && isWorkingDay(closes.toString(), calendar);
        expect(ask(opens.toString(), closes.toString()).length === 0).toBe(isFine);
      }),
    );
  });
});

onBothDatabases('the dates of a plan on the desk', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect, '2026-11-23');
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  const beside = (html: string, field: string): string =>
    new RegExp(`(?:id="|hx-target="#)${field}-words"[^>]*>([\\s\\S]*?)</(?:div|hx-partial)>`).exec(html)?.[1] ?? 'none';
  const closesOn = (day: string, month: string, year: string) => ({
    'closes_on-day': day,
    'closes_on-month': month,
    'closes_on-year': year,
  });

  test('a slip is asked about beside its date, as it is typed, and is saved all the same', async () => {
    const { id } = await planConsultation(world, officer, { opens_on: '2026-11-20' });
    const path = `/desk/consultations/${id}/plan`;
    const page = await officer.read(path);
    expect(beside(page, 'opens_on')).toContain('Friday 20 November is past.');
    expect(beside(page, 'closes_on').trim()).toBe('');
    const typed = formFields(page, closesOn('13', 'December', '2026'));
    const part = await (await officer.post(`${path}?check=part`, typed)).text();
    expect(beside(part, 'closes_on')).toContain('It closes on a Sunday');
    const checked = await officer.post(path, { ...typed, check: 'page' });
    const again = await checked.text();
    expect(beside(again, 'closes_on')).toContain('It closes on a Sunday');
    expect(again).toContain('value="December"');
    expect((await officer.post(path, typed)).status).toBe(303);
    expect((await findConsultation(world.db.read, id))?.closes_on).toBe('2026-12-13');
    const overview = await officer.read(`/desk/consultations/${id}`);
    expect(overview).toContain('Look at the dates again');
    expect(overview).toContain(`href="${path}#closes_on"`);
  });

  test('what is no day has its error alone', async () => {
    const { id } = await planConsultation(world, officer);
    const path = `/desk/consultations/${id}/plan`;
    const refused = await officer.post(path, formFields(await officer.read(path), closesOn('31', '2', '2027')));
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain('Closes on: enter a real date');
    expect(beside(page, 'closes_on').trim()).toBe('');
  });

  test('what is promised already is not questioned any more', async () => {
    const { id } = await planConsultation(world, officer, { opens_on: '2026-11-20' });
    expect((await officer.post(`/desk/consultations/${id}/publication`)).status).toBe(303);
    expect(await officer.read(`/desk/consultations/${id}`)).not.toContain('Look at the dates again');
  });
});
