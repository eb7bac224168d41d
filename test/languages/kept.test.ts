import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSay } from '../../src/words/catalogue.ts';
import { draftIn } from '../responses/family.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createDemoWorld, type DemoWorld } from '../support/demo-world.ts';
import type { Visitor } from '../support/visitor.ts';

onBothDatabases('the edition that somebody chose', dialect => {
  let world: DemoWorld;
  beforeAll(async () => void (world = await createDemoWorld(dialect)));
  afterAll(() => world.close());

  const choose = (visitor: Visitor, language: string) => visitor.post('/language', { language, back: '/' });
  const editionOf = (visitor: Visitor) => visitor.cookies.get('reading')?.value.split('.')[3];
  const linkIn = (html: string) => {
    const url = URL.parse(/id="private-link" href="([^"]+)"/.exec(html)?.[1] ?? '');
    return `${url?.pathname}${url?.search}`;
  };
  const base = '/consultations/clubs/answer';

  test('is Easy Read again after another language and back', async () => {
    const visitor = world.visitor();
    for (const language of ['easy', 'ur', 'cy', 'en']) await choose(visitor, language);
    expect(editionOf(visitor)).toBe('easy');
    await choose(visitor, 'plain');
    for (const language of ['pl', 'en']) await choose(visitor, language);
    expect(editionOf(visitor)).toBe('plain');
  });

  test('outlives a change of the other reading settings', async () => {
    const visitor = world.visitor();
    for (const language of ['easy', 'ur']) await choose(visitor, language);
    await visitor.post('/reading-settings', { text: 'large' });
    await choose(visitor, 'en');
    expect(visitor.cookies.get('reading')?.value).toBe('large.normal.paper.easy');
  });

  test('comes along with the private link, before sending and after', async () => {
    const visitor = world.visitor();
    await choose(visitor, 'ur');
    await visitor.post(`${base}/q2`, { answer: 'parent' });
    const other = world.visitor();
    const page = await other.read(linkIn(await visitor.read(`${base}/later`)));
    expect(page).toContain('<html lang="ur" dir="rtl"');

    const draft = draftIn(await visitor.read(`${base}/check`));
    const link = linkIn(await (await visitor.follow(visitor.post(`${base}/sending`, { draft }))).text());
    const third = world.visitor();
    expect(await third.read(link)).toContain('<html lang="ur" dir="rtl"');
    const fourth = world.visitor();
    expect(await fourth.read(link.replace('?in=ur', '')), 'as it was sent').toContain('<html lang="ur" dir="rtl"');
  });

  test.each(['', '?in=plain', '?in=nonsense'])('stays on a device whose link says no other: %j', async search => {
    const visitor = world.visitor();
    await visitor.post(`${base}/q2`, { answer: 'parent' });
    const link = linkIn(await visitor.read(`${base}/later`));
    expect(link).not.toContain('?');
    const other = world.visitor();
    await choose(other, 'cy');
    expect(await other.read(`${link}${search}`)).toContain('<html lang="cy"');
  });

  test('is offered under other formats for each survey that has it', async () => {
    const page = await world.visitor().read('/other-formats');
    const form =
      /<form class="editions"[^>]*>(?:(?!<\/form>)[\s\S])*value="\/consultations\/clubs"[\s\S]*?<\/form>/.exec(page);
    for (const edition of ['easy', 'child', 'ur']) expect(form?.[0]).toContain(`name="language" value="${edition}"`);
    expect(page).not.toContain('name="back" value="/consultations/siblings"');
  });

  test('has its own words for what is ours', async () => {
    const visitor = world.visitor();
    await choose(visitor, 'easy');
    const [easy, plain] = [createSay('easy'), createSay('plain')];
    const start = await visitor.read(base);
    expect(start).toContain(easy('responses.start.urgent-heading'));
    expect(start).not.toContain(plain('responses.start.urgent-heading'));
    const agreement = await visitor.read(`${base}/q9`);
    for (const n of [1, 3, 5]) expect(agreement).toContain(easy(`surveys.agreement.${n}`));
    await choose(visitor, 'child');
    expect(await visitor.read(`${base}/q9`)).toContain(createSay('child')('surveys.agreement.1'));
  });
});
