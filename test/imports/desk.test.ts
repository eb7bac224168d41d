import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { postFiles } from '../support/media.ts';
import { createWorld, type World } from '../support/world.ts';
import { latestVersion } from '../../src/consultations/queries.ts';
import { readDefinition, type Definition } from '../../src/surveys/definition.ts';
import { lssSurveyOf } from './lss-fixture.ts';

const theirs = lssSurveyOf([
  { code: 'Q1', type: 'L', options: ['A', 'B'], other: 'Y', ask: { en: 'Which &lt;club&gt;?' } },
  { code: 'Q2', type: '|', ask: { en: 'Send us a photo' } },
]);

onBothDatabases('a file on the desk', dialect => {
  let world: World;
  let officer: Officer;
  let id: string;
  let file: string;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
    id = (await planConsultation(world, officer)).id;
    file = `/desk/consultations/${id}/survey/file`;
  });
  afterAll(() => world?.close());

  const current = async (): Promise<Definition> =>
    readDefinition((await latestVersion(world.db.read, id))?.definition ?? '');
  const versionId = async () => (await latestVersion(world.db.read, id))?.id ?? '';
  const send = async (bytes: Buffer | string, name = 'theirs.lss') =>
    postFiles(officer, file, { file: { bytes, name }, _version: await versionId() });
  const hidden = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );

  test('is shown first, with all that does not come, and saved only when the officer says so', async () => {
    const before = await current();
    const shown = await send(theirs);
    expect(shown.status).toBe(200);
    const html = await shown.text();
    expect(html).toContain('Question Q2 ‘Send us a photo’');
    expect(html).toContain('All of it: there is no such kind of question here: upload of a file.');
    expect(html).toContain('The box to write in beside ‘Other’.');
    expect(html).toContain('Its title: ‘Short breaks’.');
    expect(html).toMatch(/Questions<\/th><td class="number">2<\/td><td class="number">1</);
    expect(await current()).toEqual(before);
    const used = await officer.post(`${file}/use`, hidden(html));
    expect([used.status, used.headers.get('location')]).toEqual([303, `/desk/consultations/${id}/survey?brought=1`]);
    expect((await current()).questions.map(each => each.ask)).toEqual(['Which <club>?']);
    const survey = await officer.read(`/desk/consultations/${id}/survey?brought=1`);
    expect(survey).toContain('The questions from your file are here.');
    const undone = await officer.post(`/desk/consultations/${id}/survey/undo`, hidden(survey));
    expect(undone.status).toBe(303);
    expect(await current()).toEqual(before);
  });

  test('says what becomes of the questions that are there, and puts new ones at the end', async () => {
    const fresh = (await planConsultation(world, officer)).id;
    const survey = `/desk/consultations/${fresh}/survey`;
    const before = readDefinition((await latestVersion(world.db.read, fresh))?.definition ?? '');
    const parts = {
      file: { bytes: 'Kind,Question\nA line of words,Which bus?', name: 'a.csv' },
      _version: (await latestVersion(world.db.read, fresh))?.id ?? '',
    };
    const html = (await (await postFiles(officer, `${survey}/file`, parts)).text()).replaceAll(/\s+/g, ' ');
    expect(html).toContain('These are new');
    expect(html).toContain('Question 1: Which bus?');
    expect(html).toContain('These go');
    const used = await officer.post(`${survey}/file/use`, { ...hidden(html), how: 'at-end' });
    const list = await officer.read(used.headers.get('location') ?? '');
    expect(list).toContain('The questions from your file are at the end.');
    expect(list).toContain('Questions from a file.');
    const after = readDefinition((await latestVersion(world.db.read, fresh))?.definition ?? '');
    expect(after.questions.slice(0, -1)).toEqual(before.questions);
    expect(after.questions.at(-1)).toMatchObject({ kind: 'short-text', ask: 'Which bus?' });
  });

  test('that changes one question says which, and that the others stay', async () => {
    const definition = await current();
    const [first, ...others] = definition.questions;
    const changed = { ...definition, questions: [{ ...first, ask: 'Who are you today?' }, ...others] };
    const html = await (await send(JSON.stringify(changed), 'ours.json')).text();
    expect(html).toContain('These are changed');
    expect(html).toContain('became ‘Who are you today?’.');
    expect(html).toContain('These stay as they are');
    expect(html).not.toContain('Add them at the end');
  });

  test('takes the place of nothing that a colleague changed meanwhile', async () => {
    const fields = hidden(await (await send(theirs)).text());
    await officer.post(`/desk/consultations/${id}/survey/new/number`, {});
    const before = await current();
    const refused = await officer.post(`${file}/use`, fields);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('A colleague changed the questions');
    expect(await current()).toEqual(before);
  });

  test('carries what was read unharmed, and takes nothing else for it', async () => {
    const fields = hidden(await (await send(JSON.stringify(usualSurvey), 'ours.json')).text());
    for (const _definition of [
      '',
      'rubbish',
      `${fields['_definition'] ?? ''}x`.slice(40),
      Buffer.from('{}').toString('base64url'),
    ]) {
      const refused = await officer.post(`${file}/use`, { ...fields, _definition });
      expect(refused.status).toBe(422);
    }
    expect((await officer.post(`${file}/use`, fields)).status).toBe(303);
    expect(await current()).toEqual(usualSurvey);
  });

  test.each([
    ['nothing', '', /Choose a file\./],
    ['a document type', '<!DOCTYPE a><a/>', /DOCTYPE/],
    ['bytes', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /do not know this kind of file/],
    [
      'several mistakes',
      '{"format":1,"questions":[{"id":"q1","kind":"grid"},{"id":"q2","kind":"map"}]}',
      /Question 2 \(q2\)/,
    ],
    ['more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, '<'), /larger than 10 MB/],
  ])('%s: refused with what to do', async (_, bytes, message) => {
    const before = await current();
    const refused = await send(bytes);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toMatch(message);
    expect(await current()).toEqual(before);
  });

  test.each(['xlsx', 'ods', 'csv'])('the questions go out as .%s and come back as they were', async ending => {
    const before = await current();
    const out = await officer.get(`/desk/consultations/${id}/survey/sheet/questions.${ending}`);
    expect(out.headers.get('content-disposition')).toMatch(new RegExp(`^attachment; filename="[\\w-]+\\.${ending}"$`));
    const html = await (await send(Buffer.from(await out.arrayBuffer()), `a.${ending}`)).text();
    expect(html).toContain('All of it comes.');
    await officer.post(`/desk/consultations/${id}/survey/questions/q1/removal`);
    expect(await current()).not.toEqual(before);
    await officer.post(
      `/desk/consultations/${id}/survey/undo`,
      hidden(await officer.read(`/desk/consultations/${id}/survey`)),
    );
    expect((await officer.post(`${file}/use`, hidden(html))).status).toBe(303);
    expect(await current()).toEqual(before);
  });

  test.each(['xlsx', 'ods', 'csv'])('the template is offered as .%s, with its example', async ending => {
    const out = await officer.get(`/desk/consultations/${id}/survey/sheet/template.${ending}`);
    const refused = await send(Buffer.from(await out.arrayBuffer()), `a.${ending}`);
    expect(await refused.text()).toContain('There are no questions in this file.');
    expect(await officer.read(file)).toContain(`/survey/sheet/template.${ending}`);
  });

  test('100 MB are refused before they are read', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(100 * 1024 * 1024) };
    expect((await officer.send(file, { method: 'POST', body: '--x', headers })).status).toBe(413);
  });

  test('is for versions that are not published yet', async () => {
    const open = await openConsultation(world, officer);
    const path = `/desk/consultations/${open.id}/survey`;
    expect((await officer.get(`${path}/file`)).status).toBe(404);
    expect((await postFiles(officer, `${path}/file`, { file: { bytes: theirs, name: 'a' } })).status).toBe(409);
    expect(await officer.read(path)).not.toContain('Start from a file');
  });

  test('new questions take no id under which answers are counted', async () => {
    const open = await openConsultation(world, officer);
    const path = `/desk/consultations/${open.id}/survey`;
    await officer.post(`${path}/new-version`);
    const version = await latestVersion(world.db.read, open.id);
    const parts = { file: { bytes: theirs, name: 'a' }, _version: version?.id ?? '' };
    const html = await (await postFiles(officer, `${path}/file`, parts)).text();
    expect((await officer.post(`${path}/file/use`, hidden(html))).status).toBe(303);
    const { questions } = readDefinition((await latestVersion(world.db.read, open.id))?.definition ?? '');
    const published = readDefinition(version?.definition ?? '').questions.map(each => each.id);
    expect(questions.filter(each => published.includes(each.id))).toEqual([]);
  });
});
