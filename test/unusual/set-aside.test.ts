import { afterEach, beforeEach, expect, test } from 'vitest';
import { recount } from '../../src/analysis/recount.ts';
import { change, commentsIn, many, prepare, send, sendAll, usual, withdraw, type Family } from '../analysis/sent.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { countIn } from '../support/tallies.ts';

const WORDS = 'Buy our cheap watches, the best watches in town.';
const proposal = { why: 'program', note: 'It sells something.' };

onBothDatabases('setting an answer aside', dialect => {
  let world: World;
  let officer: Officer;
  let colleague: Officer;
  let of: Planned;
  let family: Family;
  let id: string;
  let base: string;
  let page: string;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-23T09:00:00Z');
    officer = await world.signIn('officer');
    colleague = await world.signIn('officer');
    of = await openConsultation(world, officer);
    base = `/desk/consultations/${of.id}`;
    await officer.post(`${base}/team`, { person: colleague.personId });
    await sendAll(
      world,
      of,
      many(3, at => ({ q5: `Words ${at}` })),
    );
    family = await send(await prepare(world, of, usual({ q2: 'a', q5: WORDS, quote: 'yes' })));
    id = await responseWith(WORDS);
    page = `${base}/unusual/${id}`;
  });
  afterEach(() => world.close());

  async function responseWith(words: string): Promise<string> {
    const rows = await world.db.read.selectFrom('responses').select(['id', 'answers']).execute();
    return rows.find(row => row.answers.includes(words))?.id ?? '';
  }

  async function tallyOf(question: string, option: string, dimension = 'all'): Promise<number> {
    expect(await recount(world.db.read, of.id)).toEqual([]);
    return countIn(world, { question, option, dimension }, of.id);
  }

  const acts = async () => {
    const rows = world.db.read.selectFrom('audit').selectAll().where('subject_id', '=', of.id).orderBy('at');
    return (await rows.execute()).filter(row => row.detail.includes(id)).map(row => [row.act, row.person_id]);
  };
  const statusOf = async (who: Visitor, act: string, fields = {}) => (await who.post(`${page}/${act}`, fields)).status;

  async function setAside(): Promise<void> {
    expect(await statusOf(officer, 'proposal', proposal)).toBe(303);
    world.setNow('2026-11-24T09:00:00Z');
    expect(await statusOf(colleague, 'confirmation')).toBe(303);
  }

  test('it takes two: until the second agrees the answer counts, and each act is kept', async () => {
    expect(await officer.read(page)).toContain('It counts');
    expect(await statusOf(officer, 'proposal', proposal)).toBe(303);
    expect(await tallyOf('', '*')).toBe(4);
    expect(await officer.read(page)).not.toContain('I agree: set it aside');
    expect(await statusOf(officer, 'confirmation')).toBe(403);
    expect(await tallyOf('', '*')).toBe(4);
    expect(await colleague.read('/desk')).toContain('An answer waits for a second person');
    expect(await officer.read('/desk')).not.toContain('for a second person');
    world.setNow('2026-11-24T09:00:00Z');
    expect(await colleague.read(page)).toContain('It sells something.');
    expect(await statusOf(colleague, 'confirmation')).toBe(303);
    expect(await tallyOf('', '*')).toBe(3);
    expect(await tallyOf('q2', 'a')).toBe(0);
    expect(await tallyOf('', '*', 'flagged')).toBe(3);
    expect(await colleague.read('/desk')).not.toContain('for a second person');
    expect(await acts()).toEqual([
      ['ask to set an answer aside', officer.personId],
      ['set an answer aside', colleague.personId],
    ]);
  });

  test('what is set aside is in no list of comments, themes or quotes, and is read with its reason', async () => {
    await officer.post(`${base}/themes`, { name: 'Watches' });
    const [theme] = await world.db.read.selectFrom('themes').selectAll().execute();
    await officer.post(`${base}/marks`, { response: id, question: 'q5', theme: theme?.id ?? '' });
    expect(await officer.read(`${base}/themes`)).toContain('1 person, 1 comment');
    await setAside();
    expect(commentsIn(await officer.read(`${base}/answers/q5`)).toSorted()).toEqual(['Words 0', 'Words 1', 'Words 2']);
    expect(await officer.read(`${base}/themes`)).toContain('0 people, 0 comments');
    expect(await officer.read(`${base}/themes/${theme?.id}`)).not.toContain('cheap watches');
    const answers = await officer.read(`${base}/answers`);
    expect(answers).toContain('3 people have answered so far.');
    expect(answers.replace(/\s+/g, ' ')).toContain('1 more is set aside.');
    const list = await officer.read(`${base}/unusual`);
    expect(list).toContain('A program sent it, not a person');
    expect(list).toContain('agreed on Tuesday 24 November.');
    expect(await officer.read(page)).toContain('cheap watches');
    await officer.post(`${page}/return`, { reason: 'A joke by a family.' });
    expect(await officer.read(`${base}/themes`)).toContain('1 person, 1 comment');
  });

  test('one person is enough to count it again, with a reason', async () => {
    await setAside();
    expect(await statusOf(officer, 'return', { reason: '' })).toBe(422);
    expect(await tallyOf('', '*')).toBe(3);
    world.setNow('2026-11-25T09:00:00Z');
    expect(await statusOf(officer, 'return', { reason: 'We spoke with the school.' })).toBe(303);
    expect(await tallyOf('', '*')).toBe(4);
    expect(await tallyOf('q2', 'a')).toBe(1);
    expect((await acts()).at(-1)).toEqual(['keep an answer in the counts', officer.personId]);
    expect(await statusOf(officer, 'return', { reason: 'Again.' })).toBe(409);
    expect(await tallyOf('', '*')).toBe(4);
  });

  test('the second person may say no, and it can be asked again', async () => {
    await officer.post(`${page}/proposal`, proposal);
    expect(await statusOf(colleague, 'proposal', proposal)).toBe(409);
    expect(await statusOf(colleague, 'return', { reason: 'I know this family.' })).toBe(303);
    expect(await statusOf(colleague, 'confirmation')).toBe(409);
    expect(await tallyOf('', '*')).toBe(4);
    expect(await officer.read(page)).toContain('Ask to set it aside');
    expect(await statusOf(colleague, 'proposal', proposal)).toBe(303);
    expect(await statusOf(officer, 'confirmation')).toBe(303);
    expect(await statusOf(officer, 'confirmation')).toBe(409);
    expect(await tallyOf('', '*')).toBe(3);
  });

  test('the family’s link still works: what it changes counts once the answer does, and what it withdraws is gone', async () => {
    await setAside();
    await change(world, family, usual({ q2: 'c', q5: WORDS }));
    expect(await tallyOf('', '*')).toBe(3);
    expect(await tallyOf('q2', 'c')).toBe(0);
    await officer.post(`${page}/return`, { reason: 'It is a family.' });
    expect(await tallyOf('q2', 'c')).toBe(1);
    await officer.post(`${page}/proposal`, proposal);
    await colleague.post(`${page}/confirmation`);
    await withdraw(family);
    expect(await tallyOf('', '*')).toBe(3);
    expect((await officer.get(page)).status).toBe(404);
    expect(await officer.read(`${base}/unusual`)).not.toContain('Set aside</h2>');
    expect(await statusOf(officer, 'return', { reason: 'Too late.' })).toBe(404);
    expect(await tallyOf('', '*')).toBe(3);
  });

  test('fifty who agree at once take it out once', async () => {
    await officer.post(`${page}/proposal`, proposal);
    const all = await Promise.all(Array.from({ length: 50 }, () => statusOf(colleague, 'confirmation')));
    expect(all.filter(status => status === 303)).toHaveLength(1);
    expect(await tallyOf('', '*')).toBe(3);
  });

  test('an administrator may be the second person, and reads no other answer', async () => {
    const administrator = await world.signIn('administrator');
    expect((await administrator.get(page)).status).toBe(404);
    expect(await statusOf(administrator, 'proposal', proposal)).toBe(404);
    await officer.post(`${page}/proposal`, proposal);
    expect(await administrator.read('/desk')).toContain('An answer waits for a second person');
    expect(await administrator.read(page)).toContain('cheap watches');
    expect((await administrator.get(`${base}/unusual/${await responseWith('Words 1')}`)).status).toBe(404);
    const list = await administrator.read(`${base}/unusual`);
    expect(list).toContain('Waiting for a second person');
    expect(list, 'K08 live numbers are for the team').not.toMatch(/class="finding"|With and without|Read them/);
    expect(await statusOf(administrator, 'confirmation')).toBe(303);
    expect(await tallyOf('', '*')).toBe(3);
  });

  test('nobody outside the team learns of it', async () => {
    const stranger = await world.signIn('officer');
    await officer.post(`${page}/proposal`, proposal);
    for (const path of [page, `${base}/unusual`]) expect((await stranger.get(path)).status, path).toBe(404);
    for (const act of ['proposal', 'confirmation', 'return']) expect(await statusOf(stranger, act, proposal)).toBe(404);
    expect(await stranger.read('/desk')).not.toContain('for a second person');
    expect((await world.visitor().get(page)).headers.get('location')).toContain('/sign-in');
  });

  test('a form without a reason comes back with what was typed', async () => {
    const response = await officer.post(`${page}/proposal`, { why: '', note: 'Looks odd.' });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Choose why it should not count.');
    expect(html).toContain('Looks odd.');
  });

  test('both figures stand side by side, and agree with the tallies', async () => {
    world.setNow('2026-11-23T09:10:00Z');
    const slow = await prepare(world, of, usual({ q2: 'c' }));
    world.setNow('2026-11-23T09:20:00Z');
    await send(slow);
    const list = (await officer.read(`${base}/unusual`)).replace(/\s+/g, ' ');
    expect(list).toContain('5 answers; 1 without the 4 that look unusual.');
    expect(list).toContain('4: It was answered faster than most people can read.');
    expect(list).toContain(
      '<th scope="row">Very hard</th><td class="number">1 of 5 (20%)</td><td class="number">1 of 1 (100%)</td>',
    );
    expect(list).toContain(
      '<th scope="row">Easy</th><td class="number">1 of 5 (20%)</td><td class="number">0 of 1 (0%)</td>',
    );
  });
});
