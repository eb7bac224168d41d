import { afterEach, beforeEach, expect, test } from 'vitest';
import { recount } from '../../src/analysis/recount.ts';
import { sampleOf, settled } from '../../src/paper/typing/check-rules.ts';
import { addPublication } from '../../src/publications/queries.ts';
import { openConsultation, usualSurvey, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { hidden } from '../support/families.ts';
import type { Fields } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { countIn } from '../support/tallies.ts';

const received = (day: string, month: string, year = '2026') => ({
  'received-day': day,
  'received-month': month,
  'received-year': year,
});
const usual: Fields = {
  channel: 'paper',
  edition: 'plain',
  q1: 'parent',
  q2: 'b',
  q4: ['a', 'b'],
  q5: 'A later bus.',
  quote: 'yes',
};

onBothDatabases('typing in', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  let path: string;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-25');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { opens_on: '2026-11-25', closes_on: '2026-12-14' });
    path = `/desk/consultations/${of.id}/typing`;
    world.setNow('2026-11-30');
  });
  afterEach(() => world.close());

  const type = async (fields: Fields, by: Officer = officer) => {
    const page = await by.read(path);
    return by.post(path, { ...received('28', '11'), entry: hidden(page, 'entry'), ...fields });
  };
  const rows = () => world.db.read.selectFrom('responses').selectAll().orderBy('id').execute();
  const typed = () => world.db.read.selectFrom('typed_responses').selectAll().execute();
  const count = (question: string, option: string, dimension = 'all', value = '') =>
    countIn(world, { question, option, dimension, value });
  const joined = async () => {
    const other = await world.signIn('officer');
    await officer.post(`/desk/consultations/${of.id}/team`, { person: other.personId });
    return other;
  };

  test('a paper counts like an answer sent online, under its channel and the day on which it came', async () => {
    const response = await type(usual);
    expect(response.status).toBe(303);
    const page = await (await officer.follow(response)).text();
    const [row] = await rows();
    expect(row).toMatchObject({ channel: 'paper', day: '2026-11-28', edition: 'plain' });
    expect(JSON.parse(row?.answers ?? '')).toEqual({
      q1: 'parent',
      q2: 'b',
      q4: ['a', 'b'],
      q5: 'A later bus.',
      quote: 'yes',
    });
    expect(page).toContain(`Paper ${row?.reference ?? '?'} saved`);
    expect(page).toMatch(/name="received-day" value="28"/);
    expect(await count('', '*', 'channel', 'paper')).toBe(1);
    expect(await count('q2', 'b', 'day', '2026-11-28')).toBe(1);
    expect(await count('q3', '-')).toBe(1);
    expect(await recount(world.db.write, of.id)).toEqual([]);
    const audit = await world.db.read.selectFrom('audit').selectAll().where('act', '=', 'type in answers').execute();
    expect(audit).toMatchObject([{ person_id: officer.personId, subject_id: of.id }]);
    expect(JSON.parse(audit[0]?.detail ?? '')).toEqual({ reference: row?.reference, channel: 'paper' });
  });

  test('pressing twice keeps one paper', async () => {
    const entry = hidden(await officer.read(path), 'entry');
    const both = await Promise.all([type({ ...usual, entry }), type({ ...usual, entry })]);
    expect(both.map(response => response.status)).toEqual([303, 303]);
    expect(await rows()).toHaveLength(1);
    expect(await count('', '*')).toBe(1);
  });

  test('a form that Back has brought again saves nothing unseen: the next paper, or the same one put right', async () => {
    const entry = hidden(await officer.read(path), 'entry');
    await type({ ...usual, entry });
    const [row] = await rows();
    const next: Fields[] = [
      { q5: 'The next paper.' },
      { unreadable: 'q3' },
      { channel: 'phone' },
      received('27', '11'),
    ];
    for (const fields of next) expect((await type({ ...usual, entry, ...fields })).status).toBe(409);
    expect(await rows()).toHaveLength(1);
    const again = await type({ ...usual, entry, q5: 'The next paper.' });
    const page = await again.text();
    expect(page).toContain(`Not saved yet: ${row?.reference ?? '?'} was typed on this form before`);
    expect(page).toContain(`href="${path}/papers/${row?.id ?? ''}"`);
    for (const kept of [/>\s*The next paper\./, /name="q2" value="b"\s+checked/]) expect(page).toMatch(kept);
    const fresh = hidden(page, 'entry');
    expect((await type({ ...usual, entry: fresh, q5: 'The next paper.' })).status).toBe(303);
    expect((await rows()).map(each => (JSON.parse(each.answers) as { q5: string }).q5).sort()).toEqual([
      'A later bus.',
      'The next paper.',
    ]);
    expect(await recount(world.db.write, of.id)).toEqual([]);
  });

  test('the form of one consultation finds no paper of another', async () => {
    const entry = hidden(await officer.read(path), 'entry');
    await type({ ...usual, entry });
    const other = `/desk/consultations/${(await openConsultation(world, officer, { opens_on: '2026-11-25' })).id}/typing`;
    const response = await officer.post(other, { ...usual, ...received('30', '11'), entry });
    expect(response.status).toBe(303);
    expect(await rows()).toHaveLength(2);
  });

  test('what could not be read counts as not answered, and is known to be so', async () => {
    expect((await type({ channel: 'paper', edition: 'plain', q2: 'a', unreadable: ['q3', 'q5'] })).status).toBe(303);
    expect(JSON.parse((await rows())[0]?.answers ?? '')).toEqual({ q2: 'a' });
    expect(JSON.parse((await typed())[0]?.unreadable ?? '')).toEqual(['q3', 'q5']);
    expect(await count('q3', '-')).toBe(1);
    const both = await type({ ...usual, unreadable: 'q2' });
    expect(both.status).toBe(422);
    expect(await both.text()).toContain('Question 2: take out the answer, or the tick at ‘Could not read it’.');
  });

  test('a mistake keeps everything that was typed', async () => {
    const response = await type({ ...usual, q2: 'zzz', q5: 'Words £ “kept” 🙂', ...received('31', '2') });
    expect(response.status).toBe(422);
    const page = await response.text();
    for (const kept of [
      'Question 2: Choose from the answers on this page.',
      'Words £ “kept” 🙂',
      'Enter a real date',
      'value="31"',
    ]) {
      expect(page).toContain(kept);
    }
    expect(page).toMatch(/name="q1" value="parent"\s+checked/);
    expect(await rows()).toEqual([]);
  });

  test('the day lies between the opening and the close, and not in the future', async () => {
    const faults = async (day: string, month: string) => (await type({ ...usual, ...received(day, month) })).text();
    expect(await faults('1', '12')).toContain('still to come');
    expect(await faults('24', '11')).toContain('before the survey opened');
    world.setNow('2026-12-20');
    expect(await faults('15', '12')).toContain('after the close');
    expect((await type({ ...usual, ...received('14', '12') })).status).toBe(303);
  });

  test('longer words than the survey takes online are kept from paper', async () => {
    const words = 'All of this was written by hand. '.repeat(250).trim();
    expect((await type({ ...usual, q5: words })).status).toBe(303);
    expect((JSON.parse((await rows())[0]?.answers ?? '') as { q5: string }).q5).toBe(words);
  });

  test('it is for the team alone', async () => {
    const stranger = await world.signIn('officer');
    for (const page of [path, `${path}/again`]) expect((await stranger.get(page)).status).toBe(404);
    expect((await stranger.post(path, { ...usual, ...received('28', '11') })).status).toBe(404);
    expect((await (await world.signIn('board member')).get(path)).status).toBe(403);
  });

  test('a paper that was just saved is put right: its answers, its day and what could not be read', async () => {
    const page = await (await officer.follow(await type({ ...usual, unreadable: 'q3' }))).text();
    const [row] = await rows();
    const place = `${path}/papers/${row?.id ?? ''}`;
    expect(page).toContain(`<a href="${place}">Correct it</a>`);
    const form = await officer.read(place);
    for (const kept of [/name="q2" value="b"\s+checked/, /A later bus\./, /name="unreadable" value="q3" checked/]) {
      expect(form).toMatch(kept);
    }
    const _stamp = hidden(form, '_stamp');
    const wrong = await officer.post(place, { ...usual, ...received('31', '2'), q2: 'c', _stamp });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toMatch(/name="q2" value="c"\s+checked/);
    const right = {
      ...usual,
      ...received('27', '11'),
      channel: 'phone',
      q2: 'c',
      q4: ['b'],
      q5: 'An earlier bus.',
      _stamp,
    };
    expect((await officer.post(place, right)).headers.get('location')).toBe(`${path}?saved=${row?.id ?? ''}`);
    const [after] = await rows();
    expect(after).toMatchObject({ day: '2026-11-27', channel: 'phone', reference: row?.reference });
    expect(JSON.parse(after?.answers ?? '')).toMatchObject({ q2: 'c', q4: ['b'], q5: 'An earlier bus.' });
    expect(JSON.parse((await typed())[0]?.unreadable ?? '')).toEqual([]);
    expect(await count('q2', 'b')).toBe(0);
    expect(await count('', '*', 'channel', 'phone')).toBe(1);
    expect(await recount(world.db.write, of.id)).toEqual([]);
    const audit = await world.db.read.selectFrom('audit').selectAll().orderBy('at').execute();
    expect(audit.map(each => each.act).slice(-2)).toEqual(['type in answers', 'correct typed answers']);
    expect(JSON.parse(audit.at(-1)?.detail ?? '')).toEqual({ reference: row?.reference });
  });

  test('two people who correct one paper undo nothing unseen: the slower one sees both', async () => {
    await type(usual);
    const [row] = await rows();
    const other = await joined();
    await other.post(`${path}/again/${row?.id ?? ''}`, usual);
    const place = `${path}/papers/${row?.id ?? ''}`;
    const [mine, theirs] = [await officer.read(place), await other.read(place)].map(page => hidden(page, '_stamp'));
    const first = { ...usual, ...received('28', '11'), q2: 'c', _stamp: theirs ?? '' };
    const twice = await Promise.all([other.post(place, first), other.post(place, first)]);
    expect(twice.map(response => response.status)).toEqual([303, 303]);
    const second: Fields = { ...usual, ...received('27', '11'), q2: 'a', q5: 'An earlier bus.', _stamp: mine ?? '' };
    const clash = await officer.post(place, second);
    expect(clash.status).toBe(409);
    const page = await clash.text();
    expect(page).toContain('Somebody else corrected this paper meanwhile');
    for (const words of ['Saved: Very hard', 'You typed: Easy', 'Saved: A later bus.', 'You typed: An earlier bus.']) {
      expect(page).toContain(words);
    }
    for (const day of [/Saved: \w+ 28 November/, /You typed: \w+ 27 November/]) expect(page).toMatch(day);
    expect(page).toMatch(/name="q2" value="a"\s+checked/);
    expect(JSON.parse((await rows())[0]?.answers ?? '')).toMatchObject({ q2: 'c', q5: 'A later bus.' });
    expect((await officer.post(place, { ...second, _stamp: hidden(page, '_stamp') })).status).toBe(303);
    expect(JSON.parse((await rows())[0]?.answers ?? '')).toMatchObject({ q2: 'a', q5: 'An earlier bus.' });
    expect(await recount(world.db.write, of.id)).toEqual([]);
    const audit = await world.db.read
      .selectFrom('audit')
      .selectAll()
      .where('act', '=', 'correct typed answers')
      .execute();
    expect(audit.map(each => each.person_id).sort()).toEqual([officer.personId, other.personId].sort());
  });

  test('a paper is found by its reference, however that is written', async () => {
    await type(usual);
    const [row] = await rows();
    const asWritten = (row?.reference ?? '').toLowerCase().replace('-', ' ');
    const place = `${path}/papers/${row?.id ?? ''}`;
    const found = await officer.get(`${path}?reference=${encodeURIComponent(` ${asWritten} `)}`);
    expect(found.headers.get('location')).toBe(place);
    const none = await officer.get(`${path}?reference=K7MD-3XQ9`);
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('No paper with this reference was typed in here.');
    const other = await joined();
    const before = await other.get(`${path}?reference=${row?.reference ?? ''}`);
    expect(before.headers.get('location')).toBe(`${path}/again/${row?.id ?? ''}`);
    expect((await other.get(place)).headers.get('location')).toBe(`${path}/again/${row?.id ?? ''}`);
    expect((await other.post(place, { ...usual, ...received('28', '11') })).status).toBe(409);
  });

  test('nothing is put right after decisions are published, nor outside the team', async () => {
    await type(usual);
    const place = `${path}/papers/${(await rows())[0]?.id ?? ''}`;
    expect((await (await world.signIn('officer')).get(place)).status).toBe(404);
    await addPublication(world.db.write, {
      kind: 'outcomes',
      subjectId: of.id,
      content: { entries: [] },
      personId: officer.personId,
      now: world.deps.now().toString(),
    });
    expect((await officer.get(place)).status).toBe(404);
    expect((await officer.post(place, { ...usual, ...received('28', '11') })).status).toBe(409);
  });

  test('a paper is typed again by somebody else, who does not see the first typing', async () => {
    const other = await joined();
    await type({ ...usual, q5: 'Only the first typing says this.' });
    const [row] = await rows();
    const again = `${path}/again/${row?.id ?? ''}`;
    expect((await officer.get(again)).status).toBe(404);
    expect(await officer.read(`${path}/again`)).toContain('1 paper waits for somebody else');
    const form = await other.read(again);
    expect(form).not.toContain('Only the first typing says this.');
    expect(form).not.toMatch(/name="q[^"]*"[^>]* checked/);
    const same = await other.post(again, { ...usual, q5: 'only the first  typing says this.' });
    expect(same.headers.get('location')).toBe(`${path}/again?same=1`);
    expect(await other.read(path)).toContain('Typed twice: 1 paper. 0 of 5 answers differed (0%).');
    expect((await other.get(again)).status).toBe(404);
  });

  test('a paper is typed twice, not three times: whoever is slower is told, and the record does not name them', async () => {
    const [second, third] = [await joined(), await joined()];
    await type(usual);
    const [row] = await rows();
    const again = `${path}/again/${row?.id ?? ''}`;
    const place = `${path}/differences/${row?.id ?? ''}`;
    const both = await Promise.all([second, third].map(each => each.post(again, { ...usual, q2: 'c' })));
    expect(both.map(response => response.status).sort()).toEqual([303, 409]);
    const [quick, slow] = both[0]?.status === 303 ? [second, third] : [third, second];
    expect((await quick.post(again, { ...usual, q2: 'c' })).headers.get('location')).toBe(place);
    const late = await slow.post(again, { ...usual, q2: 'a' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain(`Somebody else has typed ${row?.reference ?? '?'} again`);
    const audit = () => world.db.read.selectFrom('audit').select(['act', 'person_id']).execute();
    const typedAgain = (await audit()).filter(each => each.act === 'type a paper again');
    expect(typedAgain).toEqual([{ act: 'type a paper again', person_id: quick.personId }]);
    const settling = await Promise.all([0, 1].map(() => quick.post(place, { 'pick-q2': 'second' })));
    expect(settling.map(response => response.status)).toEqual([303, 303]);
    expect((await slow.post(place, { 'pick-q2': 'first' })).status).toBe(409);
    expect(JSON.parse((await rows())[0]?.answers ?? '')).toMatchObject({ q2: 'c' });
    expect((await audit()).filter(each => each.act === 'settle a paper typed twice')).toHaveLength(1);
    expect(await recount(world.db.write, of.id)).toEqual([]);
  });

  test('differences are shown, somebody chooses, and the counts follow', async () => {
    const other = await joined();
    await type({ ...usual, q2: 'a' });
    const [row] = await rows();
    const response = await other.post(`${path}/again/${row?.id ?? ''}`, {
      ...usual,
      q2: 'c',
      q4: ['a'],
      q5: '',
      unreadable: 'q5',
    });
    const place = response.headers.get('location') ?? '';
    const page = await other.read(place);
    for (const words of ['Easy', 'Very hard', 'Could not read it', 'A later bus.']) expect(page).toContain(words);
    const missing = await officer.post(place, { 'pick-q2': 'second', 'pick-q4': 'first' });
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('5. What should we change first?: choose which is right.');
    const picks = { 'pick-q2': 'second', 'pick-q4': 'first', 'pick-q5': 'second' };
    expect((await officer.post(place, picks)).status).toBe(303);
    expect(JSON.parse((await rows())[0]?.answers ?? '')).toEqual({ q1: 'parent', q2: 'c', q4: ['a', 'b'] });
    expect(await count('q2', 'a')).toBe(0);
    expect(await count('q2', 'c')).toBe(1);
    expect(await recount(world.db.write, of.id)).toEqual([]);
    const check = await world.db.read.selectFrom('typed_checks').selectAll().executeTakeFirstOrThrow();
    expect(check).toMatchObject({ answers: '{}', compared: 4, differed: 3, settled_by: officer.personId });
    expect((await officer.get(place)).status).toBe(404);
    expect(await officer.read(path)).toContain('3 of 4 answers differed (75%)');
  });
});

onBothDatabases('typing in a survey that branches', dialect => {
  test('answers that the path leads past are shown before anything is saved, and are not kept', async () => {
    const world = await createWorld(dialect, '2026-11-25');
    try {
      const officer = await world.signIn('officer');
      const questions = usualSurvey.questions.map(each =>
        each.id === 'q2' ? { ...each, next: [{ when: { q: 'q2', anyOf: ['a'] }, to: 'q4' }] } : each,
      );
      const { id } = await openConsultation(world, officer, { survey: { format: 1, questions } });
      const path = `/desk/consultations/${id}/typing`;
      const entry = hidden(await officer.read(path), 'entry');
      const fields = { ...usual, ...received('25', '11'), q2: 'a', q3: '1', entry };
      const first = await officer.post(path, fields);
      const page = await first.text();
      expect(page).toContain('These will not be kept');
      expect(page).toContain('Question 3: Short breaks fit what my child likes.');
      expect(await world.db.read.selectFrom('responses').selectAll().execute()).toEqual([]);
      const second = await officer.post(path, { ...fields, leaving: hidden(page, 'leaving') });
      expect(second.status).toBe(303);
      const row = await world.db.read.selectFrom('responses').selectAll().executeTakeFirstOrThrow();
      expect(JSON.parse(row.answers)).not.toHaveProperty('q3');
    } finally {
      await world.close();
    }
  });
});

test('what is chosen stands, an empty answer too', () => {
  const first = { answers: { q1: 'a' }, unreadable: ['q2'] };
  const other = { answers: { q1: 'b', q2: 'b', q3: 'c' }, unreadable: [] };
  const differing = ['q1', 'q2'];
  expect(settled(first, other, { differing, second: new Set(['q1']) })).toEqual({
    answers: { q1: 'b', q3: 'c' },
    unreadable: ['q2'],
  });
  expect(settled(first, other, { differing, second: new Set(['q2']) })).toEqual({
    answers: { q1: 'a', q2: 'b', q3: 'c' },
    unreadable: [],
  });
});

test('one paper in ten is typed twice, and five at least', () => {
  const papers = (n: number) => Array.from({ length: n }, (_, at) => ({ id: `${(at * 7919) % n}`.padStart(4, '0') }));
  expect(sampleOf(papers(3))).toHaveLength(3);
  expect(sampleOf(papers(40))).toHaveLength(5);
  expect(sampleOf(papers(101))).toHaveLength(11);
  expect(sampleOf(papers(40)).map(each => each.id)).toEqual(['0000', '0001', '0002', '0003', '0004']);
});
