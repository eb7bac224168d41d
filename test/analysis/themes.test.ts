import { afterEach, beforeEach, expect, test } from 'vitest';
import { commentsOfTheme } from '../../src/analysis/comment-queries.ts';
import { listThemes } from '../../src/analysis/theme-queries.ts';
import { addTeamMember } from '../../src/consultations/queries.ts';
import type { Definition } from '../../src/surveys/definition.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { commentsIn, many, sendAll, usual, withdraw, type Family } from './sent.ts';

onBothDatabases('themes', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  let base: string;
  let families: Family[];

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { closes_on: '2026-12-14' });
    base = `/desk/consultations/${of.id}`;
    families = await sendAll(
      world,
      of,
      many(3, at => ({ q5: `Words ${at}.`, quote: at === 0 ? 'yes' : 'no' })),
    );
  });
  afterEach(() => world.close());

  const add = (name: string) => officer.post(`${base}/themes`, { name, summary: '' });
  const themes = () => listThemes(world.db.read, of.id);
  const responses = async () => {
    const page = await officer.read(`${base}/answers/q5`);
    return [...page.matchAll(/<article class="box" id="comment-([^"]+)"/g)].map(([, id = '']) => id);
  };
  const mark = (response: string, theme: string[], more: Record<string, string> = {}) =>
    officer.post(`${base}/marks`, { response, question: 'q5', theme, ...more });

  test('themes are added, marked with, counted by people, renamed and removed', async () => {
    expect((await add('Too early')).status).toBe(303);
    await add('Too far');
    const [early, far] = await themes();
    const [one = '', two = ''] = await responses();
    const back = `${base}/answers/q5?show=unmarked`;
    const marked = await mark(one, [early?.id ?? '', far?.id ?? ''], { back });
    expect(marked.headers.get('location')).toBe(`${back}#comment-${one}`);
    await mark(two, [early?.id ?? '']);
    expect((await themes()).map(({ name, people, comments }) => [name, people, comments])).toEqual([
      ['Too early', 2, 2],
      ['Too far', 1, 1],
    ]);
    await mark(one, [far?.id ?? '']);
    expect((await themes()).map(theme => theme.people)).toEqual([1, 1]);
    await officer.post(`${base}/themes/${far?.id}`, { name: 'Far from home', summary: 'Long ways.' });
    const page = await officer.read(`${base}/themes`);
    expect(page).toContain('Far from home');
    expect(page).toContain('1 person, 1 comment');
    expect((await officer.post(`${base}/themes/${far?.id}/removal`)).status).toBe(303);
    expect((await themes()).map(theme => theme.name)).toEqual(['Too early']);
    const acts = await world.db.read.selectFrom('audit').select('act').where('subject_kind', '=', 'theme').execute();
    expect(acts.map(row => row.act).sort()).toEqual(['add theme', 'add theme', 'change theme', 'remove theme']);
  });

  test('a person who says it twice counts once, and whoever marked first stays named', async () => {
    const twice: Definition = {
      format: 1,
      questions: [
        { id: 'q1', kind: 'long-text', ask: 'What works?' },
        { id: 'q2', kind: 'long-text', ask: 'What does not?' },
      ],
    };
    const other = await openConsultation(world, officer, {
      title: 'Two texts',
      closes_on: '2026-12-14',
      survey: twice,
    });
    await sendAll(world, other, [{ q1: 'The bus.', q2: 'The bus too.', quote: null }]);
    const path = `/desk/consultations/${other.id}`;
    for (const name of ['Bus', 'Other']) await officer.post(`${path}/themes`, { name, summary: '' });
    const [bus, more] = await listThemes(world.db.read, other.id);
    const page = await officer.read(`${path}/answers/q1`);
    const response = /id="comment-([^"]+)"/.exec(page)?.[1] ?? '';
    for (const question of ['q1', 'q2']) {
      await officer.post(`${path}/marks`, { response, question, theme: bus?.id ?? '' });
    }
    expect((await listThemes(world.db.read, other.id))[0]).toMatchObject({ people: 1, comments: 2 });
    const colleague = await world.signIn('officer');
    const added = { person_id: colleague.personId, added_by: officer.personId, added_at: '2026-11-22T12:00:00.000Z' };
    await addTeamMember(world.db.write, { consultation_id: other.id, ...added });
    await colleague.post(`${path}/marks`, { response, question: 'q1', theme: [bus?.id ?? '', more?.id ?? ''] });
    const marks = await world.db.read.selectFrom('marks').selectAll().where('question', '=', 'q1').execute();
    expect(marks.find(mark => mark.theme_id === bus?.id)?.marked_by).toBe(officer.personId);
    expect(marks.find(mark => mark.theme_id === more?.id)?.marked_by).toBe(colleague.personId);
  });

  test('comments are shown by theme, and those without one', async () => {
    await add('Too early');
    const [early] = await themes();
    const [one = ''] = await responses();
    await mark(one, [early?.id ?? '']);
    expect(commentsIn(await officer.read(`${base}/answers/q5?show=${early?.id}`))).toHaveLength(1);
    expect(commentsIn(await officer.read(`${base}/answers/q5?show=unmarked`))).toHaveLength(2);
    expect(commentsIn(await officer.read(`${base}/answers/q5?show=nothing`))).toHaveLength(3);
    const page = await officer.read(`${base}/themes/${early?.id}`);
    expect(commentsIn(page)).toHaveLength(1);
  });

  test('outcomes can ask which comments carry a theme and which of them may be quoted', async () => {
    await add('All of it');
    const [theme] = await themes();
    for (const id of await responses()) await mark(id, [theme?.id ?? '']);
    const { comments, next } = await commentsOfTheme(world.db.read, theme?.id ?? '');
    expect(comments.map(({ words, mayQuote }) => [words, mayQuote]).sort()).toEqual([
      ['Words 0.', true],
      ['Words 1.', false],
      ['Words 2.', false],
    ]);
    expect(next).toBeNull();
  });

  test('whoever withdraws counts for no theme any more', async () => {
    await add('All of it');
    const [theme] = await themes();
    for (const id of await responses()) await mark(id, [theme?.id ?? '']);
    await withdraw(families[0]);
    expect((await themes())[0]?.people).toBe(2);
    expect((await commentsOfTheme(world.db.read, theme?.id ?? '')).comments).toHaveLength(2);
  });

  test('a theme on which an outcome rests stays', async () => {
    await add('Too early');
    const [theme] = await themes();
    await world.db.write
      .insertInto('outcomes')
      .values({
        id: 'outcome-1',
        consultation_id: of.id,
        position: 1,
        heading: 'Times',
        you_said: 'It is too early.',
        decision: 'will',
        words: 'We move it.',
        why: '',
        owner: 'Rowan Hale',
        due_on: '2027-03-01',
        done_on: null,
        created_at: '2026-11-22T12:00:00.000Z',
        created_by: officer.personId,
      })
      .execute();
    await world.db.write
      .insertInto('outcome_themes')
      .values({ outcome_id: 'outcome-1', theme_id: theme?.id ?? '' })
      .execute();
    expect(await officer.read(`${base}/themes/${theme?.id}`)).toContain('An outcome rests on this theme.');
    expect((await officer.post(`${base}/themes/${theme?.id}/removal`)).status).toBe(409);
    expect(await themes()).toHaveLength(1);
  });

  test('a theme without a name is not added, and what was typed stays', async () => {
    const response = await officer.post(`${base}/themes`, { name: ' ', summary: 'Half a thought.' });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('<title>Error: ');
    expect(page).toContain('href="#name"');
    expect(page).toContain('Half a thought.');
  });

  test('marks stay within their consultation, and only the team sets them', async () => {
    const elsewhere = await openConsultation(world, officer, { title: 'Another one', closes_on: '2026-12-14' });
    await sendAll(world, elsewhere, [usual({ q5: 'Elsewhere.' })]);
    await officer.post(`/desk/consultations/${elsewhere.id}/themes`, { name: 'Foreign', summary: '' });
    const [foreign] = await listThemes(world.db.read, elsewhere.id);
    const [one = ''] = await responses();
    expect((await mark(one, [foreign?.id ?? ''])).status).toBe(303);
    expect((await listThemes(world.db.read, elsewhere.id))[0]?.people).toBe(0);
    const strange = await officer.post(`/desk/consultations/${elsewhere.id}/marks`, { response: one, question: 'q5' });
    expect(strange.status).toBe(404);
    expect((await mark(one, [], { question: 'q2' })).status).toBe(404);
    expect((await officer.post(`${base}/marks`, {})).status).toBe(400);
    const other = await world.signIn('officer');
    expect((await other.post(`${base}/marks`, { response: one, question: 'q5' })).status).toBe(404);
    expect((await other.get(`${base}/themes`)).status).toBe(404);
    expect((await officer.get(`${base}/themes/${foreign?.id}`)).status).toBe(404);
  });

  test('after marking, nobody is led away from the consultation', async () => {
    const [one = ''] = await responses();
    for (const back of ['https://elsewhere.example', '//elsewhere.example', `${base}/../../admin`, '/admin']) {
      const response = await mark(one, [], { back });
      expect(response.headers.get('location')).toBe(`${base}/answers#comment-${one}`);
    }
  });

  test('a script gets a word of success instead of a page', async () => {
    const [one = ''] = await responses();
    const response = await officer.post(`${base}/marks?part=1`, { response: one, question: 'q5' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<span class="saved">Saved</span>');
  });
});
