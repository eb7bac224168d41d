import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Definition } from '../../src/surveys/definition.ts';
import { openConsultation, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Fields } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import {
  answerAll,
  base,
  draftsOf,
  expectTallies,
  headingIn,
  referenceIn,
  responsesOf,
  sendAll,
  titleIn,
  usualAnswers,
} from './family.ts';

onBothDatabases('the journey', dialect => {
  let world: World;
  let planned: Planned;
  let path: string;
  beforeAll(async () => void (world = await createWorld(dialect)));
  beforeEach(async () => {
    planned = await openConsultation(world, await world.signIn('officer'));
    path = base(planned.slug);
  });
  afterAll(() => world.close());

  test('a family answers, checks, sends, and its record is what it said', async () => {
    const visitor = world.visitor();
    const check = await answerAll(visitor, planned.slug);
    expect(headingIn(check)).toBe('Check your answers');
    for (const words of ['A parent or carer', 'Hard', 'Disagree', 'More weekends', 'More Saturday clubs, please.'])
      expect(check).toContain(words);
    const sent = await sendAll(visitor, planned.slug);
    expect(referenceIn(sent)).toMatch(/^[2-9B-Z]{4}-[2-9B-Z]{4}$/);
    expect(sent).toContain('14 December');
    expect(sent).toContain('30 December');
    const [response, ...others] = await responsesOf(world, planned.id);
    expect(others).toEqual([]);
    expect(response).toMatchObject({ channel: 'online', day: '2026-11-22', reference: referenceIn(sent) });
    expect(JSON.parse(response?.answers ?? '')).toEqual({
      q1: 'parent',
      q2: 'b',
      q3: '4',
      q4: ['a', 'b'],
      q5: 'More Saturday clubs, please.',
      quote: 'yes',
    });
    expect(await draftsOf(world, planned.id)).toEqual([]);
    const tallies = await expectTallies(world, planned.id);
    expect(tallies.get(' *')).toBe(1);
    expect(tallies.get('q4 b')).toBe(1);
  });

  test('W05 K04 before the first answer it says who reads answers, how long it takes, that you may stop, and whom to call', async () => {
    const start = await (await world.visitor().get(path)).text();
    expect(headingIn(start)).toBe('Before you start');
    expect(start).toContain('Only the team reads your answers. We publish what we heard, never who said it.');
    expect(start).toContain('This is not for emergencies');
    expect(start).toContain('call 999');
    expect(start).toContain('Ash Birch');
    expect(start).toContain('About 6 minutes, 5 questions.');
    expect(start).toContain(`href="${path}/q1"`);
  });

  test('K01 no account, no name, nothing kept before the first Continue, and stopping at any time', async () => {
    const visitor = world.visitor();
    for (const page of ['', '/q1', '/q5']) expect((await visitor.get(`${path}${page}`)).status).toBe(200);
    // Nobody is asked whether they may be quoted who has written nothing.
    expect((await visitor.get(`${path}/quote`)).headers.get('location')).toBe(path);
    expect(visitor.cookies.size).toBe(0);
    expect(await draftsOf(world, planned.id)).toEqual([]);
    const first = await visitor.post(`${path}/q1`, { answer: 'young' });
    expect(first.headers.get('location')).toMatch(/\/q2\?begun=[\w-]+$/);
    const next = await visitor.follow(first);
    expect(await next.text()).toContain('Your answers so far are saved.');
    const later = await (await visitor.get(`${path}/later`)).text();
    expect(later).toContain('You can close this page now');
    expect(later).toMatch(/answer\/link\/[\w-]{43}/);
  });

  test('‘come back later’ saves what is on the page', async () => {
    const visitor = world.visitor();
    await visitor.post(`${path}/q1`, { answer: 'young' });
    const later = await visitor.post(`${path}/q5`, { answer: 'Half a thought', later: 'yes' });
    expect(later.headers.get('location')).toBe(`${path}/later?at=q5`);
    expect(await visitor.read(`${path}/q5`)).toContain('Half a thought');
  });

  test('‘come back later’ leads back to the page that it came from, and skips nothing', async () => {
    const visitor = world.visitor();
    await visitor.post(`${path}/q1`, { answer: 'young' });
    const later = await visitor.follow(visitor.post(`${path}/q3`, { later: 'yes' }));
    const carryOn = `class="button" href="${path}/q3"`;
    expect(await later.text()).toContain(carryOn);
    await visitor.post(`${path}/q2`, { answer: 'a' });
    expect(await visitor.read(path)).toContain(carryOn);
    expect(await visitor.read(`${path}/later?at=nowhere`)).toContain(carryOn);
  });

  test('‘Back’ saves what is on the page, and says what it cannot take', async () => {
    const visitor = world.visitor();
    await visitor.post(`${path}/q1`, { answer: 'young' });
    const back = (step: string, fields: Fields) => visitor.post(`${path}/${step}`, { ...fields, back: 'yes' });
    expect((await back('q5', { answer: 'Half a thought' })).headers.get('location')).toBe(`${path}/q4`);
    expect(await visitor.read(`${path}/q5`)).toContain('Half a thought');
    const refused = await back('q5', { answer: 'a'.repeat(5001) });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('a'.repeat(5001));
  });

  test('the way back to the check says that it saves nothing, and saves nothing', async () => {
    const visitor = world.visitor();
    await visitor.post(`${path}/q5`, { answer: 'Half a thought' });
    expect(await visitor.read(`${path}/q5?to=check`)).toContain('Go back without saving');
    const back = await visitor.post(`${path}/q5`, { answer: 'Another', to: 'check', back: 'yes' });
    expect(back.headers.get('location')).toBe(`${path}/check?at=q5#row-q5`);
    expect(await visitor.read(`${path}/check`)).toMatch(/Half a thought/);
  });

  test('‘Back’ from a page that was left alone keeps nothing, and is never refused', async () => {
    const visitor = world.visitor();
    const back = await visitor.post(`${path}/q1`, { back: 'yes' });
    expect(back.headers.get('location')).toBe(path);
    expect(visitor.cookies.size).toBe(0);
    const survey = { format: 1 as const, questions: [{ id: 'q1', kind: 'short-text' as const, ask: 'Which town?', required: true as const }] }; // prettier-ignore
    const { slug } = await openConsultation(world, await world.signIn('officer'), { survey });
    expect((await visitor.post(`${base(slug)}/q1`, { answer: ' ', back: 'yes' })).status).toBe(303);
    // What was typed on the very first page is kept.
    expect((await visitor.post(`${path}/q1`, { answer: 'young', back: 'yes' })).headers.get('location')).toMatch(
      /answer\?begun=/,
    );
    expect(headingIn(await visitor.read(path))).toBe('Welcome back');
  });

  test('a page says that answers are saved only where one is, and not of changes that wait to be sent', async () => {
    const visitor = world.visitor();
    const saved = 'Your answers so far are saved.';
    await visitor.post(`${path}/q1`, {});
    for (const page of ['q1', 'q2', 'check']) expect(await visitor.read(`${path}/${page}`)).not.toContain(saved);
    await visitor.post(`${path}/q2`, { answer: 'a' });
    for (const page of ['q3', 'check']) expect(await visitor.read(`${path}/${page}`)).toContain(saved);
    const reference = referenceIn(await sendAll(visitor, planned.slug));
    await visitor.post(`${path}/change`, { reference });
    for (const page of ['q2', 'check']) expect(await visitor.read(`${path}/${page}`)).not.toContain(saved);
  });

  test('the draft’s cookie goes to this survey’s answers alone and scripts cannot read it', async () => {
    const response = await world.visitor().post(`${path}/q1`, { answer: 'young' });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^draft=[\w-]{43}; Max-Age=\d+; Path=[^;]+\/answer; HttpOnly; SameSite=Lax$/);
    expect(cookie).toContain(`Path=${path};`);
    const stored = JSON.stringify(await draftsOf(world, planned.id));
    expect(stored).not.toContain(cookie.slice('draft='.length, 'draft='.length + 43));
  });

  test('everything may be skipped', async () => {
    const visitor = world.visitor();
    const sent = await sendAll(
      visitor,
      planned.slug,
      usualAnswers.map(([step]) => [step, {}]),
    );
    expect(sent).toContain('You skipped this');
    const tallies = await expectTallies(world, planned.id);
    expect(tallies.get('q2 -')).toBe(1);
    expect(tallies.get('q2 *')).toBeUndefined();
  });

  test('an answer that cannot be taken comes back with what was typed', async () => {
    const visitor = world.visitor();
    const words = `${'a'.repeat(5001)}`;
    const response = await visitor.post(`${path}/q5`, { answer: words });
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(titleIn(page)).toMatch(/^Error: /);
    expect(page).toContain(words);
    expect(page).toContain('href="#answer"');
    expect(visitor.cookies.size).toBe(0);
    expect((await visitor.post(`${path}/q2`, { answer: 'no such' })).status).toBe(422);
  });

  test('of a date, only the box that is wrong is marked, and the error says which', async () => {
    const when = { id: 'q1', kind: 'date' as const, ask: 'When did it start?', precision: 'month' as const, bins: 'month' as const }; // prettier-ignore
    const survey: Definition = { format: 1, questions: [when] };
    const { slug } = await openConsultation(world, await world.signIn('officer'), { survey });
    const wrong = async (month: string, year: string) => {
      const page = await (
        await world.visitor().post(`${base(slug)}/q1`, { 'answer-month': month, 'answer-year': year })
      ).text();
      return Array.from(page.matchAll(/name="answer-(\w+)"[^>]*aria-invalid/g), each => each[1]);
    };
    expect(await wrong('Spetember', '2025')).toEqual(['month']);
    expect(await wrong('9', '205')).toEqual(['year']);
    expect(await wrong('9', '')).toEqual(['year']);
    expect(await wrong('9', '1066')).toEqual(['month', 'year']);
  });

  test('a required question stops sending, and leads back to it', async () => {
    const survey = {
      format: 1 as const,
      questions: [
        { id: 'q1', kind: 'short-text' as const, ask: 'Which town?', required: true as const },
        { id: 'q2', kind: 'short-text' as const, ask: 'What else?' },
      ],
    };
    const { slug, id } = await openConsultation(world, await world.signIn('officer'), { survey });
    const visitor = world.visitor();
    expect((await visitor.post(`${base(slug)}/q1`, {})).status).toBe(422);
    await visitor.post(`${base(slug)}/q2`, { answer: 'Nothing' });
    const page = await sendAll(visitor, slug, []).catch(() => '');
    expect(page).toBe('');
    const needed = await visitor.get(`${base(slug)}/q1?to=check&needed=1`);
    expect(needed.status).toBe(422);
    expect(await needed.text()).toContain('Write your answer');
    const saved = await visitor.post(`${base(slug)}/q1`, { answer: 'Hallow', to: 'check' });
    expect(saved.headers.get('location'), 'a page that was not seen comes first').toBe(`${base(slug)}/quote?to=check`);
    const seen = await visitor.post(`${base(slug)}/quote`, { to: 'check' });
    expect(seen.headers.get('location')).toBe(`${base(slug)}/check?at=quote#row-quote`);
    await sendAll(visitor, slug, []);
    expect(await responsesOf(world, id)).toHaveLength(1);
  });

  test('an answer can be changed from the check, and taken out again', async () => {
    const visitor = world.visitor();
    await answerAll(visitor, planned.slug);
    const question = await (await visitor.get(`${path}/q2?to=check`)).text();
    expect(question).toContain('Take my answer out');
    expect(question).toMatch(/value="b"[^>]* checked/);
    const changed = await visitor.post(`${path}/q2`, { answer: 'c', to: 'check' });
    expect(question).toContain('Save and go back to my answers');
    expect(changed.headers.get('location')).toBe(`${path}/check?at=q2#row-q2`);
    const check = await visitor.read(`${path}/check?at=q2`);
    expect(check).toContain('Very hard');
    expect(check).toMatch(/<div id="row-q2" tabindex="-1" data-here>/);
    await visitor.post(`${path}/q2`, { answer: 'c', clear: 'yes', to: 'check' });
    expect(await visitor.read(`${path}/check`)).toContain('You skipped this');
  });

  test('opening the survey again offers to carry on or start again before any answer is shown', async () => {
    const visitor = world.visitor();
    await visitor.post(`${path}/q1`, { answer: 'young' });
    await visitor.post(`${path}/q2`, { answer: 'c' });
    const back = await visitor.read(path);
    expect(headingIn(back)).toBe('Welcome back');
    expect(back).toContain(`href="${path}/q3"`);
    expect(back).not.toContain('Very hard');
    expect(headingIn(await (await visitor.follow(visitor.post(`${path}/start`))).text())).toBe('Before you start');
    expect(visitor.cookies.has('draft')).toBe(false);
    expect(await draftsOf(world, planned.id)).toHaveLength(1);
  });

  test('a browser that blocks cookies is told so, with other ways to answer', async () => {
    const visitor = world.visitor();
    const first = await visitor.post(`${path}/q1`, { answer: 'young' });
    visitor.cookies.clear();
    const address = first.headers.get('location') ?? '';
    const ours = { 'sec-fetch-site': 'same-origin' };
    const blocked = await visitor.get(address, ours);
    expect(blocked.status).toBe(409);
    const page = await blocked.text();
    expect(headingIn(page)).toBe('Your browser blocks cookies');
    expect(page).toContain('01632 960 123');
    expect(page).toContain('County Hall');
    expect(page).toContain('<blockquote class="kept-words" dir="auto">A child or young person</blockquote>');
    const [draft] = await draftsOf(world, planned.id);
    expect(JSON.parse(draft?.answers ?? '')).toEqual({ q1: 'young' });
    const words = 'A child or young person</blockquote>';
    const askedFor = async (headers: Record<string, string>) => (await visitor.get(address, headers)).text();
    expect(await askedFor({ referer: `${world.deps.config.publicUrl}${path}/q1` }), 'an old iPad').toContain(words);
    for (const headers of [{}, { 'sec-fetch-site': 'none' }, { referer: 'https://elsewhere.example/' }]) {
      const page = await askedFor(headers);
      expect(headingIn(page)).toBe('Your browser blocks cookies');
      expect(page).not.toContain(words);
    }
    const crossing = { 'sec-fetch-site': 'cross-site', referer: `${world.deps.config.publicUrl}${path}/q1` };
    expect(await askedFor(crossing)).not.toContain(words);
    expect(await (await visitor.send(address, { method: 'HEAD', headers: ours })).text()).toBe('');
    world.setNow(world.deps.now().add({ seconds: 61 }).toString());
    expect(await askedFor(ours), 'a minute later').not.toContain(words);
    expect(await draftsOf(world, planned.id)).toEqual([draft]);
  });

  test('a page of other answers does not put its words among these', async () => {
    const visitor = world.visitor();
    await visitor.post(`${path}/q1`, { answer: 'young' });
    const refused = await visitor.post(`${path}/q5`, { answer: 'Somebody else’s words', draft: 'of-somebody-else' });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Somebody else’s words');
    expect(await visitor.read(`${path}/check`)).not.toContain('Somebody else’s words');
  });

  test('every page of a journey has a title of its own', async () => {
    const visitor = world.visitor();
    const titles = [titleIn(await visitor.read(path))];
    for (const [step, fields] of usualAnswers) {
      titles.push(titleIn(await visitor.read(`${path}/${step}`)));
      await visitor.post(`${path}/${step}`, fields);
    }
    for (const page of ['/check', '/later', '']) titles.push(titleIn(await visitor.read(`${path}${page}`)));
    titles.push(titleIn(await sendAll(visitor, planned.slug)), titleIn(await visitor.read(`${path}/withdrawal`)));
    expect(new Set(titles).size).toBe(titles.length);
  });

  test('before it opens nobody answers, and what is not published is not there', async () => {
    const officer = await world.signIn('officer');
    const soon = await openConsultation(world, officer, { opens_on: '2026-12-01', closes_on: '2026-12-20' });
    const page = await world.visitor().read(`${base(soon.slug)}/q1`);
    expect(headingIn(page)).toBe('This survey is not open yet');
    expect(page).toContain('Tuesday 1 December');
    expect((await world.visitor().post(`${base(soon.slug)}/q1`, { answer: 'young' })).status).toBe(409);
    expect((await world.visitor().get(base('no-such-thing'))).status).toBe(404);
    expect((await world.visitor().get(`${path}/q99`)).status).toBe(404);
  });
});
