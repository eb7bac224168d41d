import { afterEach, beforeEach, expect, test } from 'vitest';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { addEntry, dateFields, done, promised, refused } from './entries.ts';
import { answersOf, themeOf } from './marks.ts';
import { auditedActs, leaveContacts, mailOf } from './people.ts';

onBothDatabases('publishing outcomes', dialect => {
  let world: World;
  let officer: Officer;
  let plan: Planned;
  let base: string;
  let page: string;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-23');
    officer = await world.signIn('officer');
    plan = await openConsultation(world, officer, { closes_on: '2026-12-14', outcome_on: '2027-01-29' });
    base = `/desk/consultations/${plan.id}/outcomes`;
    page = `/you-said-we-did/${plan.slug}`;
    await leaveContacts(world, plan.id, [
      ['email', 'ann@families.example'],
      ['email', 'bea@families.example'],
      ['post', '1 Mill Lane'],
    ]);
    world.setNow('2026-12-16');
  });
  afterEach(() => world.close());

  const publish = (fields = {}) => officer.post(`${base}/publication`, fields);
  const publicPage = () => world.visitor().read(page);

  test('K18 nothing is decided before the close: not even a draft is taken', async () => {
    world.setNow('2026-12-14');
    expect(await officer.read(base)).toContain('Nothing can be decided before the close');
    expect((await officer.post(base, done)).status).toBe(409);
    expect((await publish()).status).toBe(409);
    world.setNow('2026-12-15');
    expect((await officer.post(base, done)).status).toBe(303);
  });

  test('K18 ‘we cannot, because’ needs a why, and stands on the page as a full answer', async () => {
    await addEntry(officer, plan.id, { ...refused, why: '' });
    const tried = await publish();
    expect(tried.status).toBe(422);
    expect(await tried.text()).toContain('Say why it is not possible.');
    expect((await world.visitor().get(page)).status).toBe(404);
    const id = await addEntry(officer, plan.id, { ...refused, heading: 'Sharing the ride' });
    await officer.post(`${base}/${await addEntry(officer, plan.id, done)}/removal`);
    const incomplete = /outcomes\/([\w-]{22})">Brothers and sisters</.exec(await officer.read(base))?.[1];
    await officer.post(`${base}/${incomplete}/removal`);
    expect((await publish()).status).toBe(303);
    const text = await publicPage();
    expect(text).toContain('<h3>We cannot</h3>');
    expect(text).toContain('The law lets us carry only pupils who qualify.');
    expect(text).toContain(`id="entry-${id}"`);
    expect(text).not.toContain('Drivers who know our children');
  });

  test('K18 each entry needs its own words, owner and date before it is published', async () => {
    await addEntry(officer, plan.id, { heading: 'Half written', decision: 'will' });
    const text = await (await publish()).text();
    for (const gap of ['what people said', 'what you did', 'who looks after it', 'by when it will be done']) {
      expect(text).toContain(gap);
    }
    expect((await publish()).status).toBe(422);
    expect(await mailOf(world)).toEqual([]);
  });

  test('W14 publishing mails everybody who left an email address, each alone, with every entry', async () => {
    await addEntry(officer, plan.id, done);
    await addEntry(officer, plan.id, promised);
    await addEntry(officer, plan.id, refused);
    expect((await publish()).status).toBe(303);
    const mails = await mailOf(world);
    expect(mails.map(mail => mail.recipient)).toEqual(['ann@families.example', 'bea@families.example']);
    for (const mail of mails) {
      const other = mails.find(each => each !== mail);
      for (const part of [mail.text.replaceAll('\n', ' '), mail.html]) {
        expect(part).toContain('Each child now has a named driver.');
        expect(part).toContain('By Friday 26 February 2027');
        expect(part).toContain('The law lets us carry only pupils who qualify.');
        expect(part).toContain(`http://localhost:3000${page}`);
        expect(part).toContain('/news/stop/');
        expect(part).not.toContain(other?.recipient);
      }
    }
    expect(await auditedActs(world)).toContain('publish outcomes');
    const text = await publicPage();
    expect(text).toContain('Done Tuesday 15 December');
    expect(await world.visitor().read('/you-said-we-did')).toContain('1 done');
  });

  test('W14 pressing twice publishes and mails once', async () => {
    await addEntry(officer, plan.id, done);
    expect((await Promise.all([publish(), publish()])).map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await mailOf(world)).toHaveLength(2);
  });

  test('K12 decisions after the promised day need a reason, which stands on the promise line', async () => {
    world.setNow('2027-02-03');
    await addEntry(officer, plan.id, done);
    const tried = await publish();
    expect(tried.status).toBe(422);
    expect(await tried.text()).toContain('Say why it is late.');
    expect((await publish({ reason: 'We asked the ministry first.' })).status).toBe(303);
    const text = await publicPage();
    expect(text).toContain('Decided late');
    expect(text).toContain('We asked the ministry first.');
  });

  test('K12 the public sees every date promised, and that nobody was thanked yet', async () => {
    await addEntry(officer, plan.id, promised);
    expect(await officer.read(`${base}/publication`)).toContain('Nobody has been thanked yet');
    await publish();
    const text = await publicPage();
    expect(text).toMatch(/Kept:<\/span> Decided/);
    expect(text).toMatch(/Still to come:<\/span> We reply by/);
    expect(text).toMatch(/Still to come:<\/span> All done by/);
  });

  test('K12 a draft written after publishing says nothing in public', async () => {
    await addEntry(officer, plan.id, done);
    await publish();
    await addEntry(officer, plan.id, { ...promised, ...dateFields('due_on', '2029-05-05') });
    expect(await publicPage()).not.toMatch(/News when the bus is late|2029/);
  });

  test('K08 numbers that could tell of a few are not shown', async () => {
    const people = await answersOf(
      world,
      plan.id,
      Array.from({ length: 20 }, () => ({ words: 'Drivers change.' })),
    );
    const themes = {
      many: await themeOf(world, officer, plan, 'Drivers', people.slice(0, 9)),
      few: await themeOf(world, officer, plan, 'Ramps', people.slice(9, 13)),
      nearlyAll: await themeOf(world, officer, plan, 'Buses', people.slice(0, 17)),
    };
    await addEntry(officer, plan.id, { ...done, themes: themes.many });
    await addEntry(officer, plan.id, { ...promised, themes: themes.few });
    await addEntry(officer, plan.id, { ...refused, themes: themes.nearlyAll });
    const desk = await officer.read(base);
    for (const count of ['9 of 20 people', '4 of 20 people', '17 of 20 people']) expect(desk).toContain(count);
    await publish();
    const text = await publicPage();
    expect(text).toContain('<strong>9 of 20 people</strong>');
    expect(text).toContain('20 people answered');
    expect(text).not.toContain('4 of 20');
    expect(text).not.toContain('17 of 20');
    expect(text.match(/<strong>Some people<\/strong>/g)).toHaveLength(2);
  });

  test('what the public has read cannot be taken back or overwritten as a draft', async () => {
    const id = await addEntry(officer, plan.id, done);
    await publish();
    expect((await officer.post(`${base}/${id}/removal`)).status).toBe(409);
    expect((await officer.post(`${base}/${id}`, { ...done, words: 'Other words.' })).status).toBe(409);
    expect((await officer.get(`${base}/${id}`)).headers.get('location')).toBe(`${base}/${id}/change`);
    expect(await publicPage()).toContain('Each child now has a named driver.');
  });

  test('a date that is none, or thousands of years away, comes back as a question', async () => {
    for (const due of ['2027-02-31', '9999-12-31', '2027-99-99']) {
      const { 'due_on-day': _, 'due_on-month': __, 'due_on-year': ___, ...fields } = promised;
      for (const sent of [
        { ...fields, due_on: due },
        { ...promised, ...dateFields('due_on', due) },
      ]) {
        const response = await officer.post(base, sent);
        expect(response.status).toBe(422);
        expect(await response.text()).toContain('Enter a real date');
      }
    }
  });

  test('entries move up and down', async () => {
    await addEntry(officer, plan.id, done);
    const id = await addEntry(officer, plan.id, promised);
    await officer.post(`${base}/${id}/move`, { way: 'up' });
    const list = await officer.read(base);
    expect(list.indexOf('News when the bus is late')).toBeLessThan(list.indexOf('Drivers who know our children'));
  });

  test('only the team writes outcomes: colleagues and other organisations find nothing', async () => {
    const id = await addEntry(officer, plan.id, done);
    const others = [await world.signIn('officer'), await world.signIn('officer', world.organisations.health)];
    for (const other of others) {
      for (const path of [base, `${base}/new`, `${base}/${id}`, `${base}/preview`, `${base}/publication`]) {
        expect((await other.get(path)).status).toBe(404);
      }
      for (const path of [base, `${base}/${id}`, `${base}/${id}/removal`, `${base}/publication`]) {
        expect((await other.post(path, done)).status).toBe(404);
      }
    }
    expect((await world.visitor().get(page)).status).toBe(404);
  });
});
