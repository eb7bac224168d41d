import { afterAll, beforeAll, expect, test } from 'vitest';
import { listGlossary } from '../../src/glossary/queries.ts';
import { readingCookie } from '../../src/web/reading.ts';
import { planConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('the glossary', dialect => {
  let world: World;
  let officer: Officer;
  let slug: string;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
    const planned = await planConsultation(world, officer, {
      background: 'This is what the TAC said. The TAC met in May.',
    });
    slug = planned.slug;
    const desk = `/desk/consultations/${planned.id}`;
    const box = /name="(why-[^"]+)"/.exec(await officer.read(desk))?.[1] ?? '';
    await officer.post(`${desk}/publication`, { [box]: 'It is explained soon.' });
  });
  afterAll(() => world.close());

  const PATH = '/desk/words';
  const TAC = { term: 'TAC', meaning: 'team around the child', cy: 'tîm o amgylch y plentyn' };
  const idOf = async (term: string) => (await listGlossary(world.db.read)).find(each => each.term === term)?.id ?? '';
  const reader = (edition: string) => {
    const visitor = world.visitor();
    visitor.cookies.set(readingCookie, { value: `normal.normal.paper.${edition}`, path: '/' });
    return visitor;
  };

  test('W01 a short form is explained on public pages from the moment it is added, changed with it, and no more once removed', async () => {
    const read = () => world.visitor().read(`/consultations/${slug}`);
    expect(await read()).toContain('what the TAC said');
    expect((await officer.post(PATH, TAC)).status).toBe(303);
    expect(await read()).toContain(
      'what the <dfn>TAC</dfn> <span class="meaning">(team around the child)</span> said. The TAC met',
    );
    expect(await reader('cy').read(`/consultations/${slug}`)).toContain(
      '(<span lang="cy" dir="ltr">tîm o amgylch y plentyn</span>)',
    );
    expect(await world.visitor().read('/words')).toMatch(/<dt>TAC<\/dt>\s*<dd[^>]*>team around the child</);
    expect(
      (await officer.post(`${PATH}/${await idOf('TAC')}`, { ...TAC, meaning: 'everybody who helps' })).status,
    ).toBe(303);
    expect(await read()).toContain('(everybody who helps)');
    const removal = `${PATH}/${await idOf('TAC')}/removal`;
    expect((await officer.post(removal)).status).toBe(403);
    const administrator = await world.signIn('administrator');
    expect((await administrator.post(removal)).status).toBe(303);
    expect(await read()).not.toContain('<dfn>');
    expect((await administrator.post(removal)).status).toBe(404);
  });

  test('W01 the checks of words take what the glossary explains as explained', async () => {
    const { id } = await planConsultation(world, officer, {
      survey: { format: 1, questions: [{ id: 'q1', kind: 'short-text', ask: 'Do you have an EHC plan?' }] },
    });
    const survey = `/desk/consultations/${id}/survey`;
    expect(await officer.read(survey)).toContain('“EHC” is not explained.');
    await officer.post(PATH, { term: 'EHC plan', meaning: 'education, health and care plan' });
    expect(await officer.read(survey)).not.toContain('is not explained.');
    expect(await officer.read(`${survey}/questions/q1`)).not.toContain('is not explained.');
  });

  test('usual words are added with their meanings, and are not offered again', async () => {
    const page = await officer.follow(officer.post(`${PATH}/usual`, { usual: ['SENCO', 'CAMHS'] }));
    const html = await page.text();
    expect(html).toContain('the teacher who arranges support');
    expect(html).not.toMatch(/value="SENCO"/);
    expect(html).toMatch(/value="SEND"/);
    expect((await officer.post(`${PATH}/usual`)).status).toBe(422);
  });

  test('a word is explained once, and needs a meaning', async () => {
    await officer.post(PATH, { term: 'LA', meaning: 'the council' });
    const again = await officer.post(PATH, { term: ' la ', meaning: 'the local authority' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('value="the local authority"');
    expect((await officer.post(PATH, { term: 'LB', meaning: ' ' })).status).toBe(422);
    const renamed = await officer.post(`${PATH}/${await idOf('LA')}`, { term: 'la', meaning: 'the county council' });
    expect(renamed.status).toBe(303);
  });

  test('what is typed is text, in the page of words and in every other', async () => {
    await officer.post(PATH, { term: 'R&D <b>', meaning: '<script>alert(1)</script>' });
    expect(await world.visitor().read('/words')).toContain('&lt;script&gt;alert(1)');
  });
});
