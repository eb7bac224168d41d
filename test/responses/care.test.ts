import { afterAll, beforeAll, expect, test } from 'vitest';
import { isWebAddress, supportIn } from '../../src/consultations/support-rules.ts';
import { openConsultation, planConsultation, usualSurvey } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';
import { base } from './family.ts';

const care = {
  content_warning: 'Some questions are about times when a child was unsafe.',
  support_links:
    'Family line, 01632 960 777\nSafe at home: https://safe.example/help\nCall 01632 960 778 or write: https://call.example/',
  exit_address: 'https://weather.example/',
};

onBothDatabases('care', dialect => {
  let world: World;
  beforeAll(async () => void (world = await createWorld(dialect)));
  afterAll(() => world.close());

  test('K01 what may be hard, and where support is, stand before the first question and on each page', async () => {
    const { slug } = await openConsultation(world, await world.signIn('officer'), care);
    const start = await world.visitor().read(base(slug));
    expect(start.indexOf('Some questions are about times')).toBeLessThan(start.indexOf(`href="${base(slug)}/q1"`));
    expect(start).toContain('Family line, <a class="nowrap" dir="ltr" href="tel:01632960777">01632 960 777</a>');
    expect(start).toMatch(/<a href="https:\/\/safe\.example\/help" rel="noreferrer">Safe at home<\/a>/);
    expect(start).toContain('>Call <bdi class="nowrap" dir="ltr">01632 960 778</bdi> or write</a>');
    const visitor = world.visitor();
    await visitor.post(`${base(slug)}/q1`, { answer: 'young' });
    for (const page of ['/q1', '/q5', '/check', '/later'])
      expect(await visitor.read(`${base(slug)}${page}`), page).toMatch(
        /<summary>[^<]*Find support<[^]*tel:01632960777/,
      );
    expect((await visitor.read(base(slug))).match(/tel:01632960777/g)).toHaveLength(1);
  });

  test('‘exit this page’ stands on each page where it was asked for, and nowhere else', async () => {
    const officer = await world.signIn('officer');
    const { slug } = await openConsultation(world, officer, care);
    const visitor = world.visitor();
    await visitor.post(`${base(slug)}/q1`, { answer: 'young' });
    for (const page of ['', '/q1', '/check'])
      expect(await visitor.read(`${base(slug)}${page}`)).toMatch(
        /<a [^>]*href="https:\/\/weather\.example\/" rel="noreferrer nofollow" data-exit/,
      );
    const other = await openConsultation(world, officer);
    const plain = await world.visitor().read(base(other.slug));
    for (const words of ['data-exit', 'Before you read on', 'Find support']) expect(plain).not.toContain(words);
  });

  test('words for young people say when to ask an adult', async () => {
    const survey = { ...usualSurvey, editions: { child: { title: 'Your free time' } } };
    const { slug } = await openConsultation(world, await world.signIn('officer'), { survey });
    const child = world.visitor();
    await child.post(`/consultations/${slug}/together`, { who: 'child' });
    expect(await child.read(base(slug))).toContain('Tell an adult you trust');
    expect(await child.read(`${base(slug)}/q2`)).toContain('Ask an adult you trust.');
    expect(await world.visitor().read(`${base(slug)}/q2`)).not.toContain('Ask an adult');
  });

  test('the officer sets them, and an address that is none comes back', async () => {
    const officer = await world.signIn('officer');
    const { id } = await planConsultation(world, officer, care);
    const path = `/desk/consultations/${id}/plan`;
    const form = await officer.read(path);
    expect(form).toContain('Some questions are about times when a child was unsafe.');
    const stamp = /name="_stamp" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const fields = { title: 'Short breaks', _stamp: stamp };
    expect((await officer.post(path, { ...fields, exit_address: 'javascript:alert(1)' })).status).toBe(422);
    expect((await officer.post(path, { ...fields, exit_address: 'https://rain.example' })).status).toBe(303);
    expect(await officer.read(path)).toContain('https://rain.example');
  });
});

test('a line of support is words and an address, words alone, or an address alone', () => {
  expect(supportIn('Helpline – https://help.example/a?b=1\n\n Call 01632 960 777 \nhttps://only.example')).toEqual([
    { words: 'Helpline', href: 'https://help.example/a?b=1' },
    { words: 'Call 01632 960 777', href: null },
    { words: 'https://only.example', href: 'https://only.example' },
  ]);
  expect(supportIn('javascript:alert(1)')).toEqual([{ words: 'javascript:alert(1)', href: null }]);
  for (const bad of ['javascript:alert(1)', 'weather.example', 'https://a b', '//evil.example', 'data:text/html,x'])
    expect(isWebAddress(bad), bad).toBe(false);
});
