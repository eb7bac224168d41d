import { afterAll, beforeAll, expect, test } from 'vitest';
import { urgentIn } from '../../src/charters/urgent-rules.ts';
import { confidentialities, type Plan } from '../../src/consultations/plan.ts';
import { planIn } from '../../src/consultations/said-rules.ts';
import { start } from '../../src/demo/content/clubs-start.ts';
import { withContactLinks } from '../../src/web/addresses.ts';
import { readingCookie } from '../../src/web/reading.ts';
import { createSay, loadMessages } from '../../src/words/catalogue.ts';
import type { Edition } from '../../src/words/editions.ts';
import { onBothDatabases } from '../support/databases.ts';
import { createDemoWorld, type DemoWorld } from '../support/demo-world.ts';

onBothDatabases('what a consultation says of itself', dialect => {
  let world: DemoWorld;
  beforeAll(async () => void (world = await createDemoWorld(dialect)));
  afterAll(() => world.close());

  const reader = (edition: Edition) => {
    const visitor = world.visitor();
    visitor.cookies.set(readingCookie, { value: `normal.normal.paper.${edition}`, path: '/' });
    return visitor;
  };
  const { easy, ur } = start as Record<'easy' | 'ur', Record<string, string>>;

  test('stands in the edition that its reader chose, on its page and on cards', async () => {
    for (const [edition, said] of [
      ['easy', easy],
      ['ur', ur],
    ] as const) {
      const page = await reader(edition).read('/consultations/clubs');
      expect(page).toContain(`<h1>${said.title}</h1>`);
      for (const name of ['purpose', 'audience', 'canChange', 'confidentialityWords'])
        expect(page).toContain(said[name]);
      for (const path of ['/', '/consultations', '/other-formats']) {
        expect(await reader(edition).read(path), path).toContain(`>${said.title}</a>`);
      }
    }
  });

  test('comes first among those that are open where it is in the reader’s edition, and by date in plain English', async () => {
    const first = async (edition: Edition) =>
      /href="\/consultations\/([\w-]+)"/.exec((await reader(edition).read('/')).split('id="open-now"')[1] ?? '')?.[1];
    expect(await first('easy')).toBe('clubs');
    expect(await first('ur')).toBe('clubs');
    expect(await first('plain')).toBe('speech-and-language-therapy');
  });

  test('stands in that edition before the first question, on the poster and where families answer together', async () => {
    const page = await reader('ur').read('/consultations/clubs/answer');
    for (const name of ['title', 'confidentialityWords']) expect(page).toContain(ur[name]);
    expect(page).toContain(withContactLinks(ur['urgentWords'] ?? ''));
    expect(page).toContain('<a class="nowrap" dir="ltr" href="tel:01632960150">01632 960 150</a>');
    for (const path of ['poster', 'together', 'news', 'paper']) {
      expect(await reader('ur').read(`/consultations/clubs/${path}`), path).toContain(ur['title']);
    }
  });

  test('says in the reader’s language what to do in danger, where the partnership wrote it in English alone', async () => {
    for (const edition of ['cy', 'pl', 'ur', 'easy', 'child'] as const) {
      const say = createSay(edition);
      const call = withContactLinks(say('consultations.urgent.child', { phone: '01632 960 150' }));
      for (const path of ['/help', '/consultations/short-breaks/answer', '/consultations/short-breaks/paper']) {
        const page = await reader(edition).read(path);
        expect(page, path).toContain(say('consultations.urgent.danger'));
        if (!path.endsWith('paper')) expect(page, path).toContain(call);
        expect(page, path).not.toContain('Brackenshire children’s services');
      }
    }
    const plain = await reader('plain').read('/help');
    expect(plain).toContain('Brackenshire children’s services');
  });

  test('stays in English, and says so, where an edition lacks it', async () => {
    const page = await reader('cy').read('/consultations/clubs');
    expect(page).toContain(`<h1>${start.cy?.title}</h1>`);
    expect(page).toContain('<span lang="en" dir="ltr">Which clubs we start');
    expect(await reader('ur').read('/consultations/short-breaks')).toMatch(/<h1><span lang="en" dir="ltr">/);
  });

  test('says on the page and before the first question where the questions are not in the edition that was chosen', async () => {
    for (const [edition, key] of [
      ['ur', 'language'],
      ['easy', 'easy'],
      ['child', 'other'],
    ] as const) {
      const words = createSay(edition)(`journey.not-in.${key}`);
      for (const path of ['', '/answer']) {
        expect(await reader(edition).read(`/consultations/short-breaks${path}`)).toContain(words);
        expect(await reader(edition).read(`/consultations/clubs${path}`)).not.toContain(words);
      }
    }
    expect(await reader('plain').read('/consultations/short-breaks')).not.toContain(
      createSay('plain')('journey.not-in.other'),
    );
  });

  test('each question that is in English alone says so, beside the words of ours that are not', async () => {
    const question = (edition: Edition, slug: string) => reader(edition).read(`/consultations/${slug}/answer/q1`);
    for (const edition of ['ur', 'pl', 'cy'] as const) {
      const words = createSay(edition)('responses.question.in-english');
      const page = await question(edition, 'short-breaks');
      expect(page).toMatch(/<h1><span lang="en" dir="ltr">/);
      expect(page).toContain(words);
      expect(await question(edition, 'clubs')).not.toContain(words);
    }
    const english = createSay('plain')('responses.question.in-english');
    for (const edition of ['plain', 'easy'] as const) expect(await question(edition, 'clubs')).not.toContain(english);
  });

  test('is named on paper with its version, with its faces and its drawings, on the page and in the PDF', async () => {
    const paper = await reader('easy').read('/consultations/clubs/paper');
    expect(paper).toContain('<p>Easy Read: short words. Version 1 of the questions.</p>');
    expect(paper).toMatch(/class="paper-picture"[^>]*alt="A happy face and a sad face"/);
    expect(paper.match(/<svg class="face"/g)).toHaveLength(5);
    const plain = await reader('plain').read('/consultations/clubs/paper');
    expect(plain).toContain('<p>Plain English. Version 1 of the questions.</p>');
    expect(plain).not.toContain('paper-picture');

    const pdf = async (edition: string) => {
      const response = await world.visitor().get(`/consultations/clubs/paper/${edition}-standard.pdf`);
      expect(response.status).toBe(200);
      return Buffer.from(await response.arrayBuffer()).toString('latin1');
    };
    // 15 questions have a drawing; one is asked of three things.
    expect((await pdf('easy')).match(/\/Subtype \/Image/g)?.length).toBeGreaterThanOrEqual(15);
    expect(await pdf('plain')).not.toContain('/Subtype /Image');
  });

  test('is marked on its card, and can be chosen on the start page', async () => {
    const cards = (html: string) => html.split('<article class="card">').slice(1);
    for (const [edition, name] of [
      ['easy', 'Easy Read: short words'],
      ['ur', 'اردو'],
    ] as const) {
      for (const path of ['/', '/consultations']) {
        const marked = cards(await reader(edition).read(path)).filter(card => card.includes(`<li>${name}</li>`));
        expect(marked, path).toHaveLength(1);
        expect(marked[0]).toContain('href="/consultations/clubs"');
      }
    }
    const plain = await reader('plain').read('/');
    expect(plain).toContain('name="language" value="easy" lang="en">Easy Read: short words</button>');
    expect(await reader('ur').read('/')).not.toContain('class="editions"');
  });

  test('can be chosen on its page, and leads back there', async () => {
    const visitor = world.visitor();
    expect(await visitor.read('/consultations/clubs')).toContain(
      '<button class="link-button" type="submit" name="language" value="easy"',
    );
    await visitor.post('/language', { language: 'easy', back: '/consultations/clubs' });
    expect(await visitor.read('/consultations/clubs')).toContain(`<h1>${easy.title}</h1>`);
  });
});

const plan = {
  title: 'Breaks',
  confidentiality: 'team-only',
  supportLinks: 'A helpline: https://help.example',
} as Plan;

test('a usual sentence about who sees the answers comes in every language, and is the same in English', () => {
  for (const [name, words] of Object.entries(confidentialities)) {
    const usual = { ...plan, confidentiality: name, confidentialityWords: words };
    expect(planIn(usual, {}, createSay('plain')).confidentialityWords).toBe(words);
    const welsh = loadMessages('cy')[`consultations.confidentiality.${name}`];
    expect(planIn(usual, {}, createSay('cy')).confidentialityWords).toBe(welsh);
  }
  const own = { ...plan, confidentialityWords: 'Only Ann reads it.' };
  expect(planIn(own, {}, createSay('cy')).confidentialityWords).toBe(createSay('cy').written('Only Ann reads it.'));
});

test('without a number to call about a child, the partnership’s own words say the rest', () => {
  const [welsh, own] = [createSay('cy'), 'Call 999. Call our team.'];
  const danger = welsh('consultations.urgent.danger');
  expect(urgentIn({ urgentWords: own, childPhone: '' }, welsh)).toBe(`${danger} ${welsh.written(own)}`);
  expect(urgentIn({ urgentWords: own, childPhone: '01632 960 150' }, createSay('plain'))).toBe(own);
});

test('places of support, the warning and the reason of ‘about you’ are said in the edition too', () => {
  const own = { contentWarning: 'Trist.', supportLinks: 'Llinell gymorth: https://cymorth.example', why: 'Achos.' };
  const definition = { editions: { cy: own }, about: { why: 'Because.', questions: [] } };
  const { contentWarning, support, why } = planIn({ ...plan, contentWarning: 'Sad.' }, definition, createSay('cy'));
  expect({ contentWarning, support, why }).toEqual({
    contentWarning: 'Trist.',
    support: [{ words: 'Llinell gymorth', href: 'https://cymorth.example' }],
    why: 'Achos.',
  });
  expect(planIn(plan, definition, createSay('pl')).why).toBe(createSay('pl').written('Because.'));
});
