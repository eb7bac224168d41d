import { afterEach, beforeEach, expect, test } from 'vitest';
import { concernLinkPath } from '../../src/analysis/concern-link.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { sendAll, usual } from './sent.ts';

// The safeguarding lead has no account: the mailed link opens one worry, and nothing else.

onBothDatabases('the safeguarding lead’s link', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  let id: string;
  let desk: string;
  let link: string;
  const words = 'He locks me in the cupboard.';
  const note = 'Somebody may be in danger at home.';

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { closes_on: '2026-12-14' });
    await sendAll(world, of, [usual({ q5: words })]);
    id = await raise(note);
    desk = `/desk/consultations/${of.id}/concerns/${id}`;
    link = concernLinkPath(world.deps.config, id);
  });
  afterEach(() => world.close());

  async function raise(why: string): Promise<string> {
    const row = await world.db.read.selectFrom('responses').select('id').executeTakeFirstOrThrow();
    const path = `/desk/consultations/${of.id}/concerns`;
    const sent = await officer.post(path, { response: row.id, question: 'q5', note: why });
    return sent.headers.get('location')?.split('/').at(-1) ?? '';
  }
  async function lead(path = link): Promise<Visitor> {
    const visitor = world.visitor();
    await visitor.get(path);
    return visitor;
  }
  const statusOf = async (visitor: Visitor, path: string) => (await visitor.get(path)).status;
  const acts = async () => {
    const rows = await world.db.read.selectFrom('audit').selectAll().where('subject_id', '=', id).execute();
    return rows.map(({ act, person_id, detail }) => ({ act, person_id, detail }));
  };
  const mails = () => world.db.read.selectFrom('outbox').selectAll().where('cause', '=', 'concern').execute();

  test('it is exchanged at once for a cookie that opens that worry', async () => {
    const visitor = world.visitor();
    const response = await visitor.get(link);
    expect([response.status, response.headers.get('location')]).toEqual([303, `/worries/${id}`]);
    const cookie = response.headers.get('set-cookie') ?? '';
    for (const part of ['Path=/worries', 'HttpOnly', 'SameSite=Lax', 'Max-Age=43200']) expect(cookie).toContain(part);
    expect(cookie).not.toContain(link.split('/').at(-1));
    const page = await visitor.get(`/worries/${id}`);
    expect(page.headers.get('cache-control')).toBe('no-store');
    const html = await page.text();
    for (const part of [words, note, 'Raised by Sam officer', 'on Sunday 22 November', 'Rowan Hale']) {
      expect(html).toContain(part);
    }
  });

  test('nothing opens without it, with another key, for another worry, or twelve hours later', async () => {
    const key = link.split('/').at(-1) ?? '';
    for (const path of [
      `/worries/${id}`,
      `/worries/${id}/${'x'.repeat(43)}`,
      `/worries/${id}/é`,
      `/worries/x/${key}`,
    ]) {
      expect(await statusOf(await lead(`/worries/${id}/x`), path)).toBe(404);
    }
    const other = await raise('Another thing.');
    const visitor = await lead();
    expect(await statusOf(visitor, `/worries/${other}`)).toBe(404);
    expect((await visitor.post(`/worries/${other}/seen`)).status).toBe(404);
    expect((await world.visitor().post(`/worries/${id}/seen`)).status).toBe(404);
    const mine = visitor.cookies.get(`worry-${id}`)?.value ?? '';
    visitor.cookies.set(`worry-${other}`, { value: mine, path: '/worries' });
    expect(await statusOf(visitor, `/worries/${other}`)).toBe(404);
    world.setNow('2026-11-23T00:00:00Z');
    expect(await statusOf(visitor, `/worries/${id}`)).toBe(404);
    visitor.cookies.set(`worry-${id}`, { value: mine.replace(/^\d+/, '9999999999999'), path: '/worries' });
    expect(await statusOf(visitor, `/worries/${id}`)).toBe(404);
  });

  test('two worries stay open side by side', async () => {
    const other = await raise('Another thing.');
    const visitor = await lead();
    await visitor.get(concernLinkPath(world.deps.config, other));
    for (const each of [id, other]) expect(await statusOf(visitor, `/worries/${each}`)).toBe(200);
  });

  test('the lead says that it was seen; raising, opening and seeing are written down', async () => {
    const visitor = await lead();
    expect(await (await visitor.follow(visitor.post(`/worries/${id}/seen`))).text()).toContain(
      'Seen by the safeguarding lead on Sunday 22 November',
    );
    expect(await visitor.read(`/worries/${id}`)).not.toContain('I have seen this');
    expect(await officer.read(desk)).toContain('Seen by the safeguarding lead on Sunday 22 November');
    await visitor.post(`/worries/${id}/seen`);
    const byLead = { person_id: null, detail: '{"by":"the safeguarding lead"}' };
    expect((await acts()).toSorted((one, other) => one.act.localeCompare(other.act))).toEqual([
      { act: 'open concern by link', ...byLead },
      { act: 'raise concern', person_id: officer.personId, detail: '{}' },
      { act: 'see concern', ...byLead },
    ]);
  });

  test('whoever raised it can’t say that it was seen, as an administrator either; nor can the team', async () => {
    const refused = async (visitor: Visitor) => {
      expect(await visitor.read(desk)).not.toContain('I have seen this');
      expect((await visitor.post(`${desk}/seen`)).status).toBe(403);
    };
    await refused(officer);
    const at = '2026-11-22T12:00:00.000Z';
    const grant = { role: 'administrator', granted_by: null, granted_at: at };
    await world.db.write
      .insertInto('grants')
      .values({ ...grant, person_id: officer.personId })
      .execute();
    await refused(officer);
    const colleague = await world.signIn('administrator');
    expect(await colleague.read(desk)).toContain('I have seen this');
    const member = { consultation_id: of.id, person_id: colleague.personId, added_by: officer.personId, added_at: at };
    await world.db.write.insertInto('team_members').values(member).execute();
    await refused(colleague);
    await world.db.write.deleteFrom('team_members').where('person_id', '=', officer.personId).execute();
    await refused(officer);
  });

  test('an unseen worry opens however old it is; a seen one for 30 days, then the page says whom to ask', async () => {
    world.setNow('2027-02-01');
    const late = await lead();
    expect(await late.read(`/worries/${id}`)).toContain(words);
    const seen = await (await late.follow(late.post(`/worries/${id}/seen`))).text();
    expect(seen).toContain('Seen by the safeguarding lead');
    expect(seen).not.toContain('use the link in your mail again');
    for (const visitor of [late, world.visitor()]) {
      const over = await visitor.get(link);
      const html = await over.text();
      expect([over.status, over.headers.get('cache-control')]).toEqual([410, 'no-store']);
      for (const part of ['Whom to ask', 'Rowan Hale']) expect(html).toContain(part);
      for (const part of [words, note]) expect(html).not.toContain(part);
    }
    world.setNow('2026-12-22T11:59:00Z');
    expect(await (await lead()).read(`/worries/${id}`)).toContain(words);
  });

  test('the team sends the same link again while nobody has seen it', async () => {
    expect(await officer.read(desk)).toContain('Send it again');
    const again = await officer.follow(officer.post(`${desk}/mail`));
    expect(await again.text()).toContain('again.');
    const sent = await mails();
    expect(sent).toHaveLength(2);
    for (const { text, forget_at } of sent) {
      expect(text).toContain(link);
      for (const part of [words, note]) expect(text).not.toContain(part);
      expect(forget_at).not.toBeNull();
    }
    expect((await acts()).map(each => each.act)).toContain('mail concern again');
    await (await lead()).post(`/worries/${id}/seen`);
    expect(await officer.read(desk)).not.toContain('Send it again');
    await officer.post(`${desk}/mail`);
    expect(await mails()).toHaveLength(2);
  });
});
