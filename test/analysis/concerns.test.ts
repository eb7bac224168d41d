import { afterEach, beforeEach, expect, test } from 'vitest';
import { recount } from '../../src/analysis/recount.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { concernLinkPath } from '../../src/analysis/concern-link.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { sendAll, usual, withdraw, type Family } from './sent.ts';

onBothDatabases('worries about an answer', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  let base: string;
  let family: Family | undefined;
  let response: string;
  const words = 'He locks me in the cupboard.';
  const note = 'Somebody may be in danger at home.';

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { closes_on: '2026-12-14' });
    base = `/desk/consultations/${of.id}/concerns`;
    [family] = await sendAll(world, of, [usual({ q5: words })]);
    const page = await officer.read(`/desk/consultations/${of.id}/answers/q5`);
    response = /concerns\/new\?response=([^&]+)&amp;question=q5/.exec(page)?.[1] ?? '';
  });
  afterEach(() => world.close());

  const raise = () => officer.post(base, { response, question: 'q5', note });
  const mails = () => world.db.read.selectFrom('outbox').selectAll().where('cause', '=', 'concern').execute();

  test('it goes to the named lead with a link and nothing of the answer', async () => {
    expect(await officer.read(`${base}/new?response=${response}&question=q5`)).toContain(words);
    const sent = await raise();
    expect(sent.status).toBe(303);
    const [mail, ...others] = await mails();
    expect(others).toEqual([]);
    expect(mail?.recipient).toBe('safe@brackenshire.example');
    expect(mail?.forget_at).toBe('2026-11-23T12:00:00.000Z');
    const id = (sent.headers.get('location') ?? '').split('/').at(-1) ?? '';
    const link = `http://localhost:3000${concernLinkPath(world.deps.config, id)}`;
    for (const part of [mail?.text, mail?.html]) expect(part).toContain(link);
    for (const part of [mail?.text, mail?.html]) {
      expect(part).toContain('Ash Birch');
      expect(part).not.toContain('cupboard');
      expect(part).not.toContain('danger at home');
    }
    const audit = await world.db.read.selectFrom('audit').selectAll().where('act', '=', 'raise concern').execute();
    expect(audit).toHaveLength(1);
    expect(JSON.stringify(audit)).not.toContain('cupboard');
  });

  test('the team and administrators read it, and it says who saw it and when', async () => {
    const page = (await raise()).headers.get('location') ?? '';
    const administrator = await world.signIn('administrator', world.organisations.health);
    for (const reader of [officer, administrator]) {
      expect(await reader.read(page)).toContain(words);
      expect(await reader.read(page)).toContain(note);
      expect(await reader.read(base)).toContain('Not seen yet');
    }
    expect((await administrator.post(`${page}/seen`)).status).toBe(303);
    for (const path of [page, base]) {
      expect(await officer.read(path)).toMatch(/Seen by Sam administrator \d+ on Sunday 22 November/);
    }
    const stranger = await world.signIn('officer');
    for (const path of [page, base]) expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.post(`${page}/seen`)).status).toBe(403);
    expect((await stranger.post(`${page}/mail`)).status).toBe(404);
    expect((await (await world.signIn('board member')).get(page)).status).toBe(403);
  });

  test('only the team raises one, about an answer of its own, and says why', async () => {
    const empty = await officer.post(base, { response, question: 'q5', note: ' ' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Say in a few words what worries you.');
    expect((await officer.post(base, { response: 'nobody', question: 'q5', note })).status).toBe(404);
    expect((await officer.post(base, { response, question: 'q2', note })).status).toBe(404);
    const administrator = await world.signIn('administrator');
    expect((await administrator.post(base, { response, question: 'q5', note })).status).toBe(404);
    expect(await mails()).toEqual([]);
  });

  test('pressing twice mails once, and no figure changes', async () => {
    const before = await officer.read(`/desk/consultations/${of.id}/answers`);
    const [one, two] = [await raise(), await raise()];
    expect(two.headers.get('location')).toBe(one.headers.get('location'));
    expect(await mails()).toHaveLength(1);
    expect(await officer.read(`/desk/consultations/${of.id}/answers`)).toBe(before);
    expect(await recount(world.db.read, of.id)).toEqual([]);
  });

  test('a comment that was passed on says when, and offers that no more', async () => {
    const page = (await raise()).headers.get('location') ?? '';
    const comments = await officer.read(`/desk/consultations/${of.id}/answers/q5`);
    expect(comments).toContain(`<a href="${page}">Passed on Sunday 22 November</a>`);
    expect(comments).not.toContain('I am worried about this');
    expect(await officer.read(base)).toContain('Worries are never counted. The answer itself still is.');
  });

  test('a worry that nobody has seen stands first on the desk, before what is late for longer', async () => {
    await openConsultation(world, officer, { title: 'Late for weeks', closes_on: '2026-12-01' });
    world.setNow('2027-02-01');
    await raise();
    world.setNow('2027-02-04');
    const desk = await officer.read('/desk');
    const [first = '', ...others] = desk.slice(desk.indexOf('class="todo"')).split('<li>').slice(1);
    expect(first).toContain('A worry that nobody has seen: ');
    expect(first).toContain('data-state="late"');
    expect(first).toContain('It has waited 3 days.');
    expect(others.join('')).toContain('Late for weeks');
  });

  test('when the family withdraws, the words are gone here too', async () => {
    const page = (await raise()).headers.get('location') ?? '';
    await withdraw(family);
    const after = await officer.read(page);
    expect(after).not.toContain('cupboard');
    expect(after).toContain('The person has withdrawn these words since.');
  });
});
