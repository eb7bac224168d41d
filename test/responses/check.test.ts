import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Definition } from '../../src/surveys/definition.ts';
import { openConsultation } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import type { Visitor } from '../support/visitor.ts';
import { createWorld, type World } from '../support/world.ts';
import { base, draftIn, headingIn, linkIn, referenceIn, responsesOf } from './family.ts';

const yesOrNo = [
  { id: 'a', words: 'Yes' },
  { id: 'b', words: 'No' },
];
const branching: Definition = {
  format: 1,
  questions: [
    {
      id: 'q1',
      kind: 'choose-one',
      ask: 'Do you use the club?',
      options: yesOrNo,
      next: [{ when: { q: 'q1', anyOf: ['b'] }, to: 'q3' }],
    },
    { id: 'q2', kind: 'short-text', ask: 'Which club is it?', hint: 'Its name is enough.' },
    { id: 'q3', kind: 'choose-one', ask: 'Would you like a new one?', options: yesOrNo, required: true },
  ],
};

onBothDatabases('before sending', dialect => {
  let world: World;
  beforeAll(async () => void (world = await createWorld(dialect)));
  afterAll(() => world.close());

  const open = async (survey?: Definition) => {
    const { slug, id } = await openConsultation(world, await world.signIn('officer'), survey ? { survey } : {});
    return { path: base(slug), id };
  };
  const answer = async (visitor: Visitor, path: string, answers: Record<string, string>) => {
    for (const [step, given] of Object.entries(answers)) await visitor.post(`${path}/${step}`, { answer: given });
  };

  test('the check says which answers go unsent since another one changed', async () => {
    const { path, id } = await open(branching);
    const visitor = world.visitor();
    await answer(visitor, path, { q1: 'a', q2: 'The Den', quote: 'yes', q3: 'a' });
    expect(await visitor.read(`${path}/check`)).not.toContain('not asked any more');
    await visitor.post(`${path}/q1?to=check`, { answer: 'b', to: 'check' });
    const check = await visitor.read(`${path}/check`);
    expect(check).toContain('Because you changed an answer, we no longer ask these.');
    expect(check).toContain('<li>Which club is it?</li>');
    expect(check).not.toContain('The Den');
    await visitor.post(`${path}/sending`, { draft: draftIn(check) });
    expect(JSON.parse((await responsesOf(world, id))[0]?.answers ?? '')).toEqual({ q1: 'b', q3: 'a' });
  });

  test('a change that opens a question leads to it and says why, before sending and after', async () => {
    const { path } = await open(branching);
    const visitor = world.visitor();
    await answer(visitor, path, { q1: 'b', q3: 'a' });
    const opened = () => visitor.follow(visitor.post(`${path}/q1`, { answer: 'a', to: 'check' }));
    const said = 'Because of what you changed, here is one more question.';
    expect(await (await opened()).text()).toContain(said);
    await visitor.post(`${path}/q1`, { answer: 'b', to: 'check' });
    await visitor.post(`${path}/sending`, { draft: draftIn(await visitor.read(`${path}/check`)) });
    const reference = /name="reference" value="([^"]+)"/.exec(await visitor.read(`${path}/sent`))?.[1] ?? '';
    await visitor.post(`${path}/change`, { reference });
    const next = await (await opened()).text();
    expect(next).toContain('Which club is it?');
    expect(next).toContain(said);
  });

  test('a survey without an answer is sent only by somebody who was asked whether to', async () => {
    const { path } = await open();
    const visitor = world.visitor();
    for (const step of ['q1', 'q2', 'q3', 'q4', 'q5']) await visitor.post(`${path}/${step}`, {});
    const check = await visitor.read(`${path}/check`);
    expect(check).toContain('You have not answered anything yet');
    expect(check).toContain('Send anyway');
    expect(check).not.toContain('Send my answers');
    expect(check).toContain(`href="${path}/q1"`);
    const sender = world.visitor();
    await sender.post(`${path}/q1`, {});
    const draft = draftIn(await sender.read(`${path}/check`));
    const empty = await (await sender.follow(sender.post(`${path}/sending`, { draft }))).text();
    expect(empty).toContain('You sent an empty survey');
    expect(empty).toContain('You can still add answers until the end of');
    await sender.post(`${path}/change`, { reference: referenceIn(empty) });
    await answer(sender, path, { q2: 'a' });
    const change = draftIn(await sender.read(`${path}/check`));
    const changed = await (await sender.follow(sender.post(`${path}/sending`, { draft: change }))).text();
    expect(headingIn(changed)).toBe('Your changes have been sent');
    const again = await world.visitor().read(linkIn(changed));
    expect(headingIn(again)).toBe('Your answers');
    expect(again).toContain('You sent them on ');
    expect(again.indexOf('Change my answers')).toBeLessThan(again.indexOf('What happens next'));
    await answer(visitor, path, { q2: 'a' });
    const answered = await visitor.read(`${path}/check`);
    expect(answered).toContain('Send my answers');
    expect(answered).not.toContain('You have not answered anything yet');
  });

  test('each question says that it may be skipped, and not where it may not', async () => {
    const { path } = await open(branching);
    const hint = /id="answer-hint">(.*)<\/p>/.exec(await world.visitor().read(`${path}/q1`))?.[1];
    expect(hint).toBe('It is fine to skip this.');
    expect(await world.visitor().read(`${path}/q1`)).toContain('<span class="whole">Question 1</span>');
    const visitor = world.visitor();
    await answer(visitor, path, { q1: 'a' });
    const hinted = await visitor.read(`${path}/q2`);
    expect(hinted).toContain('Its name is enough. <span class="hint-more">It is fine to skip this.</span>');
    await answer(visitor, path, { q2: 'The Den' });
    expect(await visitor.read(`${path}/q3`)).toContain('Question 3 of 3');
    expect(await visitor.read(`${path}/q3`)).not.toContain('It is fine to skip this.');
  });
});
