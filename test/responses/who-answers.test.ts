import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openConsultation, usualSurvey, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { answerAll, base, headingIn, linkIn, referenceIn, responsesOf, sendAll, usualAnswers } from './family.ts';

type Answers = typeof usualAnswers;
const saying = (who: string, words: string): Answers =>
  usualAnswers.map(([step, fields]) => [step, step === 'q1' ? { answer: who } : step === 'q5' ? { answer: words } : fields]); // prettier-ignore

onBothDatabases('several people', dialect => {
  let world: World;
  let planned: Planned;
  let path: string;
  beforeAll(async () => void (world = await createWorld(dialect)));
  beforeEach(async () => {
    planned = await openConsultation(world, await world.signIn('officer'));
    path = base(planned.slug);
  });
  afterAll(() => world.close());

  const startAgain = (visitor: Visitor) => visitor.follow(visitor.post(`${path}/start`));

  test('a shared phone: whoever opens the survey next sees nothing of what was answered before', async () => {
    const phone = world.visitor();
    await answerAll(phone, planned.slug, saying('parent', 'A secret of the first').slice(0, 5));
    for (const page of [`/consultations/${planned.slug}`, path, `/consultations/${planned.slug}/together`])
      expect(await phone.read(page), page).not.toContain('A secret of the first');
    const link = linkIn(await phone.read(`${path}/later`));
    await startAgain(phone);
    for (const page of ['', '/q1', '/q5', '/check', '/later', '/sent', '/withdrawal'])
      expect(await phone.read(`${path}${page}`), page).not.toContain('A secret of the first');
    await sendAll(phone, planned.slug, saying('young', 'Of the second'));
    await phone.read(link);
    expect(await phone.read(`${path}/q5`)).toContain('A secret of the first');
    await sendAll(phone, planned.slug, []);
    expect(await responsesOf(world, planned.id)).toHaveLength(2);
  });

  test('a school’s computer room: thirty pupils on three machines, one after another', async () => {
    const machines = [world.visitor(), world.visitor(), world.visitor()];
    const references = new Set<string>();
    await Promise.all(
      machines.map(async (machine, at) => {
        for (let n = 0; n < 10; n++) {
          const mine = `Pupil ${at}-${n} was here`;
          const start = await machine.read(path);
          expect(start).not.toContain('was here');
          expect(headingIn(start)).toBe('Before you start');
          for (const step of ['q1', 'q5']) expect(await machine.read(`${path}/${step}`)).not.toContain('was here');
          const sent = await sendAll(machine, planned.slug, saying('young', mine));
          expect(sent.match(/Pupil \d-\d was here/g)).toEqual([mine]);
          references.add(referenceIn(sent));
          await startAgain(machine);
        }
      }),
    );
    expect(references.size).toBe(30);
    const rows = await responsesOf(world, planned.id);
    expect(new Set(rows.map(row => (JSON.parse(row.answers) as { q5: string }).q5)).size).toBe(30);
  });

  test('a family with two children: each has a response and a link of their own, and nothing ties them', async () => {
    const tablet = world.visitor();
    const links: string[] = [];
    for (const words of ['What Ada thinks', 'What Bo thinks', 'What their mother thinks']) {
      await tablet.follow(tablet.post(`/consultations/${planned.slug}/together`, { who: 'child' }));
      links.push(linkIn(await sendAll(tablet, planned.slug, saying('young', words))));
      await startAgain(tablet);
    }
    expect(new Set(links).size).toBe(3);
    const [ada] = links;
    const opened = await world.visitor().read(ada ?? '');
    expect(opened).toContain('What Ada thinks');
    expect(opened).not.toMatch(/Bo thinks|mother thinks/);
    const rows = await responsesOf(world, planned.id);
    const own = ({ id, token_hash, reference }: (typeof rows)[number]) => [id, token_hash, reference];
    for (const row of rows)
      for (const other of rows.filter(each => each !== row))
        for (const key of own(other)) expect(JSON.stringify(row)).not.toContain(key);
  });

  test('the shared first page holds neither set of answers, and gets no cookie of theirs', async () => {
    const tablet = world.visitor();
    await answerAll(tablet, planned.slug, saying('parent', 'Of the parent').slice(0, 5));
    const page = await tablet.get(`/consultations/${planned.slug}/together`);
    expect(page.headers.getSetCookie()).toEqual([]);
    expect(await page.text()).not.toContain('Of the parent');
    const child = await tablet.post(`/consultations/${planned.slug}/together`, { who: 'child' });
    expect(child.headers.get('location')).toBe(path);
    expect(headingIn(await tablet.read(path))).toBe('Welcome back');
  });

  test('words for children are chosen with the child’s answers and left with the parent’s', async () => {
    const survey = { ...usualSurvey, editions: { child: { title: 'Your free time' } } };
    const { slug } = await openConsultation(world, await world.signIn('officer'), { survey });
    const tablet = world.visitor();
    await tablet.post(`/consultations/${slug}/together`, { who: 'child' });
    expect(tablet.cookies.get('reading')?.value).toMatch(/\.child$/);
    await tablet.post(`/consultations/${slug}/together`, { who: 'adult' });
    expect(tablet.cookies.get('reading')?.value).toMatch(/\.plain$/);
  });

  test('a child stays in the language of the page where the words for children are in English, and is told', async () => {
    const survey = { ...usualSurvey, editions: { child: { title: 'Your free time' }, easy: { intro: 'Tell us.' } } };
    const { slug } = await openConsultation(world, await world.signIn('officer'), { survey });
    const shared = `/consultations/${slug}/together`;
    const stays = { en: 'The words for children are in English only.', ur: 'بچوں کے لیے الفاظ صرف انگریزی میں ہیں۔' };
    expect(await world.visitor().read(shared)).not.toContain(stays.en);
    const tablet = world.visitor();
    await tablet.post('/language', { language: 'ur', back: shared });
    expect(await tablet.read(shared)).toContain(stays.ur);
    await tablet.post(shared, { who: 'child' });
    expect(tablet.cookies.get('reading')?.value).toMatch(/\.ur$/);
    const start = await tablet.read(base(slug));
    expect(start).toContain('lang="ur"');
    // It speaks to the child, and asks nobody whether their child would like to answer.
    expect(start).toContain('بھروسا ہو کہ تم یہ جواب دے رہے ہو');
    expect(start).not.toContain(shared);
  });

  test('a child finds themselves first among those who may be answering, and nobody is chosen', async () => {
    const shared = `/consultations/${planned.slug}/together`;
    const tablet = world.visitor();
    const listed = async () =>
      Array.from((await tablet.read(`${path}/q1`)).matchAll(/name="answer" value="(\w+)"/g), each => each[1]);
    await tablet.post(shared, { who: 'adult' });
    expect((await listed()).slice(0, 2)).toEqual(['parent', 'young']);
    await tablet.post(shared, { who: 'child' });
    expect(await listed()).toEqual(['young', 'parent', 'together', 'helped', 'professional']);
    expect(await tablet.read(`${path}/q1`)).not.toContain(' checked');
  });

  test('a child who stopped halfway is not led into by the parent: theirs come first, or their link is kept', async () => {
    const shared = `/consultations/${planned.slug}/together`;
    const tablet = world.visitor();
    const heading = async () => headingIn(await tablet.read(path));
    await tablet.post(shared, { who: 'child' });
    await tablet.post(shared, { who: 'adult' });
    expect(await heading(), 'nothing was begun').toBe('Before you start');
    await tablet.post(shared, { who: 'child' });
    expect(await heading()).toBe('Before you start');
    await tablet.post(`${path}/q5`, { answer: 'Of the child' });
    await tablet.post(shared, { who: 'adult' });
    const page = await tablet.read(path);
    expect(headingIn(page)).toBe('Your child has not finished');
    expect(page).toMatch(/name="who" value="child">\s*<button[^>]*>Finish the child’s answers/);
    expect(page).not.toContain(`${path}/q`);
    const later = await tablet.read(`${path}/later`);
    expect(later).toContain(`class="button" href="${path}"`);
    await tablet.post(shared, { who: 'child' });
    expect(await heading()).toBe('Welcome back');
    await tablet.post(shared, { who: 'adult' });
    await tablet.post(`${path}/start`);
    await tablet.post(`${path}/q5`, { answer: 'Of the parent' });
    expect(await heading(), 'the parent’s own').toBe('Welcome back');
    await tablet.post(shared, { who: 'child' });
    expect(await heading()).toBe('Your parent or carer has not finished');
    await tablet.follow(tablet.get(linkIn(later)));
    expect(await heading(), 'the child’s own, by the link').toBe('Welcome back');
  });

  test('after one has sent, the other begins afresh from the page that they share, read as the adult reads', async () => {
    const survey = { ...usualSurvey, editions: { child: { title: 'Your free time' }, easy: { intro: 'Tell us.' } } };
    const { slug } = await openConsultation(world, await world.signIn('officer'), { survey });
    const shared = `/consultations/${slug}/together`;
    const tablet = world.visitor();
    await tablet.post('/language', { language: 'easy', back: shared });
    await tablet.post(shared, { who: 'child' });
    expect(await tablet.read(base(slug))).not.toContain('Would your child like to answer too?');
    const sent = await sendAll(tablet, slug);
    expect(sent).toContain('Now it is the parent’s or carer’s turn');
    expect(sent).toContain('name="who" value="adult"');
    expect(tablet.cookies.get('turn')?.value).toBe('child.easy.child');
    const asAdult = await tablet.read(shared);
    expect(asAdult.match(/Done: we got these answers|Done: these answers are sent/g)).toHaveLength(1);
    expect(await world.visitor().read(shared)).not.toContain('Done:');
    await tablet.post(shared, { who: 'adult' });
    expect(tablet.cookies.get('reading')?.value).toMatch(/\.easy$/);
    expect(await sendAll(tablet, slug)).not.toContain('name="who"');
    // Straight to the shared page, without a press on 'Answer for another person'.
    await tablet.post(shared, { who: 'child' });
    expect(headingIn(await tablet.read(base(slug)))).toBe('Before you start');
    expect(tablet.cookies.get('turn')?.value).toBe('child.easy');
  });

  test('whoever did not come from the shared page is told of no turn', async () => {
    expect(await sendAll(world.visitor(), planned.slug)).not.toContain('name="who"');
  });

  test('it is offered where a child may answer, and not where only adults are asked', async () => {
    const offered = `/consultations/${planned.slug}/together`;
    for (const page of [path, `/consultations/${planned.slug}`])
      expect(await world.visitor().read(page)).toContain(offered);
    const adults = { id: 'q1', kind: 'who-is-answering' as const, ask: 'Who?', options: ['parent' as const, 'professional' as const] }; // prettier-ignore
    const survey = { ...usualSurvey, questions: [adults, ...usualSurvey.questions.slice(1)] };
    const { slug } = await openConsultation(world, await world.signIn('officer'), { survey });
    for (const page of [base(slug), `/consultations/${slug}`])
      expect(await world.visitor().read(page)).not.toContain('/together');
  });

  test('K10 who have we missed: after sending there are the link, its QR code and a poster to pass on', async () => {
    const sent = await sendAll(world.visitor(), planned.slug);
    expect(sent).toContain('Who have we missed?');
    expect(sent).toContain(`id="public-link" href="http://localhost:3000/consultations/${planned.slug}"`);
    expect(sent).toContain('aria-label="QR code of this consultation"');
    expect(sent).toContain(`href="/consultations/${planned.slug}/poster"`);
    const poster = await world.visitor().read(`/consultations/${planned.slug}/poster`);
    for (const words of ['Short breaks: what should change?', 'Parents and carers of children who use short breaks.', 'Answer by Monday 14 December', '01632 960 123', '6 minutes'])
      expect(poster).toContain(words); // prettier-ignore
    world.setNow('2026-12-15');
    expect(headingIn(await world.visitor().read(`/consultations/${planned.slug}/poster`))).toBe(
      'This poster has done its work',
    );
    world.setNow('2026-11-22');
  });
});
