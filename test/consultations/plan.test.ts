import { afterAll, beforeAll, expect, test } from 'vitest';
import { moveDate, MovedAlready } from '../../src/consultations/move-date.ts';
import { findConsultation, listConsultationPeople } from '../../src/consultations/queries.ts';
import { findPerson } from '../../src/people/queries.ts';
import { leaveContacts, mailOf } from '../outcomes/people.ts';
import { formFields, openConsultation, planConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('a plan', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  const read = (id: string) => findConsultation(world.db.read, id);

  /** Saves the plan's form as it stands, with these fields changed. */
  async function save(id: string, changes: Record<string, string>): Promise<Response> {
    const form = await officer.read(`/desk/consultations/${id}/plan`);
    return officer.post(`/desk/consultations/${id}/plan`, formFields(form, changes));
  }

  async function create(title: string): Promise<string> {
    const response = await officer.post('/desk/consultations', { title });
    return /consultations\/([\w-]+)\/plan/.exec(response.headers.get('location') ?? '')?.[1] ?? '';
  }

  test('a new consultation starts with a title, an address of its own, and its maker on the team', async () => {
    const one = await create('Quiet places: what’s missing?');
    const other = await create('Quiet places: what’s missing?');
    expect((await read(one))?.slug).toBe('quiet-places-whats-missing');
    expect((await read(other))?.slug).toBe('quiet-places-whats-missing-2');
    expect((await read(one))?.organisation_id).toBe(world.organisations.council);
    expect(await officer.read(`/desk/consultations/${one}`)).toContain('Sam officer');
    expect((await officer.post('/desk/consultations', { title: ' ' })).status).toBe(422);
  });

  test('a new plan starts with its maker as the key contact, and answers that are kept for a year', async () => {
    const maker = await findPerson(world.db.read, officer.personId);
    const form = formFields(await officer.read(`/desk/consultations/${await create('Begun')}/plan`), {});
    expect(form).toMatchObject({
      key_contact_name: maker?.name,
      key_contact_email: maker?.email,
      retention_months: '12',
    });
  });

  test('an incomplete plan is saved, and what is missing stands beside it', async () => {
    const id = await create('Half a plan');
    expect((await save(id, { purpose: 'To hear you.' })).status).toBe(303);
    const page = await officer.read(`/desk/consultations/${id}/plan`);
    expect(page).toContain('To hear you.');
    expect(page).toContain('href="#background"');
    expect(page).not.toContain('Say what it is for.');
  });

  test('dates that cannot be are saved, and looked at again at once', async () => {
    const id = await create('Once upon a time');
    const on = (name: string, [day = '', month = '']: string[], year: string) => ({
      [`${name}-day`]: day,
      [`${name}-month`]: month,
      [`${name}-year`]: year,
    });
    const dates = (year: string) => ({
      ...on('opens_on', ['1', '3'], year),
      ...on('closes_on', ['2', '2'], year),
      ...on('outcome_on', ['1', '2'], year),
    });
    expect((await save(id, dates('2020'))).status).toBe(303);
    const page = await officer.read(`/desk/consultations/${id}/plan?saved=1`);
    expect(page).toContain('Saved. Look at the dates again:');
    expect(page).toContain('<a href="#opens_on">Sunday 1 March 2020 is past.');
    expect(page).toContain('<a href="#closes_on">It must close after it opens.');
    expect(page).toContain('<a href="#outcome_on">What was decided can only be said after the close.');
    const refused = await save(id, dates('26'));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Opens on: write the year in four numbers, like 2026.');
  });

  test('the overview, the plan and the survey list what is missing in the same words', async () => {
    const id = await create('Nothing asked');
    const desk = `/desk/consultations/${id}`;
    const nothing = 'Add at least one question for people to answer.';
    for (const path of [desk, `${desk}/plan`]) expect(await officer.read(path)).toContain(nothing);
    const bare = { id: 'q1', kind: 'choose-one', ask: 'Which?', options: [] };
    await officer.post(`${desk}/survey/definition`, { definition: JSON.stringify({ format: 1, questions: [bare] }) });
    const [missing = ''] = /Question 1: [^<]+/.exec(await officer.read(desk)) ?? [];
    expect(missing).not.toBe('');
    expect(await officer.read(`${desk}/plan`)).toContain(`<a href="${desk}/survey">${missing}</a>`);
    const survey = await officer.read(`${desk}/survey`);
    expect(survey).toContain(`<a href="#q1">${missing}</a>`);
    expect(survey).toMatch(/And in the plan: \d+ things/);
  });

  test('values that make no sense are refused with 422, and what was typed is kept', async () => {
    const { id } = await planConsultation(world, officer);
    const wrong: [string, Record<string, string>, string][] = [
      ['purpose', { purpose: 'word '.repeat(101) }, 'Use 100 words or fewer.'],
      [
        'closes_on',
        { 'closes_on-day': '31', 'closes_on-month': '2', 'closes_on-year': '2027' },
        'Closes on: enter a real date',
      ],
      ['minutes', { minutes: 'six' }, 'How many minutes: enter a whole number.'],
      ['minutes', { minutes: '0' }, 'How many minutes: enter a number from 1 to 240.'],
      ['retention_months', { retention_months: 'a year' }, 'How many months: enter a whole number.'],
      ['key_contact_email', { key_contact_email: 'a@b@c' }, 'Enter an email address'],
      ['level', { level: 'telling' }, 'Choose a level from the list.'],
      ['scope', { scope: 'planet' }, 'Choose from the list.'],
      ['confidentiality', { confidentiality: 'secret' }, 'Choose from the list.'],
      ['title', { title: '' }, 'Give it a title.'],
    ];
    for (const [field, changes, words] of wrong) {
      const response = await save(id, { ...changes, background: 'What I typed just now.' });
      const page = await response.text();
      expect(response.status, field).toBe(422);
      expect(page).toContain(words);
      expect(page).toContain(`href="#${field}"`);
      expect(page).toContain('What I typed just now.');
      expect(page).toContain('<title>Error: Plan');
    }
    expect((await read(id))?.background).not.toContain('What I typed just now.');
  });

  test('whoever saves second is told, and their words come back', async () => {
    const { id } = await planConsultation(world, officer);
    const form = await officer.read(`/desk/consultations/${id}/plan`);
    await save(id, { purpose: 'The first officer’s words.' });
    const late = formFields(form, { purpose: 'The second officer’s words.' });
    const response = await officer.post(`/desk/consultations/${id}/plan`, late);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('The second officer’s words.');
    expect((await read(id))?.purpose).toBe('The first officer’s words.');
  });

  test('W17 people are added, moved up and taken out by buttons, and a half-written row is refused', async () => {
    const { id } = await planConsultation(world, officer, { people: [] });
    const path = `/desk/consultations/${id}/people`;
    const dana = { 'name-0': 'Dana', 'role-0': 'Lead', 'why-0': 'Runs it.' };
    const kit = { 'name-1': 'Kit', 'role-1': 'Forum', 'why-1': 'Knows it.' };
    const names = async () => (await listConsultationPeople(world.db.read, id)).map(each => each.name);

    const half = await officer.post(path, { ...dana, 'name-1': 'Kit', 'role-1': '', 'why-1': '' });
    expect(half.status).toBe(422);
    const page = await half.text();
    expect(page).toContain('href="#role-1"');
    expect(page).toContain('value="Kit"');
    expect(await names()).toEqual([]);

    const saved = await officer.follow(
      officer.post(path, { ...dana, ...kit, 'name-2': '', 'role-2': '', 'why-2': '' }),
    );
    expect(await saved.text()).toContain('Next: the questions');
    expect(await names()).toEqual(['Dana', 'Kit']);
    await officer.post(path, { ...dana, ...kit, do: 'up-1' });
    expect(await names()).toEqual(['Kit', 'Dana']);
    await officer.post(path, { ...dana, ...kit, do: 'remove-0' });
    expect(await names()).toEqual(['Kit']);
  });

  test('W12 a date that was moved is announced with its reason, and nothing moves without one', async () => {
    const { id, slug } = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
    const path = `/desk/consultations/${id}/dates`;
    const move = (day: string, month: string, year: string, reason: string, which = 'closes_on') =>
      officer.post(path, { which, 'to-day': day, 'to-month': month, 'to-year': year, reason });

    expect((await move('18', '12', '2026', '')).status).toBe(422);
    const past = await move('20', '11', '2026', 'Too late.');
    expect(past.status).toBe(422);
    expect(await past.text()).toContain('Choose a day that is still to come.');
    expect((await move('1', '3', '2027', 'After the decision.')).status).toBe(422);
    const beforeReply = await move('29', '12', '2026', 'Sooner.', 'outcome_on');
    expect(beforeReply.status).toBe(422);
    expect(await beforeReply.text()).toContain('the reply to everybody is due by 30 December.');
    const lateReply = await move('19', '2', '2027', 'More time.');
    expect(lateReply.status).toBe(422);
    expect(await lateReply.text()).toContain('the reply to everybody is due by 5 March 2027.');
    expect(await read(id)).toMatchObject({ closes_on: '2026-12-14', outcome_on: '2027-02-26' });

    expect((await move('18', '12', '2026', 'Two schools asked for more time.')).status).toBe(303);
    expect((await read(id))?.closes_on).toBe('2026-12-18');
    const page = await world.visitor().read(`/consultations/${slug}`);
    expect(page).toContain(
      'We moved the closing day from 14 December to 18 December. Why: Two schools asked for more time.',
    );
    expect(page).toContain('It closes at the end of Friday 18 December.');
    const easy = world.visitor();
    await easy.post('/language', { language: 'easy', back: '/' });
    expect(await easy.read(`/consultations/${slug}`)).toContain(
      'The last day to answer was 14 December. Now it is 18 December. This is why: Two schools asked for more time.',
    );
  });

  test('W12 W15 W18 whoever asked for news is told of a moved date and why, one message a recipient', async () => {
    const plan = { closes_on: '2026-12-14', outcome_on: '2027-02-26' };
    const { id, slug } = await openConsultation(world, officer, plan);
    await leaveContacts(world, id, [
      ['email', 'ann@families.example'],
      ['email', 'Ann@Families.example'],
      ['email', 'bea@families.example'],
      ['post', '1 Mill Lane'],
      ['phone', '01632 960 500'],
    ]);
    const path = `/desk/consultations/${id}/dates`;
    expect(await officer.read(path)).toContain('2 people who asked for news by email are told at once.');
    expect((await officer.get(`${path}/list`)).headers.get('location')).toBe(path);
    const to = { 'to-day': '18', 'to-month': '12', 'to-year': '2026' };
    await officer.post(path, { which: 'closes_on', ...to, reason: 'Two schools asked for more time.' });

    const mails = await mailOf(world, 'date moved');
    expect(mails.map(mail => mail.recipient.toLowerCase())).toEqual(['ann@families.example', 'bea@families.example']);
    for (const { text, html } of mails) {
      for (const words of [
        'There is more time to answer ‘Short breaks: what should change?’.',
        'It was to close on Monday 14 December.',
        'until the end of Friday 18 December.',
        'Why: Two schools asked for more time.',
        'What we decided by, 26 February 2027',
        `http://localhost:3000/consultations/${slug}`,
        '/news/stop/',
      ]) {
        expect(text.replace(/\s+/g, ' ')).toContain(words);
        expect(html).toContain(words);
      }
    }
    expect(await officer.read(path)).toContain('2 people asked for news by post or phone.');
    const list = await officer.read(`${path}/list`);
    for (const words of ['1 Mill Lane', '01632 960 500', 'There is more time to answer', 'We reply by, 6 January 2027'])
      expect(list).toContain(words);
    const colleague = await world.signIn('officer');
    expect((await colleague.get(`${path}/list`)).status).toBe(404);
    expect(await colleague.read(path)).not.toContain(`${path}/list`);
  });

  test('a date that nobody could move tells nobody', async () => {
    const { id, closesOn } = await openConsultation(world, officer);
    await leaveContacts(world, id, [['email', 'cas@families.example']]);
    const move = { which: 'closes_on', was: '2026-12-01', to: '2026-12-20', reason: 'More time.' } as const;
    await expect(moveDate(world.deps, { id: officer.personId }, id, move)).rejects.toThrow(MovedAlready);
    expect((await read(id))?.closes_on).toBe(closesOn);
    expect((await mailOf(world)).filter(mail => mail.recipient === 'cas@families.example')).toEqual([]);
  });

  test('W15 a close that is past stays where it was, and the day of the decision moves only with a reason', async () => {
    const { id, slug } = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-02-26' });
    world.setNow('2026-12-15');
    const path = `/desk/consultations/${id}/dates`;
    const to = { 'to-day': '30', 'to-month': '3', 'to-year': '2027' };
    const later = { ...to, 'to-day': '20', 'to-month': '1' };
    expect((await officer.post(path, { which: 'closes_on', ...later, reason: 'More time.' })).status).toBe(422);
    await officer.post(path, { which: 'outcome_on', ...to, reason: 'The board meets later.' });
    world.setNow('2026-11-22');
    expect((await read(id))?.closes_on).toBe('2026-12-14');
    expect((await read(id))?.outcome_on).toBe('2027-03-30');
    expect(await officer.read(`/desk/consultations/${id}/dates`)).toContain('The board meets later.');
    world.setNow('2026-12-15');
    expect(await world.visitor().read(`/consultations/${slug}`)).toContain(
      'We moved the day of our decision from 26 February 2027 to 30 March 2027. Why: The board meets later.',
    );
    world.setNow('2026-11-22');
  });

  test('once published, the plan’s form leaves the promised dates alone', async () => {
    const { id, closesOn } = await openConsultation(world, officer);
    expect(await officer.read(`/desk/consultations/${id}/plan`)).not.toContain('closes_on-day');
    await save(id, { 'closes_on-day': '1', 'closes_on-month': '12', 'closes_on-year': '2026' });
    expect((await read(id))?.closes_on).toBe(closesOn);
  });

  test('the preview shows the page and every question, and keeps nothing', async () => {
    const { id } = await planConsultation(world, officer);
    const page = await officer.read(`/desk/consultations/${id}/preview`);
    expect(page).toContain('We want short breaks that more families can use.');
    expect(page).toContain('What should we change first?');
    expect(page).toContain('May we quote your words without your name?');
    expect(page).toContain('<p class="soft">Question 5</p>');
    expect(page, 'the last page').toContain('<p class="soft">No number</p>');
    expect(page.match(/<h1/g)).toHaveLength(1);
    expect(page).not.toContain('Answer now');
    const empty = await create('Nothing yet');
    expect((await officer.get(`/desk/consultations/${empty}/preview`)).status).toBe(200);
  });
});
