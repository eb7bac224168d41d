import { afterAll, beforeAll, expect, test } from 'vitest';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

type Staff = Awaited<ReturnType<World['signIn']>>;

onBothDatabases('administration', dialect => {
  let world: World;
  let admin: Staff;

  beforeAll(async () => {
    world = await createWorld(dialect);
    admin = await world.signIn('administrator');
  });
  afterAll(() => world.close());

  const person = (id: string) =>
    world.db.read.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const rolesOf = async (id: string) => {
    const grants = await world.db.read.selectFrom('grants').select('role').where('person_id', '=', id).execute();
    return grants.map(grant => grant.role).sort();
  };
  const audited = async (act: string) => {
    const rows = world.db.read
      .selectFrom('audit')
      .selectAll()
      .where('act', '=', act)
      .where('person_id', '=', admin.personId);
    return (await rows.execute()).length;
  };
  const farah = () => ({
    name: 'Farah Quillan',
    email: 'Farah.Quillan@council.example',
    post: 'Participation officer',
    organisationId: world.organisations.council,
    roles: ['officer', 'board member'],
  });
  const settings = {
    name: 'Together in Brackenshire',
    strapline: '',
    helpPhone: '01632 960 124',
    helpEmail: 'hello@brackenshire.example',
    postAddress: 'Bracken House',
    urgentWords: 'Call 999.',
    privacyWords: 'The council looks after your answers.',
    strongColour: '#7A1F5C',
  };

  test.each(['/admin', '/admin/people', '/admin/people/new', '/admin/organisations', '/admin/settings'])(
    '%s is for administrators alone',
    async path => {
      expect((await admin.get(path)).status).toBe(200);
      expect((await (await world.signIn('officer')).get(path)).status).toBe(403);
      expect((await world.visitor().get(path)).status).toBe(303);
    },
  );

  test('somebody is added with roles, told by mail, and it is on record', async () => {
    const page = await admin.follow(admin.post('/admin/people', farah()));
    expect(await page.text()).toContain('We have sent them a message');
    const email = 'farah.quillan@council.example';
    const { id } = await world.db.read
      .selectFrom('people')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    expect(await rolesOf(id)).toEqual(['board member', 'officer']);
    const mails = await world.db.read.selectFrom('outbox').selectAll().execute();
    expect(mails).toMatchObject([{ recipient: email, cause: 'welcome' }]);
    expect(mails[0]?.text).toContain('http://localhost:3000/sign-in\n');
    expect(await audited('add person')).toBe(1);

    const changed = { ...farah(), name: 'Farah Quillan-Reed', roles: ['officer', 'forum member'] };
    expect((await admin.post(`/admin/people/${id}`, changed)).status).toBe(303);
    expect((await person(id)).name).toBe('Farah Quillan-Reed');
    expect(await rolesOf(id)).toEqual(['forum member', 'officer']);
    expect(await audited('change person')).toBe(1);
  });

  test('what is wrong is said beside what was typed', async () => {
    const wrong = { name: 'Ann', email: 'ann at work', post: '', organisationId: 'nowhere', roles: 'queen' };
    const answer = await admin.post('/admin/people', wrong);
    const words = await answer.text();
    expect(answer.status).toBe(422);
    expect(words).toContain('<title>Error: Add somebody');
    for (const field of ['email', 'post', 'roles']) expect(words).toContain(`href="#${field}"`);
    expect(words).toContain('value="ann at work"');
    const nowhere = await admin.post('/admin/people', {
      ...farah(),
      email: 'new@council.example',
      organisationId: 'nowhere',
    });
    expect(await nowhere.text()).toContain('href="#organisationId"');
  });

  test('an address stands for one person, also in capitals', async () => {
    const answer = await admin.post('/admin/people', { ...farah(), email: 'FARAH.quillan@council.example' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Somebody with this address is in the list already');
  });

  test('whose access ended is signed out at once, and can come back', async () => {
    const officer = await world.signIn('officer');
    expect((await officer.get('/sign-in')).status).toBe(303);
    expect((await admin.post(`/admin/people/${officer.personId}/ending`)).status).toBe(303);
    expect((await officer.get('/sign-in')).status).toBe(200);
    expect(await admin.read('/admin/people')).toContain('No access since');
    expect(await audited('end access')).toBe(1);
    expect((await admin.post(`/admin/people/${officer.personId}/return`)).status).toBe(303);
    expect((await person(officer.personId)).ended_at).toBeNull();
    expect(await audited('give access back')).toBe(1);
  });

  test('the last administrator can neither go nor give the role up', async () => {
    const ending = await admin.post(`/admin/people/${admin.personId}/ending`);
    expect(ending.status).toBe(422);
    expect(await ending.text()).toContain('This is the last administrator');
    const { name, email, post, organisation_id: organisationId } = await person(admin.personId);
    const less = await admin.post(`/admin/people/${admin.personId}`, {
      name,
      email,
      post,
      organisationId,
      roles: 'officer',
    });
    expect(less.status).toBe(422);
    expect(await rolesOf(admin.personId)).toEqual(['administrator']);

    const other = await world.signIn('administrator');
    const both = await Promise.all([
      admin.post(`/admin/people/${other.personId}/ending`),
      other.post(`/admin/people/${admin.personId}/ending`),
    ]);
    expect(both.map(answer => answer.status).filter(status => status === 303)).toHaveLength(1);
    if ((await person(admin.personId)).ended_at) {
      await other.post(`/admin/people/${admin.personId}/return`);
      admin = await world.signIn('administrator');
    }
  });

  test('an organisation is added once', async () => {
    expect((await admin.post('/admin/organisations', { name: 'Parent Voice', kind: 'forum' })).status).toBe(303);
    const again = await admin.post('/admin/organisations', { name: 'parent voice ', kind: 'nhs' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('in the list already');
    expect((await admin.post('/admin/organisations', { name: 'X', kind: 'gang' })).status).toBe(422);
    expect(await admin.read('/admin/organisations')).toContain(
      'Forum of parents, carers or young people. 0 people have access.',
    );
    expect(await audited('add organisation')).toBe(1);
  });

  test('settings show on public pages at once', async () => {
    const page = await admin.follow(admin.post('/admin/settings', settings));
    expect(await page.text()).toContain('Public pages show it from now on');
    const help = await world.visitor().read('/help');
    expect(help).toContain('Together in Brackenshire');
    expect(help).toContain('01632 960 124');
    expect((await world.deps.partnership()).strongColour).toBe('#7a1f5c');
    expect(await audited('change settings')).toBe(1);
  });

  test('when somebody answers the phone stands beside its number, in English on every page, and nothing where it is not said', async () => {
    const reader = world.visitor();
    await reader.post('/language', { language: 'ur', back: '/' });
    expect(await reader.read('/help')).not.toContain('124</a> ');
    await admin.post('/admin/settings', { ...settings, helpHours: 'Monday to Friday, 9am to 5pm' });
    const help = await reader.read('/help');
    expect(help).toContain('<span lang="en" dir="ltr">(Monday to Friday, 9am to 5pm)</span>');
    expect(help).toMatch(/>01632 960 124<\/a> \(Monday to Friday, 9am to 5pm\)<\/span>/);
    expect(await admin.read('/admin/settings')).toContain('value="Monday to Friday, 9am to 5pm"');
    const refused = await admin.post('/admin/settings', { ...settings, helpHours: 'at any time '.repeat(10) });
    expect(refused.status).toBe(422);
    await admin.post('/admin/settings', settings);
    expect(await reader.read('/help')).not.toContain('9am to 5pm');
  });

  test.each(['#77ccee', '#ffffff', '#fff', 'red', '#0b5c5e;}'])('the colour %s is refused', async strongColour => {
    const answer = await admin.post('/admin/settings', { ...settings, strongColour });
    const words = await answer.text();
    expect(answer.status).toBe(422);
    expect(words).toContain('href="#strongColour"');
    expect(words).toContain(`value="${strongColour}"`);
    expect((await world.deps.partnership()).strongColour).toBe('#7a1f5c');
  });

  test('mails that were given up can be tried again', async () => {
    await world.db.write.updateTable('outbox').set({ given_up_at: '2026-11-22T10:00:00.000Z', tries: 8 }).execute();
    expect(await admin.read('/admin')).toContain('1 mail was not delivered');
    expect((await admin.post('/admin/undelivered-mails/retry')).status).toBe(303);
    expect(await world.db.read.selectFrom('outbox').select(['given_up_at', 'tries']).execute()).toEqual([
      { given_up_at: null, tries: 0 },
    ]);
  });
});
