import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../src/surveys/definition.ts';
import { openConsultation, type Officer, type Planned } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { base, draftIn, expectTallies, headingIn, referenceIn, responsesOf, sendAll } from './family.ts';
import { talliesOf } from '../support/tallies.ts';

const option = (id: string, words: string) => ({ id, words });

const survey: Definition = {
  format: 1,
  editions: { easy: { title: 'Clubs' } },
  questions: [
    {
      id: 'q1',
      kind: 'choose-one',
      ask: 'Do you go to a club?',
      options: [option('a', 'Yes'), option('b', 'No')],
      next: [{ when: { q: 'q1', anyOf: ['b'] }, to: 'q3' }],
      editions: { easy: { ask: 'Do you go?' } },
    },
    { id: 'q2', kind: 'short-text', ask: 'Which one?' },
    { id: 'q3', kind: 'agreement', ask: 'Clubs are fun.' },
  ],
  about: {
    why: 'To see whom we heard.',
    breakdown: 'q8',
    questions: [
      {
        id: 'q8',
        kind: 'choose-one',
        ask: 'How old are you?',
        options: [option('a', 'Under 11'), option('b', '11 or more')],
        preferNot: true,
      },
      {
        id: 'q9',
        kind: 'choose-many',
        ask: 'What do you need help with?',
        options: [option('a', 'Talking'), option('b', 'Moving')],
        preferNot: true,
      },
    ],
  },
};

onBothDatabases('about you, branches and editions', dialect => {
  let world: World;
  let officer: Officer;
  let of: Planned;
  beforeAll(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
    of = await openConsultation(world, officer, { survey, closes_on: '2026-12-14' });
  });
  afterAll(() => world.close());

  const about = (question: string) => `${base(of.slug)}/about/${question}`;
  const sent = async (visitor: Visitor, answer: 'a' | 'b' = 'b') =>
    referenceIn(
      await sendAll(
        visitor,
        of.slug,
        answer === 'b'
          ? [
              ['q1', { answer }],
              ['q3', { answer: '1' }],
            ]
          : [
              ['q1', { answer }],
              ['q2', { answer: 'The Otters' }],
              ['q3', { answer: '2' }],
              ['quote', { answer: 'no' }],
            ],
      ),
    );
  const keptOf = async (reference: string) => {
    const row = (await responsesOf(world, of.id)).find(each => each.reference === reference);
    return JSON.parse(row?.answers ?? '{}') as object;
  };
  const countedBy = async (dimension: string) => {
    const all = await talliesOf(world, of.id);
    const rows = all.filter(row => row.dimension === dimension && row.question === '');
    return Object.fromEntries(rows.map(row => [row.value, row.count]));
  };

  test('it is asked after sending, says why, counts at once, and stays when the answers are changed', async () => {
    const visitor = world.visitor();
    const reference = await sent(visitor);
    expect(await visitor.read(`${base(of.slug)}/sent`)).toContain('To see whom we heard.');
    const before = await countedBy('about');
    expect(headingIn(await visitor.read(about('q8')))).toBe('How old are you?');
    const first = await visitor.post(about('q8'), { answer: 'a', reference });
    expect(first.headers.get('location')).toBe(about('q9'));
    const last = await visitor.post(about('q9'), { answer: ['a', 'b'], reference });
    expect(last.headers.get('location')).toBe(`${base(of.slug)}/sent?about=1`);
    expect(await keptOf(reference)).toEqual({ q1: 'b', q3: '1', q8: 'a', q9: ['a', 'b'] });
    expect((await countedBy('about'))['a']).toBe((before['a'] ?? 0) + 1);
    await visitor.post(`${base(of.slug)}/change`, { reference });
    await visitor.post(`${base(of.slug)}/q3`, { answer: '5', to: 'check' });
    await visitor.post(`${base(of.slug)}/sending`, { draft: draftIn(await visitor.read(`${base(of.slug)}/check`)) });
    expect(await keptOf(reference)).toEqual({ q1: 'b', q3: '5', q8: 'a', q9: ['a', 'b'] });
    await visitor.post(about('q8'), { reference });
    expect(await keptOf(reference)).toEqual({ q1: 'b', q3: '5', q9: ['a', 'b'] });
    await expectTallies(world, of.id);
    await visitor.post(`${base(of.slug)}/withdrawal`, { reference });
    expect(await keptOf(reference)).toEqual({});
    expect((await visitor.get(about('q8'))).headers.get('location')).toBe(`${base(of.slug)}/sent`);
    await expectTallies(world, of.id);
  });

  test('‘I prefer not to say’ stands alone; nobody answers for somebody else', async () => {
    const visitor = world.visitor();
    const reference = await sent(visitor);
    const both = await visitor.post(about('q9'), { answer: ['a', 'pn'], reference });
    expect(both.status).toBe(422);
    expect(await both.text()).toContain('Untick ‘I prefer not to say’, or untick the others');
    expect((await visitor.post(about('q9'), { answer: 'a', reference: 'XXXX-XXXX' })).status).toBe(409);
    expect((await world.visitor().get(about('q8'))).status).toBe(404);
    expect((await visitor.get(about('q1'))).status).toBe(404);
    expect(await keptOf(reference)).toEqual({ q1: 'b', q3: '1' });
  });

  test('changing an earlier answer drops nothing until sending; then only the path is stored and counted', async () => {
    const visitor = world.visitor();
    for (const [step, answer] of [
      ['q1', 'a'],
      ['q2', 'The Otters'],
      ['q3', '1'],
      ['quote', 'yes'],
    ] as const)
      await visitor.post(`${base(of.slug)}/${step}`, { answer });
    await visitor.post(`${base(of.slug)}/q1`, { answer: 'b', to: 'check' });
    const check = await visitor.read(`${base(of.slug)}/check`);
    expect(check).not.toContain('The Otters');
    await visitor.post(`${base(of.slug)}/q1`, { answer: 'a', to: 'check' });
    expect(await visitor.read(`${base(of.slug)}/check`)).toContain('The Otters');
    await visitor.post(`${base(of.slug)}/q1`, { answer: 'b', to: 'check' });
    const skipped = (await expectTallies(world, of.id)).get('q2 -') ?? 0;
    const page = await visitor.follow(visitor.post(`${base(of.slug)}/sending`, { draft: draftIn(check) }));
    expect(await keptOf(referenceIn(await page.text()))).toEqual({ q1: 'b', q3: '1' });
    expect((await expectTallies(world, of.id)).get('q2 -') ?? 0, 'who was not asked has skipped nothing').toBe(skipped);
  });

  test('K09 the edition that was read is kept where it is offered, answers count together, and the team sees both', async () => {
    const [easy, urdu] = [world.visitor(), world.visitor()];
    for (const [visitor, edition] of [
      [easy, 'easy'],
      [urdu, 'ur'],
    ] as const)
      visitor.cookies.set('reading', { value: `normal.normal.paper.${edition}`, path: '/' });
    expect(headingIn(await easy.read(`${base(of.slug)}/q1`))).toBe('Do you go?');
    expect(await urdu.read(`${base(of.slug)}/q1`)).toContain('<span lang="en" dir="ltr">Do you go to a club?</span>');
    const before = await countedBy('version');
    for (const visitor of [easy, urdu]) await sent(visitor, 'a');
    const now = await countedBy('version');
    expect(now['easy']).toBe((before['easy'] ?? 0) + 1);
    expect(now['plain']).toBe((before['plain'] ?? 0) + 1);
    const page = await officer.read(`/desk/consultations/${of.id}/answers`);
    expect(page).toContain('Which version people read');
    expect(page).toContain(`Easy Read ${now['easy']}`);
    await expectTallies(world, of.id);
  });
});
