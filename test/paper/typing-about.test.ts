import { afterEach, beforeEach, expect, test } from 'vitest';
import { recount } from '../../src/analysis/recount.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { openConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { hidden } from '../support/families.ts';
import type { Fields } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { talliesOf } from '../support/tallies.ts';

const survey: Definition = {
  ...usualSurvey,
  about: {
    why: 'To see whom we heard.',
    breakdown: 'q8',
    questions: [
      {
        id: 'q8',
        kind: 'choose-one',
        ask: 'How old are you?',
        options: [
          { id: 'a', words: 'Under 11' },
          { id: 'b', words: '11 or more' },
        ],
        preferNot: true,
      },
      {
        id: 'q9',
        kind: 'choose-many',
        ask: 'Which languages do you speak at home?',
        options: [
          { id: 'a', words: 'Welsh' },
          { id: 'b', words: 'Polish' },
        ],
        preferNot: true,
      },
    ],
  },
};
const came = {
  channel: 'paper',
  edition: 'plain',
  'received-day': '25',
  'received-month': '11',
  'received-year': '2026',
};

onBothDatabases('typing in ‘about you’', dialect => {
  let world: World;
  let officer: Officer;
  let of: string;
  let path: string;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-25');
    officer = await world.signIn('officer');
    of = (await openConsultation(world, officer, { survey })).id;
    path = `/desk/consultations/${of}/typing`;
  });
  afterEach(() => world.close());

  const type = async (fields: Fields) =>
    officer.post(path, { ...came, entry: hidden(await officer.read(path), 'entry'), ...fields });
  const paper = () => world.db.read.selectFrom('responses').selectAll().executeTakeFirstOrThrow();
  const answers = async () => JSON.parse((await paper()).answers) as object;
  const countedBy = async (dimension: string) => {
    const all = await talliesOf(world);
    const rows = all.filter(row => row.dimension === dimension && row.question === '');
    return Object.fromEntries(rows.map(row => [row.value, row.count]));
  };

  test('it is kept and counted, and putting the paper right keeps it', async () => {
    expect((await type({ q2: 'b', q8: 'a', q9: ['a'] })).status).toBe(303);
    expect(await answers()).toEqual({ q2: 'b', q8: 'a', q9: ['a'] });
    expect(await countedBy('about')).toEqual({ a: 1 });
    const place = `${path}/papers/${(await paper()).id}`;
    const form = await officer.read(place);
    expect(form).toMatch(/name="q8" value="a"\s+checked/);
    const right = { ...came, q2: 'b', q8: 'b', q9: ['a'], _stamp: hidden(form, '_stamp') };
    expect((await officer.post(place, right)).status).toBe(303);
    expect(await answers()).toEqual({ q2: 'b', q8: 'b', q9: ['a'] });
    expect(await countedBy('about')).toEqual({ b: 1 });
    expect(await recount(world.db.write, of)).toEqual([]);
  });

  test('a paper that says nothing else is no empty one', async () => {
    expect((await type({ q8: 'pn' })).status).toBe(303);
    expect(await answers()).toEqual({ q8: 'pn' });
    expect(await recount(world.db.write, of)).toEqual([]);
  });

  test('it is compared where a paper is typed twice, and settling changes it alone', async () => {
    const other = await world.signIn('officer');
    await officer.post(`/desk/consultations/${of}/team`, { person: other.personId });
    await type({ q2: 'b', q8: 'a', q9: ['a'] });
    const { id } = await paper();
    const response = await other.post(`${path}/again/${id}`, { q2: 'b', q8: 'b', q9: ['a'] });
    const place = `${path}/differences/${id}`;
    expect(response.headers.get('location')).toBe(place);
    const page = await other.read(place);
    for (const words of ['Under 11', '11 or more']) expect(page).toContain(words);
    expect(page).not.toContain('Welsh');
    expect((await officer.post(place, { 'pick-q8': 'second' })).status).toBe(303);
    expect(await answers()).toEqual({ q2: 'b', q8: 'b', q9: ['a'] });
    expect(await countedBy('about')).toEqual({ b: 1 });
    expect(await recount(world.db.write, of)).toEqual([]);
  });
});
