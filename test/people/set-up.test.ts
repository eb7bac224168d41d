import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { offerSetup } from '../../src/people/setup.ts';
import { createTestDatabase, onBothDatabases, type TestDatabase } from '../support/databases.ts';
import { Visitor } from '../support/visitor.ts';

const ORIGIN = 'http://localhost:3000';

const answers = {
  name: 'Working together in Brackenshire',
  strapline: 'Tell us what works.',
  helpPhone: '01632 960 123',
  helpEmail: 'help@brackenshire.example',
  postAddress: 'Bracken House\nFernwick',
  urgentWords: 'Call 999.',
  charter: 'warwickshire',
  organisation: 'Brackenshire County Council',
  kind: 'council',
  person: 'Joan Kettleby',
  post: 'Co-ordinator',
  email: 'Joan.Kettleby@council.brackenshire.example',
};

onBothDatabases('the first set-up', dialect => {
  let fresh: TestDatabase;
  let app: App;
  const visitor = () => new Visitor(app.app, ORIGIN);
  const offer = async () => new URL((await offerSetup(app.deps)) ?? '').pathname;

  beforeAll(async () => {
    fresh = await createTestDatabase(dialect);
    const config = readConfig({ NODE_ENV: 'test', PUBLIC_URL: ORIGIN, LOG_LEVEL: 'silent' });
    app = await createApp({ db: fresh.database, config });
  });
  afterAll(() => fresh.drop());

  test('without the link there is no set-up', async () => {
    await offer();
    expect((await visitor().get('/set-up')).status).toBe(410);
    expect((await visitor().post('/set-up', answers)).status).toBe(410);
    const guess = visitor();
    expect((await guess.follow(guess.get('/set-up/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'))).status).toBe(410);
  });

  test('each start makes a new link and ends the older one', async () => {
    const [older, newer] = [await offer(), await offer()];
    const late = visitor();
    expect((await late.follow(late.get(older))).status).toBe(410);
    const good = visitor();
    expect((await good.follow(good.get(newer))).status).toBe(200);
  });

  test('what is missing is said, and what was typed is kept', async () => {
    const guest = visitor();
    await guest.get(await offer());
    const answer = await guest.post('/set-up', { ...answers, email: 'joan', urgentWords: '' });
    const words = await answer.text();
    expect(answer.status).toBe(422);
    expect(words).toContain('<title>Error: Set up your partnership');
    expect(words).toContain('href="#email"');
    expect(words).toContain('href="#urgentWords"');
    expect(words).toContain('value="joan"');
    expect(words).toContain('Bracken House\nFernwick');
  });

  test('one form makes the partnership, its organisation and its administrator, once', async () => {
    const guest = visitor();
    const link = await offer();
    await guest.get(link);
    const other = visitor();
    await other.get(link);
    const both = await Promise.all([guest.post('/set-up', answers), other.post('/set-up', answers)]);
    expect(both.map(each => each.status).sort()).toEqual([303, 410]);
    const winner = both[0].status === 303 ? guest : other;
    const page = await winner.follow(winner.get('/admin'));
    expect(page.status).toBe(200);
    const words = await page.text();
    expect(words).toContain('Joan Kettleby');
    expect(words).toContain(answers.name);

    const { read } = fresh.database;
    expect(await read.selectFrom('people').selectAll().execute()).toMatchObject([
      { name: 'Joan Kettleby', email: 'joan.kettleby@council.brackenshire.example', ended_at: null },
    ]);
    expect(await read.selectFrom('partnership').selectAll().execute()).toMatchObject([
      {
        name: answers.name,
        post_address: answers.postAddress,
        charter: expect.stringContaining('"id":"warwickshire"') as string,
      },
    ]);
    expect(await read.selectFrom('audit').select('act').execute()).toEqual([{ act: 'set up partnership' }]);
    expect((await read.selectFrom('grants').select('role').execute()).map(each => each.role)).toEqual([
      'administrator',
    ]);
  });

  test('afterwards no link is offered and none works', async () => {
    expect(await offerSetup(app.deps)).toBeNull();
    const late = visitor();
    expect((await late.follow(late.get('/set-up/anything'))).status).toBe(410);
    expect((await late.post('/set-up', answers)).status).toBe(410);
  });
});
