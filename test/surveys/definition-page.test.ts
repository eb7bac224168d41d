import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditOf } from '../../src/audit/queries.ts';
import { latestVersion } from '../../src/consultations/queries.ts';
import { parseDefinition } from '../../src/surveys/definition.ts';
import { openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { hidden } from '../support/families.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('the survey as a definition', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  async function plan() {
    const { id } = await planConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey/definition`;
    const kept = async () => JSON.parse((await latestVersion(world.db.read, id))?.definition ?? '') as object;
    return { id, path, kept, version: hidden(await officer.read(path), '_version') };
  }
  const other = { format: 1, questions: [{ id: 'q8', kind: 'long-text', ask: 'What “else” & why <b>?</b>' }] };

  test('is shown, and kept as a file that is the survey', async () => {
    const { id, path } = await plan();
    expect(await officer.read(path)).toContain('&quot;format&quot;: 1');
    const file = await officer.get(`${path}.json`);
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="short-breaks-[\w-]+-1\.json"$/);
    expect(parseDefinition(await file.text())).toEqual({ ok: true, definition: usualSurvey });
    const help = await officer.read('/desk/survey-format');
    expect(help).toContain('<code>choose-one</code>');
    expect(help).not.toMatch(/`|\| |^#/m);
    expect((await officer.get(`/desk/consultations/${id}/survey/definition.json`)).status).toBe(200);
  });

  test('is written anew as a whole, which can be undone and done again: nothing is lost', async () => {
    const { id, path, kept, version } = await plan();
    const survey = path.replace('/definition', '');
    const saved = await officer.post(path, { definition: JSON.stringify(other), _version: version });
    expect(saved.status).toBe(303);
    expect(await kept()).toEqual(other);
    expect(await officer.read(saved.headers.get('location') ?? '')).toContain('you can undo it');
    const n = hidden(await officer.read(survey), 'n');
    expect((await officer.post(`${survey}/undo`, { _version: version, n })).status).toBe(303);
    expect(await kept()).toEqual(usualSurvey);
    await officer.post(`${survey}/redo`, { _version: version, n });
    expect(await kept(), 'the other one was kept too').toEqual(other);
    expect((await auditOf(world.db.read, 'consultation', id)).map(row => row.act)).toContain(
      'write the survey as a definition',
    );
  });

  test('that somebody else changed meanwhile is shown beside what was typed, and saved only when that was seen', async () => {
    const { path, kept, version } = await plan();
    const was = hidden(await officer.read(path), '_was');
    const colleague = { format: 1, questions: [{ id: 'q7', kind: 'long-text', ask: 'From a colleague' }] };
    await officer.post(path, { definition: JSON.stringify(colleague), _version: version });
    const late = { definition: JSON.stringify(other), _version: version };
    const both = await officer.post(path, { ...late, _was: was });
    expect(both.status).toBe(409);
    const page = await both.text();
    expect(page).toContain('Somebody else changed the survey while you were writing');
    for (const words of ['What “else” &amp; why', 'From a colleague']) expect(page).toContain(words);
    expect(await kept()).toEqual(colleague);
    expect((await officer.post(path, { ...late, _was: hidden(page, '_was') })).status).toBe(303);
    expect(await kept()).toEqual(other);
  });

  test('lists everything that is wrong, by question, and keeps what was typed', async () => {
    const { path, kept, version } = await plan();
    const wrong = {
      format: 1,
      questions: [
        { id: 'q1', kind: 'grid' },
        { id: 'Q2', kind: 'long-text', ask: 'Why?', colour: 'red' },
        { id: 'q3', kind: 'long-text', ask: 'Why?', next: [{ when: { q: 'q9', answered: true }, to: 'q7' }] },
      ],
    };
    const refused = await officer.post(path, { definition: JSON.stringify(wrong), _version: version });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    for (const words of ['Question 1 (q1): choose its kind', 'Question 2 (Q2): ', 'no question &#39;q7&#39; to go to'])
      expect(page).toContain(words);
    expect(page).toContain('&quot;colour&quot;:&quot;red&quot;');
    const broken = await officer.post(path, {
      definition: '{\n  "format": 1\n  "questions": []\n}',
      _version: version,
    });
    expect(broken.status).toBe(422);
    expect(await broken.text()).toContain('this is not JSON: look at line 3');
    for (const definition of ['', 'null', '[]', `${'['.repeat(5000)}`, '"x"', '{"__proto__":1}'])
      expect((await officer.post(path, { definition, _version: version })).status, definition.slice(0, 20)).toBe(422);
    expect(await kept()).toEqual(usualSurvey);
  });

  test('of a published survey stays as it is; what is typed into one that was published meanwhile is kept', async () => {
    const { id } = await openConsultation(world, officer);
    const path = `/desk/consultations/${id}/survey/definition`;
    expect(await officer.read(path)).toContain('Nobody can change this version any more.');
    const late = await officer.post(path, { definition: JSON.stringify(other) });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('What “else” &amp; why');
    await officer.post(`/desk/consultations/${id}/survey/new-version`);
    const version = hidden(await officer.read(path), '_version');
    expect((await officer.post(path, { definition: JSON.stringify(other), _version: version })).status).toBe(303);
    await officer.post(`/desk/consultations/${id}/survey/new-version/publication`, { _version: version });
    const undo = path.replace('/definition', '/undo');
    expect((await officer.post(undo, { _version: version, n: '1' })).status).toBe(409);
  });
});
