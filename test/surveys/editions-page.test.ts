import { afterAll, beforeAll, expect, test } from 'vitest';
import { latestVersion } from '../../src/consultations/queries.ts';
import { savePlan } from '../../src/consultations/save-plan.ts';
import { readDefinition, type Definition } from '../../src/surveys/definition.ts';
import { formFields, openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { hidden } from '../support/families.ts';
import { addFile, aVideo } from '../support/media.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('editions beside the original', dialect => {
  let world: World;
  let officer: Officer;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
  });
  afterAll(() => world.close());

  async function plan(survey: Definition = usualSurvey, edition = 'cy') {
    const { id } = await planConsultation(world, officer, { survey });
    const list = `/desk/consultations/${id}/survey/editions`;
    const path = `${list}/${edition}`;
    await officer.post(list, { edition });
    const kept = async () => readDefinition((await latestVersion(world.db.read, id))?.definition ?? '');
    const question = async (q: string) => (await kept()).questions.find(each => each.id === q);
    const save = async (changes: Record<string, string>, from?: string) =>
      officer.post(path, { ...formFields(from ?? (await officer.read(path)), {}), same: '', alike: '', ...changes });
    return { id, list, path, kept, question, save };
  }

  test('first words that a colleague wrote meanwhile are shown, and not written over', async () => {
    const { list, kept } = await plan();
    const path = list.replace('/editions', '/intro');
    const [mine, theirs] = [await officer.read(path), await officer.read(path)];
    const first = await officer.post(path, formFields(theirs, { intro: 'Theirs.' }));
    expect(first.status).toBe(303);
    const second = await officer.post(path, formFields(mine, { intro: 'Mine.' }));
    expect(second.status).toBe(422);
    const page = await second.text();
    expect(page).toContain('It says ‘Theirs.’ now.');
    expect(page).toContain('Mine.</textarea>');
    expect((await kept()).editions?.plain).toMatchObject({ intro: 'Theirs.' });
    expect((await officer.post(path, formFields(page, { intro: 'Mine.' }))).status).toBe(303);
    expect((await kept()).editions?.plain).toMatchObject({ intro: 'Mine.' });
  });

  test('K09 an edition is offered, written beside the original and counted', async () => {
    const { list, path, kept, save, question } = await plan();
    expect((await kept()).editions).toEqual({ cy: {} });
    expect(await officer.read(list)).toContain('0 of 5 questions.');
    const survey = list.replace('/editions', '');
    const page = await officer.read(path);
    expect(page).toContain('How easy is it to find out about short breaks?');
    expect(page).toContain('name="q2-ask"');
    expect(page).toMatch(/name="q2-option-c"[^>]* lang="cy" dir="ltr"/);
    const saved = await save({
      'start-title': 'Seibiannau byr',
      'q2-ask': '  Pa mor hawdd?  ',
      'q2-option-a': 'Hawdd',
      'q5-ask': 'Beth i’w newid?',
    });
    expect(saved.status).toBe(303);
    expect((await question('q2'))?.editions?.cy).toMatchObject({ ask: 'Pa mor hawdd?', options: { a: 'Hawdd' } });
    expect((await question('q1'))?.editions, 'nothing was typed').toBeUndefined();
    expect((await kept()).editions?.cy).toMatchObject({ title: 'Seibiannau byr' });
    expect(await officer.read(list)).toContain('1 of 5 questions. Words are missing on the first pages.');
    expect(await officer.read(survey), 'one save is one step back').toContain('Words side by side: Welsh.');
    const open = await officer.read(`${path}?only=open`);
    expect(open).toContain('name="q2-option-b"');
    expect(open, 'what it says already').not.toContain('name="q2-ask"');
    expect(open).toContain('How easy is it to find out about short breaks?');
    expect(open).not.toContain('name="q5-ask"');
    await save({ 'q2-ask': '', 'q2-option-a': '' });
    expect((await question('q2'))?.editions, 'an empty field says nothing').toBeUndefined();
  });

  test('what needs no other words is said to be the same, and holds until the original changes', async () => {
    const { id, list, path, save, question } = await plan(usualSurvey, 'easy');
    const page = await officer.read(path);
    expect(page).toContain('name="alike" value="q2-option-a"');
    await save({ 'q2-ask': 'Is it easy?', 'q2-option-b': 'Not easy', 'q2-option-c': 'Not at all easy' });
    expect(await officer.read(list)).toContain('0 of 5 questions.');
    await save({ alike: 'q2-option-a' });
    expect((await question('q2'))?.editions?.easy?.options).toEqual({ a: 'Easy', b: 'Not easy', c: 'Not at all easy' });
    expect(await officer.read(list)).toContain('1 of 5 questions.');
    const said = await officer.read(path);
    expect(said, 'it stands in its field').toMatch(/name="q2-option-a" value="Easy"/);
    expect(said).not.toContain('name="alike" value="q2-option-a"');
    await save({ alike: 'q5-ask', 'q5-ask': 'What is first?' });
    expect((await question('q5'))?.editions?.easy?.ask, 'what was typed goes first').toBe('What is first?');
    await save({ alike: 'q3-ask' });
    expect(await officer.read(list)).toContain('3 of 5 questions.');
    await officer.post(`/desk/consultations/${id}/survey/questions/q3`, { ask: 'Short breaks fit my child.' });
    expect(await officer.read(list)).toContain('3 of 5 questions, 1 older than the original.');
  });

  test('all empty texts of a question, or of the page, are said to be the same at once, and what was typed is kept', async () => {
    const { path, question, save, list } = await plan(usualSurvey, 'easy');
    expect(await officer.read(path)).toContain('Same as the original: the 4 empty texts');
    const filled = await save({ 'q2-ask': 'Is it easy?', 'q5-ask': 'What is first?', fill: 'q2' });
    expect(filled.headers.get('location')).toMatch(/#q2$/);
    const own = (await question('q2'))?.editions?.easy;
    expect(own).toMatchObject({ ask: 'Is it easy?', options: { a: 'Easy', b: 'Hard', c: 'Very hard' } });
    expect((await question('q5'))?.editions?.easy?.ask, 'typed elsewhere').toBe('What is first?');
    expect((await question('q4'))?.editions, 'another question').toBeUndefined();
    await save({ fill: 'page' });
    expect(await officer.read(list)).toContain('5 of 5 questions.');
    expect(await officer.read(path)).not.toContain('name="fill"');
  });

  test('the original has first words too, and each edition says them in its own', async () => {
    const { id, path, list } = await plan();
    const desk = `/desk/consultations/${id}/survey`;
    expect(await officer.read(desk)).toContain(`href="${desk}/intro"`);
    expect(await officer.read(path), 'none are asked for').not.toContain('name="start-intro"');
    const form = formFields(await officer.read(`${desk}/intro`), {});
    expect((await officer.post(`${desk}/intro`, { ...form, intro: 'Thank you for coming.' })).status).toBe(303);
    const beside = await officer.read(path);
    expect(beside).toContain('Thank you for coming.');
    await officer.post(path, { ...formFields(beside, {}), same: '', alike: '', 'start-intro': 'Diolch.' });
    const late = await officer.post(`${desk}/intro`, { ...form, intro: 'Mine.' });
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('It says ‘Thank you for coming.’ now.');
    const walk = (edition: string) => officer.read(`${desk}/preview/${edition}/wide/e30`);
    expect(await walk('plain')).toContain('Thank you for coming.');
    expect(await walk('cy')).toContain('Diolch.');
    await officer.post(list, { edition: 'pl' });
    expect(await walk('pl'), 'marked as English').toMatch(/<span lang="en"[^>]*>Thank you for coming\.<\/span>/);
  });

  test('Urdu is written from right to left; what families read of it stands beside their English', async () => {
    const { path } = await plan(usualSurvey, 'ur');
    expect(await officer.read(path)).toMatch(/name="q2-ask"[^>]* lang="ur" dir="rtl"/);
  });

  test('words are older once the original changes, until they are saved again or still say the same', async () => {
    const { id, list, path, save, question } = await plan();
    await save({ 'q5-ask': 'Beth i’w newid?', 'q3-ask': 'Yn addas' });
    const survey = `/desk/consultations/${id}/survey`;
    expect(await officer.read(survey)).not.toContain('Other editions still say the old words');
    await officer.post(`${survey}/questions/q5`, { ask: 'What comes first?' });
    await officer.post(`${survey}/questions/q3`, { ask: 'Short breaks fit my child.' });
    expect(await officer.read(survey)).toContain(`href="${path}#q5"`);
    expect(await officer.read(list)).toContain('2 of 5 questions, 2 older than the original.');
    const open = await officer.read(`${path}?only=open`);
    expect(open).toContain('Older than the original');
    await save({ same: 'q5' });
    expect(await officer.read(list)).toContain('1 older than the original');
    await save({ 'q3-ask': 'Yn addas i’m plentyn' });
    expect(await officer.read(list)).not.toContain('older');
    const mark = (await question('q5'))?.editions?.cy?.writtenFor;
    await officer.post(`${survey}/questions/q5`, { ask: 'What comes first?', hint: 'A few words.' });
    expect(await officer.read(list), 'a new hint is missing, and makes nothing older').not.toContain('older');
    expect((await question('q5'))?.editions?.cy?.writtenFor).toEqual(mark);
  });

  test('words that came along are older once their original changes, in whatever way', async () => {
    const cy = { q3: { ask: 'Yn addas' }, q5: { ask: 'Beth?' } };
    const questions = usualSurvey.questions.map(each => {
      const own = cy[each.id as keyof typeof cy];
      return own ? { ...each, editions: { cy: own } } : each;
    });
    const survey = { ...usualSurvey, questions, editions: { cy: { title: 'Seibiannau' } } };
    const { id } = await planConsultation(world, officer, { survey });
    const desk = `/desk/consultations/${id}`;
    const list = `${desk}/survey/editions`;
    expect(await officer.read(list)).not.toContain('older');
    await officer.post(`${desk}/survey/questions/q5`, { ask: 'What comes first?' });
    expect(await officer.read(list), 'by the form').toContain(', 1 older than the original');
    const form = formFields(await officer.read(`${desk}/survey/definition`), {});
    const json = readDefinition(form['definition'] ?? '');
    const other = json.questions.map(each => ({ ...each, ask: each.id === 'q3' ? 'It fits.' : each.ask }));
    await officer.post(`${desk}/survey/definition`, {
      ...form,
      definition: JSON.stringify({ ...json, questions: other }),
    });
    expect(await officer.read(list), 'by a definition').toContain(', 2 older than the original');
    expect(await officer.read(list)).not.toContain('On the first pages');
    await savePlan(world.db.write, { id: officer.personId }, id, { title: 'Breaks near home' }, world.deps.now());
    const sum = await officer.read(list);
    expect(sum, 'by the plan').toContain(
      '2 of 5 questions, 2 older than the original. On the first pages 1 text is older',
    );
  });

  test('two officers at once: what nobody touched stands, and what both wrote is shown to the second', async () => {
    const { path, save, question } = await plan();
    const before = await officer.read(path);
    await save({ 'q3-ask': 'Eu geiriau' }, before);
    const both = await save({ 'q3-ask': 'Fy ngeiriau', 'q5-ask': 'Beth?' }, before);
    const page = await both.text();
    expect(both.status).toBe(422);
    expect(page).toContain('It says ‘Eu geiriau’ now.');
    expect(page).toContain('Fy ngeiriau');
    expect(page).toContain('href="#q3-ask"');
    expect((await question('q3'))?.editions?.cy?.ask).toBe('Eu geiriau');
    expect((await question('q5'))?.editions, 'nothing is kept of a form that is refused').toBeUndefined();
    expect((await save({}, page)).status).toBe(303);
    expect((await question('q3'))?.editions?.cy?.ask).toBe('Fy ngeiriau');
    const other = await save({ 'q5-ask': 'Beth nawr?' }, before);
    expect(other.status, 'q5 was changed meanwhile').toBe(422);
    expect((await save({ 'q1-ask': 'Pwy?' }, before)).status).toBe(303);
    expect((await question('q3'))?.editions?.cy?.ask, 'an old page that says nothing of it').toBe('Fy ngeiriau');
  });

  test('too many words are refused beside their field, and what was typed is kept', async () => {
    const { save, kept } = await plan();
    const refused = await save({ 'q2-option-b': 'x'.repeat(201), 'start-title': 'y'.repeat(201), 'q1-ask': 'Pwy?' });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    for (const name of ['q2-option-b', 'start-title']) {
      expect(page).toContain(`href="#${name}"`);
      expect(page).toContain(`id="${name}-error"`);
    }
    expect(page).toContain('Pwy?');
    expect((await kept()).editions).toEqual({ cy: {} });
  });

  test('a video stands for the words in sign language, and publishing names what it lacks', async () => {
    const asked = [{ id: 'q8', kind: 'area' as const, ask: 'Where do you live?', bins: [] }];
    const survey: Definition = { ...usualSurvey, about: { why: 'To see.', questions: asked } };
    const { id, list, path, save, question } = await plan(survey, 'bsl');
    expect(await officer.read(path)).toContain('There is no such file yet.');
    const media = await addFile(officer, id, aVideo, 'Question 2, signed');
    const page = await officer.read(path);
    expect(page).toContain(`value="${media}"`);
    expect(page, 'what is signed has no words to write').not.toContain('name="q2-ask"');
    await save({ 'q2-media': media });
    expect((await question('q2'))?.editions?.bsl?.media).toBe(media);
    expect(await officer.read(list)).toContain('1 of 5 questions.');
    const refused = await officer.post(`/desk/consultations/${id}/publication`);
    expect(await refused.text()).toContain('Question 2: add captions to the video.');
  });

  test('it is not offered any more: what questions say is kept and comes back', async () => {
    const { list, path, save, kept, question } = await plan();
    await save({ 'q5-ask': 'Beth?' });
    const version = hidden(await officer.read(path), '_version');
    expect((await officer.post(`${path}/removal`, { _version: version })).status).toBe(303);
    expect((await kept()).editions).toBeUndefined();
    expect((await officer.get(path)).status).toBe(404);
    expect((await officer.post(path, { 'was-q5': 'x', 'q5-ask': 'y' })).status).toBe(404);
    expect((await question('q5'))?.editions?.cy?.ask).toBe('Beth?');
    await officer.post(list, { edition: 'cy' });
    expect(await officer.read(path)).toContain('Beth?');
    for (const edition of ['', 'plain', 'fr']) expect((await officer.post(list, { edition })).status).toBe(422);
  });

  test('a published survey shows what it offers, and its words stay', async () => {
    const { id } = await openConsultation(world, officer, {
      survey: { ...usualSurvey, editions: { easy: { intro: 'Tell us.' } } },
    });
    const list = `/desk/consultations/${id}/survey/editions`;
    expect(await officer.read(list)).toContain('0 of 5 questions.');
    expect((await officer.get(`${list}/easy`)).status).toBe(404);
    expect((await officer.post(list, { edition: 'cy' })).status).toBe(409);
  });
});
