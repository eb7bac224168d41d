import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { usualPeople, usualPlan, type Officer } from '../support/consultations.ts';
import { onBothDatabases } from '../support/databases.ts';
import { hidden } from '../support/families.ts';
import { createWorld, type World } from '../support/world.ts';
import { savePeople, savePlan } from '../../src/consultations/save-plan.ts';
import { findConsultation, latestVersion } from '../../src/consultations/queries.ts';
import { runImport } from '../../src/imports/run.ts';
import { pagesOf } from '../../src/surveys/pages.ts';
import { choices, readDefinition, type Question } from '../../src/surveys/definition.ts';
import { lssSurveyOf } from './lss-fixture.ts';

const lists = { parts: ['A', 'B', 'C'], columns: ['X', 'Y'], options: ['A', 'B', 'C', 'D'] };
const everyType = [...'LO!5YGMPABCEFH1NKDSTUQ;:RX'].map((type, at) => ({
  code: `Q${at}`,
  type,
  ...lists,
  ...(at > 2 && at % 3 === 0 ? { relevance: at % 2 ? 'Q0 == "A"' : 'Q0 != "B" and !is_empty(Q1)' } : {}),
  mandatory: at % 4 === 0 ? 'Y' : 'N',
  group: at < 12 ? '1' : '2',
}));
const theirs = lssSurveyOf(everyType, {
  groups: [
    { gid: '1', relevance: '' },
    { gid: '2', relevance: 'Q0 != "C"' },
  ],
});

onBothDatabases('a survey of every type that came from LimeSurvey', dialect => {
  let world: World;
  let officer: Officer;
  let folder: string;
  beforeAll(async () => {
    world = await createWorld(dialect);
    officer = await world.signIn('officer');
    folder = await mkdtemp(join(tmpdir(), 'said-and-done-walk-'));
    await writeFile(join(folder, 'theirs.lss'), theirs);
  });
  afterAll(async () => {
    await world?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('opens in the builder, is published, and is answered to the end whatever is answered', async () => {
    const { id, slug, questions } = await bring('theirs.lss');
    const survey = await officer.read(`/desk/consultations/${id}/survey`);
    for (const question of questions) {
      expect(survey).toContain(`id="${question.id}"`);
      expect((await officer.get(`/desk/consultations/${id}/survey/questions/${question.id}`)).status).toBe(200);
    }
    const published = await officer.post(`/desk/consultations/${id}/publication`);
    expect(published.status).toBe(303);
    const pages = new Map(pagesOf({ questions }).map(page => [page.id, page.question]));
    const lengths = [];
    for (let seed = 1; seed <= 12; seed++) lengths.push(await walk(slug, pages, chanceFrom(seed)));
    expect(Math.min(...lengths)).toBeLessThan(Math.max(...lengths));
  });

  /** A file by the command, with the plan that publishing asks for. */
  async function bring(file: string): Promise<{ id: string; slug: string; questions: Question[] }> {
    const lines: string[] = [];
    const { db, deps } = world;
    const print = (line: string) => void lines.push(line);
    await runImport({ db, config: deps.config, now: deps.now, print, folder }, [file]);
    const id = /consultations\/([^/]+)\/survey$/.exec(lines.at(-1) ?? '')?.[1] ?? '';
    const who = { id: officer.personId };
    const { title: _title, ...plan } = usualPlan(deps.today());
    await savePlan(db.write, who, id, plan, deps.now());
    await savePeople(db.write, who, id, usualPeople, deps.now());
    const slug = (await findConsultation(db.read, id))?.slug ?? '';
    const { questions } = readDefinition((await latestVersion(db.read, id))?.definition ?? '');
    return { id, slug, questions };
  }

  /** Answers by chance until all is sent; gives how many pages that took. */
  async function walk(slug: string, pages: ReadonlyMap<string, Question>, chance: Chance): Promise<number> {
    const family = world.visitor();
    const base = `/consultations/${slug}/answer`;
    let path = `${base}/${[...pages.keys()][0] ?? ''}`;
    let steps = 0;
    for (; !path.endsWith('/check') && steps < 1_000; steps++) {
      const question = pages.get(path.split('/').at(-1) ?? '');
      const html = await family.read(path);
      // After the last one: 'May we quote your words?'
      const answers = question ? answerTo(question, chance) : {};
      const response = await family.post(path, { ...answers, draft: hidden(html, 'draft') });
      if (response.status !== 303) throw new Error(`${path} answered ${response.status}.`);
      path = (response.headers.get('location') ?? '').split('?')[0] ?? '';
    }
    const draft = hidden(await family.read(`${base}/check`), 'draft');
    expect((await family.post(`${base}/sending`, { draft })).status).toBe(303);
    return steps;
  }
});

type Chance = (most: number) => number;

/** The same numbers for the same seed, each below `most`. */
function chanceFrom(seed: number): Chance {
  let state = seed;
  return most => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

const say = (key: string) => key;

function answerTo(question: Question, chance: Chance): Record<string, string | string[]> {
  if (question.kind === 'information' || (!question.required && chance(4) === 0)) return {};
  const offered = choices(question, say).map(choice => choice.id);
  const some = (): string => offered[chance(offered.length)] ?? '';
  switch (question.kind) {
    case 'choose-many':
      return { answer: [some()] };
    case 'top-three':
      return { 'answer-1': some() };
    case 'number':
      return {
        answer: String((question.min ?? 0) + chance(Math.min(9, (question.max ?? 9) - (question.min ?? 0) + 1))),
      };
    case 'date':
      return { 'answer-day': '3', 'answer-month': '6', 'answer-year': String(1950 + chance(70)) };
    case 'short-text':
    case 'long-text':
      return { answer: `Words ${chance(1_000)}` };
    default:
      return { answer: some() };
  }
}
