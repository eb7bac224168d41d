import type { DeskHead } from '../consultations/desk-view.ts';
import { newIn } from '../surveys/compare.ts';
import type { AboutYou, Question } from '../surveys/definition.ts';
import { change, load, PATH, placeOf, readFormOf, refusedBy, STAFF, type Loaded } from '../surveys/desk-pages.ts';
import { questionOf } from '../surveys/question-page.ts';
import type { Ctx } from '../web/context.ts';
import type { Deps } from '../web/deps.ts';
import { found, notFound } from '../web/errors.ts';
import { one, readForm } from '../web/forms.ts';
import { page } from '../web/render.ts';
import { param, type Site } from '../web/site.ts';
import { addChosen, askedAs, choicesOf } from './choices.ts';
import { removeQuestion, savedQuestions, saveQuestion } from './saved.ts';

type Option = { value: string; label: string; hint: string };
type LibraryView = {
  head: DeskHead;
  version: string;
  groups: { name: string; label: string; options: Option[] }[];
  chosen: string[];
};
type KeptView = { saved: { id: string; ask: string; kind: string }[] };

const libraryPage = page<LibraryView>('library/library');
const keptPage = page<KeptView>('library/kept');

const LIBRARY = `${PATH}/library`;

/** Questions that are asked again and again: ours, and those that officers kept. */
export function registerLibraryRoutes(site: Site, deps: Deps): void {
  site.get(STAFF, LIBRARY, async (c, who) => showLibrary(c, deps, changeable(await load(c, deps, who))));

  site.post(STAFF, LIBRARY, async (c, who) => {
    const loaded = await load(c, deps, who);
    const typed = await readFormOf(c, loaded);
    const chosen = Object.entries(typed).flatMap(([name, values]) => (name.startsWith('pick') ? values : []));
    if (chosen.length === 0) return showLibrary(c, deps, loaded, { wrong: 'Choose at least one question.' });
    const offered = choicesOf(await savedQuestions(deps.db.read)).flatMap(group => group.choices);
    const picked = offered.filter(({ value }) => chosen.includes(value));
    const added: string[] = [];
    try {
      await change(deps, who, loaded, (before, published) => {
        const after = addChosen(before, picked, published);
        added.push(...newIn(before, after));
        return after;
      });
    } catch (error) {
      return showLibrary(c, deps, loaded, { chosen, wrong: refusedBy(error).join(' ') });
    }
    const [first = ''] = added;
    return c.redirect(placeOf(loaded, first, { added }), 303);
  });

  site.post(STAFF, `${LIBRARY}/kept`, async (c, who) => {
    const loaded = await load(c, deps, who);
    const question = found(questionOf(loaded, one(await readForm(c), 'question')));
    if (question.ask === '')
      return showLibrary(c, deps, loaded, { wrong: 'Write that question and save it first. Then keep it.' });
    await saveQuestion(deps.db.write, who, question, deps.now());
    return c.redirect(placeOf(loaded, question.id, { kept: true }), 303);
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
  const groups = choicesOf(await savedQuestions(deps.db.read)).map(({ name, label, choices }) => ({
    name,
    label,
    options: choices.map(choice => ({
      value: choice.value,
      ...('question' in choice ? asOption(deps, choice.question) : aboutOption(choice)),
      here: askedAs(loaded.definition, choice),
    })),
  }));
  const view = { head: loaded.head, version: loaded.version.id, groups: groups.map(withMarks), chosen };
  const errors = wrong ? { [view.groups[0]?.name ?? '']: wrong } : {};
  return libraryPage(c, view, { title: `Questions from the library: ${loaded.head.title}`, area: 'desk', errors });
}

const asOption = (deps: Deps, question: Question) => {
  const { ask, kind } = inList(deps, question);
  return { label: ask, hint: `${kind}.` };
};

const aboutOption = ({ title, about }: { title: string; about: AboutYou }) => ({
  label: `${title}: ${about.questions.length} questions`,
  hint: 'Asked after sending, of those who like to. Age, sex, gender, ethnic group, disability, religion, sexual orientation.',
});

/** What a survey has already says where. */
const withMarks = (group: { name: string; label: string; options: (Option & { here: string })[] }) => ({
  ...group,
  options: group.options.map(({ here, ...option }) => ({
    ...option,
    hint: here ? `In this survey already: ${here}. ${option.hint}` : option.hint,
  })),
});
