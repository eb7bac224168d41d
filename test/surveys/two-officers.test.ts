import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestVersion } from '../../src/consultations/queries.ts';
import { readDefinition, type Question } from '../../src/surveys/definition.ts';
import { planConsultation, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { hidden } from '../support/families.ts';
import { createWorld, type World } from '../support/world.ts';

const ROUNDS = 200;
const STEPS = 12;

onBothDatabases('two officers at one survey', dialect => {
  let world: World;
  let officers: [Officer, Officer];
  beforeAll(async () => {
    world = await createWorld(dialect);
    officers = [await world.signIn('officer'), await world.signIn('officer')];
  });
  afterAll(() => world.close());

  async function shared() {
    const [sam] = officers;
    const { id } = await planConsultation(world, sam);
    const path = `/desk/consultations/${id}/survey`;
    const questions = async (): Promise<Question[]> =>
      readDefinition((await latestVersion(world.db.read, id))?.definition ?? '').questions;
    const asks = async () => (await questions()).map(each => each.ask);
    return { id, path, questions, asks };
  }

  const form = (html: string) => ({ _version: hidden(html, '_version'), _was: hidden(html, '_was') });

  test('the second sees both texts, and what they typed is kept until they have chosen', async () => {
    const [sam, kim] = officers;
    const { path, asks } = await shared();
    const question = `${path}/questions/q5`;
    const [hers, his] = [form(await sam.read(question)), form(await kim.read(question))];
    await sam.post(question, { ...hers, ask: 'What would help you most?', hint: 'Say it as you like.' });
    const refused = await kim.post(question, { ...his, ask: 'What helps you at school?' });
    expect(refused.status).toBe(409);
    const page = await refused.text();
    expect(page).toMatch(/<title>Error: /);
    for (const words of ['What would help you most?', 'Say it as you like.', 'What helps you at school?'])
      expect(page).toContain(words);
    expect(await asks()).toContain('What would help you most?');
    expect((await kim.post(question, { ...form(page), ask: 'What helps you at school?' })).status).toBe(303);
    expect(await asks()).toContain('What helps you at school?');
    expect(await sam.read(path), 'and what it was can be put back').toContain('What would help you most?');
  });

  test('two who change different questions are not in each other’s way', async () => {
    const [sam, kim] = officers;
    const { path, asks } = await shared();
    const at = (id: string) => `${path}/questions/${id}`;
    const [hers, his] = [form(await sam.read(at('q4'))), form(await kim.read(at('q5')))];
    expect((await sam.post(at('q4'), { ...hers, ask: 'From Sam?' })).status).toBe(303);
    expect((await kim.post(at('q5'), { ...his, ask: 'From Kim?' })).status).toBe(303);
    expect(await asks()).toEqual(expect.arrayContaining(['From Sam?', 'From Kim?']));
  });

  test('a question is not removed once somebody has changed it, nor changed once it is gone: the words stay on the page', async () => {
    const [sam, kim] = officers;
    const { path, asks } = await shared();
    const question = `${path}/questions/q5`;
    const list = await kim.read(path);
    const was = /questions\/q5\/removal"[\s\S]*?name="_was" value="([^"]+)"/.exec(list)?.[1] ?? '';
    expect(was).not.toBe('');
    await sam.post(question, { ...form(await sam.read(question)), ask: 'Only just written' });
    const kept = await kim.post(`${question}/removal`, { _version: hidden(list, '_version'), _was: was });
    expect(kept.status).toBe(409);
    expect(await asks()).toContain('Only just written');
    const late = form(await sam.read(question));
    await kim.post(`${question}/removal`, { _version: late._version });
    const gone = await sam.post(question, { ...late, ask: 'Written into nothing' });
    expect(gone.status).toBe(409);
    expect(await gone.text()).toContain('Written into nothing');
  });

  test('every change is undone and done again in turn, and nobody undoes what they have not seen', async () => {
    const [sam, kim] = officers;
    const { path, asks } = await shared();
    const before = await asks();
    const question = `${path}/questions/q5`;
    for (const ask of ['One?', 'Two?']) await sam.post(question, { ...form(await sam.read(question)), ask });
    await sam.post(`${path}/questions/q1/removal`);
    const after = await asks();
    const step = async (name: 'undo' | 'redo') => {
      const html = await sam.read(path);
      const n = new RegExp(`survey/${name}"[\\s\\S]*?name="n" value="(\\d+)"`).exec(html)?.[1] ?? '';
      return (await sam.post(`${path}/${name}`, { _version: hidden(html, '_version'), n })).status;
    };
    for (let n = 0; n < 3; n++) expect(await step('undo')).toBe(303);
    expect(await asks()).toEqual(before);
    expect(await step('undo'), 'the questions themselves came in one change').toBe(303);
    expect(await asks()).toEqual([]);
    expect(await step('undo'), 'there is nothing more to undo').toBe(409);
    for (let n = 0; n < 4; n++) expect(await step('redo')).toBe(303);
    expect(await asks()).toEqual(after);
    const html = await sam.read(path);
    await kim.post(question, { ...form(await kim.read(question)), ask: 'Kim’s?' });
    const late = await sam.post(`${path}/undo`, { _version: hidden(html, '_version'), n: hidden(html, 'n') });
    expect(late.status).toBe(409);
    expect(await asks()).toContain('Kim’s?');
  });

  test(`in ${ROUNDS} random interleavings no text is lost and no survey is broken`, { timeout: 240_000 }, async () => {
    const { path, questions } = await shared();
    const forms: Record<string, string>[] = [{}, {}];
    const random = chance(20261125);
    let written = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const at = random(2);
      const officer = officers[at] as Officer;
      const all = await questions();
      const target = all[random(all.length)]?.id ?? 'q1';
      const place = `${path}/questions/${target}`;
      // Whoever opened a form some steps ago may send it only now.
      if (random(3) === 0 || forms[at]?.['place'] === undefined) {
        const page = await officer.get(place);
        forms[at] = { place, ...form(await page.text()) };
        continue;
      }
      const { place: to = '', ...stamps } = forms[at] ?? {};
      const what = random(STEPS);
      if (what < 7) {
        const ask = `Words ${++written}?`;
        const answer = await officer.post(to, { ...stamps, ask, options: 'Yes\nNo', body: 'Read.', bins: 'month' });
        const kept = (await questions()).some(each => each.ask === ask);
        const shown = answer.status !== 303 && (await answer.text()).includes(ask);
        expect({ round, ask, kept, shown }).toEqual({ round, ask, kept: !shown, shown });
        forms[at] = {};
      } else if (what < 9) await officer.post(`${place}/${random(2) ? 'up' : 'down'}`);
      else if (what === 9 && all.length < 12) await officer.post(`${place}/copy`);
      else if (what === 10 && all.length > 3) await officer.post(`${place}/removal`, form(await officer.read(place)));
      else await officer.post(`${path}/new/long-text`, {});
      // Reading it checks it whole.
      expect((await questions()).length).toBeGreaterThan(0);
    }
    expect(written).toBeGreaterThan(40);
  });
});

/** Whole numbers below `most`, the same each time. */
function chance(seed: number): (most: number) => number {
  let state = seed;
  return most => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}
