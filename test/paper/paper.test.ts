import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Paper } from '../../src/paper/paper-rules.ts';
import { createPdfs } from '../../src/paper/pdf-files.ts';
import { canSet, linesOf, runsOf } from '../../src/paper/typesetting.ts';
import { openConsultation, planConsultation, usualSurvey, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createWorld, type World } from '../support/world.ts';

onBothDatabases('surveys on paper', dialect => {
  let world: World;
  let officer: Officer;

  beforeEach(async () => {
    world = await createWorld(dialect, '2026-11-22');
    officer = await world.signIn('officer');
  });
  afterEach(() => world.close());

  test('W05 the paper says how private it is before its first question, and keeps the address on a sheet of its own', async () => {
    const { slug } = await openConsultation(world, officer);
    const html = await world.visitor().read(`/consultations/${slug}/paper`);
    const at = (words: string) => {
      expect(html).toContain(words);
      return html.indexOf(words);
    };
    expect(at('Only the team reads your answers.')).toBeLessThan(at('1. Who is answering?'));
    expect(at('Please do not write your name or address on these pages.')).toBeLessThan(at('1. Who is answering?'));
    expect(at('Send it back')).toBeLessThan(at('Would you like news by post?'));
    expect(at('Would you like news by post?')).toBeLessThan(at('Your address and postcode'));
    at('an envelope of its own');
    at('Please post it so that it reaches us by Monday 14 December.');
    at('County Hall');
    at(`http://localhost:3000/consultations/${slug}/answer`);
  });

  test('it asks the same questions in the same order, and says how to answer each', async () => {
    const { slug } = await openConsultation(world, officer);
    const html = await world.visitor().read(`/consultations/${slug}/paper`);
    const asked = [...html.matchAll(/<h2>(\d+\. [^<]+)<\/h2>/g)].map(match => match[1]);
    expect(asked).toEqual([
      '1. Who is answering?',
      '2. How easy is it to find out about short breaks?',
      '3. Short breaks fit what my child likes.',
      '4. What would help?',
      '5. What should we change first?',
      '6. May we quote your words without your name?',
    ]);
    for (const words of [
      'Tick one box.',
      'Tick as many boxes as you like.',
      'Write on the lines, in your own words.',
    ]) {
      expect(html).toContain(words);
    }
    expect(html.match(/class="paper-box"/g)).toHaveLength(5 + 4 + 6 + 2 + 2);
  });

  test('the PDF is tagged, and says its title and its language', async () => {
    const { slug } = await openConsultation(world, officer);
    const response = await world.visitor().get(`/consultations/${slug}/paper/plain-large.pdf`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const raw = Buffer.from(await response.arrayBuffer()).toString('latin1');
    expect(raw).toMatch(/^%PDF-1\.7/);
    for (const mark of [
      /\/StructTreeRoot \d+ 0 R/,
      /\/Marked true/,
      /\/Lang \(en\)/,
      /\/DisplayDocTitle true/,
      /pdfuaid:part>1</,
    ]) {
      expect(raw).toMatch(mark);
    }
    expect(raw).toMatch(/\/Title \(/);
    expect(raw).toContain('<rdf:li xml:lang="x-default">Short breaks: what should change?</rdf:li>');
    const parts = ['Document', 'H1', 'H2', 'Sect', 'P', 'L', 'LI', 'LBody', 'Figure'];
    for (const part of parts) expect(raw, part).toContain(`/S /${part}\n`);
    expect(raw.match(/\/Title \(/g)?.length ?? 0).toBeGreaterThan(6);
  });

  test('what is not published is for its officers alone', async () => {
    const { id, slug } = await planConsultation(world, officer);
    const html = await officer.read(`/desk/consultations/${id}/paper`);
    expect(html.match(/<h1[^>]*>/g)).toEqual(['<h1>']);
    expect(html, 'an officer is not told to call the officers').not.toContain('No printer?');
    expect(html).toContain('Not published yet. This copy is for checking only.');
    expect((await officer.get(`/desk/consultations/${id}/paper/plain-standard.pdf`)).status).toBe(200);
    const family = world.visitor();
    for (const path of [`/consultations/${slug}/paper`, `/consultations/${slug}/paper/plain-standard.pdf`]) {
      expect((await family.get(path)).status, path).toBe(404);
    }
    const stranger = await world.signIn('officer', world.organisations.health);
    expect((await stranger.get(`/desk/consultations/${id}/paper`)).status).toBe(404);
    expect((await stranger.get(`/desk/consultations/${id}/paper/plain-standard.pdf`)).status).toBe(404);
  });

  test('Urdu is printed from the page, from right to left; its letters are more than the PDF can set', async () => {
    const { slug } = await openConsultation(world, officer);
    const family = world.visitor();
    const html = await family.read(`/consultations/${slug}/paper?edition=ur`);
    expect(html).toContain('lang="ur" dir="rtl"');
    expect(html).toContain('There is no PDF in this language');
    for (const file of ['ur-standard.pdf', 'nothing-standard.pdf']) {
      expect((await family.get(`/consultations/${slug}/paper/${file}`)).status, file).toBe(404);
    }
  });

  test('there is a PDF of the editions that the survey has, and of no other', async () => {
    const survey = {
      ...usualSurvey,
      editions: { easy: { intro: 'Tell us.' }, bsl: { title: 'Short breaks, signed' } },
    };
    const { slug } = await openConsultation(world, officer, { survey });
    const place = `/consultations/${slug}/paper`;
    const family = world.visitor();
    const statuses = { plain: 200, easy: 200, child: 404, bsl: 404, audio: 404, cy: 404, pl: 404 };
    for (const [edition, status] of Object.entries(statuses)) {
      expect((await family.get(`${place}/${edition}-standard.pdf`)).status, edition).toBe(status);
    }
    for (const [edition, file] of [
      ['easy', 'easy'],
      ['child', 'plain'],
      ['bsl', 'plain'],
    ]) {
      expect(await family.read(`${place}?edition=${edition}`)).toContain(`href="${place}/${file}-standard.pdf"`);
    }
    expect(await family.read(`${place}?edition=pl`)).not.toContain('.pdf"');
  });

  test('the page of a consultation leads to its paper', async () => {
    const { slug } = await openConsultation(world, officer);
    expect(await world.visitor().read(`/consultations/${slug}`)).toContain(`href="/consultations/${slug}/paper"`);
  });
});

describe('making PDFs', () => {
  const aFactory = () => {
    const made: string[] = [];
    const pdfs = createPdfs({ bytes: 250, waiting: 3 });
    const make = async (title: string) => {
      await new Promise(resolve => setImmediate(resolve));
      made.push(title);
      if (title === 'broken') throw new Error('No ink.');
      return Buffer.alloc(100, title);
    };
    return { made, pdfOf: (title: string) => pdfs({ title } as Paper, () => make(title)) };
  };

  test('no more than so many wait, and whoever asks for the same waits together', async () => {
    const { made, pdfOf } = aFactory();
    const all = await Promise.all(['a', 'b', 'c', 'd', 'a'].map(title => pdfOf(title)));
    expect(all.map(pdf => pdf?.toString().at(0) ?? null)).toEqual(['a', 'b', 'c', null, 'a']);
    expect(await pdfOf('d')).not.toBe(null);
    expect(made).toEqual(['a', 'b', 'c', 'd']);
  });

  test('those that were asked for last are kept, and what failed is made again', async () => {
    const { made, pdfOf } = aFactory();
    for (const title of ['a', 'b', 'a', 'c', 'a', 'b']) await pdfOf(title);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
    for (const _ of [1, 2]) await expect(pdfOf('broken')).rejects.toThrow('No ink.');
    expect(made.slice(4)).toEqual(['broken', 'broken']);
  });
});

test('the PDF has every letter of English, Welsh and Polish, and says so where it lacks some', () => {
  expect(canSet('Beth fyddai’n helpu? Tŷ, dŵr, £5 – “yes”')).toBe(true);
  expect(canSet('Zażółć gęślą jaźń, ŁÓDŹ €')).toBe(true);
  expect(canSet('آپ کا جواب')).toBe(false);
  expect(canSet('Thank you 🙂')).toBe(false);
});

test('a word may take two faces, and a long address breaks after a stroke', () => {
  expect(runsOf('dŵr', 400)).toEqual([
    { font: 'latin-400', text: 'd' },
    { font: 'latin-ext-400', text: 'ŵ' },
    { font: 'latin-400', text: 'r' },
  ]);
  const word = (width: number, glued = false) => ({ runs: [], width, glued });
  expect(linesOf([word(40), word(40), word(30)], 100, 10).map(line => line.length)).toEqual([2, 1]);
  expect(linesOf([word(50), word(50, true)], 100, 10).map(line => line.length)).toEqual([2]);
});
