import type { DeskHead } from '../consultations/desk-view.ts';
import type { Definition, Question } from '../surveys/definition.ts';
import { change, load, PATH, readFormOf, refusedBy, STAFF, surveyOf, type Loaded } from '../surveys/desk-pages.ts';
import { questionOf } from '../surveys/question-page.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { one, readForm } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { equality, sets } from './content/index.ts';
import { addAbout, addQuestions } from './library-rules.ts';
import { removeQuestion, savedQuestions, saveQuestion, type Saved } from './saved.ts';

type Choice = { value: string; label: string; hint: string };
type LibraryView = {
  head: DeskHead;
  version: string;
  groups: { name: string; label: string; options: Choice[] }[];
  chosen: string[];
  wrong: string;
  kept: boolean;
};
type KeptView = { saved: { id: string; ask: string; kind: string }[] };

const libraryPage = page<LibraryView>('library/library');
const keptPage = page<KeptView>('library/kept');

const LIBRARY = `${PATH}/library`;
const ABOUT = `about ${equality.key}`;

/** Questions that are asked again and again: ours, and those that officers kept. */
export function registerLibraryRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, LIBRARY, async (c, who) => showLibrary(c, deps, changeable(await load(c, deps, who))));

  site.post(STAFF, LIBRARY, async (c, who) => {
    const loaded = await load(c, deps, who);
    const chosen = Object.entries(await readFormOf(c, loaded)).flatMap(([name, values]) =>
      name.startsWith('pick') ? values : [],
    );
    if (chosen.length === 0) return showLibrary(c, deps, loaded, { wrong: 'Choose at least one question.' });
    const saved = await savedQuestions(deps.db.read);
    try {
      await change(deps, who, loaded, (definition, published) => add(definition, { chosen, saved }, published));
    } catch (error) {
      return showLibrary(c, deps, loaded, { chosen, wrong: refusedBy(error).join(' ') });
    }
    return c.redirect(surveyOf(loaded), 303);
  });

  site.post(STAFF, `${LIBRARY}/kept`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const question = found(questionOf(loaded, one(await readForm(c), 'question')));
    if (question.ask === '')
      return showLibrary(c, deps, loaded, { wrong: 'Write that question and save it first. Then keep it.' });
    await saveQuestion(deps.db.write, who, question, deps.now());
    return c.redirect(loaded.isFixed ? '/desk/library' : `${surveyOf(loaded)}/library?kept=yes`, 303);
  });

  site.get(STAFF, '/desk/library', async c => {
    const saved = await savedQuestions(deps.db.read);
    const view = { saved: saved.map(({ id, question }) => ({ id, ...inList(deps, question) })) };
    return keptPage(c, view, { title: 'Questions that were kept', area: 'desk' });
  });

  site.post(STAFF, '/desk/library/:saved/removal', async (c, who) => {
    await readForm(c);
    if (!(await removeQuestion(deps.db.write, who, param(c, 'saved'), deps.now()))) throw notFound();
    return c.redirect('/desk/library', 303);
  });
}

function changeable(loaded: Loaded): Loaded {
  if (loaded.isFixed) throw notFound();
  return loaded;
}

/** In the order of the page, whatever order a form names them in. */
function add(
  definition: Definition,
  { chosen, saved }: { chosen: readonly string[]; saved: readonly Saved[] },
  published: readonly Definition[],
): Definition {
  const ours = sets.flatMap(({ key, questions }) =>
    questions.map(question => ({ value: `${key} ${question.id}`, question })),
  );
  const all = [...ours, ...saved.map(({ id, question }) => ({ value: `saved ${id}`, question }))];
  const questions = all.filter(({ value }) => chosen.includes(value)).map(({ question }) => question);
  const added = addQuestions(definition, questions, published);
  return chosen.includes(ABOUT) ? addAbout(added, equality.about, published) : added;
}

const inList = ({ say }: Deps, question: Question) => ({
  ask: question.ask || 'Not written yet',
  kind: say(`surveys.kind.${question.kind}`),
});

type Shown = { chosen?: string[]; wrong?: string };

async function showLibrary(
  c: Ctx,
  deps: Deps,
  loaded: Loaded,
  { chosen = [], wrong = '' }: Shown = {},
): Promise<Response> {
  const choiceOf = (value: string, question: Question): Choice => {
    const { ask, kind } = inList(deps, question);
    return { value, label: ask, hint: kind };
  };
  const saved = await savedQuestions(deps.db.read);
  const ours = sets.map(({ key, title, questions }) => ({
    name: `pick-${key}`,
    label: title,
    options: questions.map(question => choiceOf(`${key} ${question.id}`, question)),
  }));
  const about = {
    value: ABOUT,
    label: `${equality.title}: ${equality.about.questions.length} questions`,
    hint: 'Asked after sending, of those who like to. Age, sex, gender, ethnic group, disability, religion, sexual orientation.',
  };
  const kept = {
    name: 'pick-saved',
    label: 'Kept by your team and others',
    options: saved.map(({ id, question }) => choiceOf(`saved ${id}`, question)),
  };
  const view = {
    head: loaded.head,
    version: loaded.version.id,
    groups: [
      ...ours,
      { name: 'pick-about', label: 'About you', options: [about] },
      ...(saved.length > 0 ? [kept] : []),
    ],
    chosen,
    wrong,
    kept: c.req.query('kept') !== undefined,
  };
  const errors = wrong ? { [view.groups[0]?.name ?? '']: wrong } : {};
  return libraryPage(c, view, { title: `Questions from the library: ${loaded.head.title}`, area: 'desk', errors });
}
