/** Words of an edition that came along with a survey count as written for the original that they came with. */
import type { Edition } from '../words/editions.ts';
import { everyQuestion } from './compare.ts';
import type { Definition, EditionStart, Question } from './definition.ts';
import {
  allTextsOf,
  isSame,
  isSeenOrHeard,
  originalsOf,
  textsOfStart,
  type StartOriginal,
  type Text,
} from './edition-texts-rules.ts';
import type { EditionWords } from './kinds/kind.ts';

type Originals = Record<string, string>;

/** The changed survey, whose words keep in mind the original of before wherever that was changed and they were not. */
export function keepMarks(before: Definition, after: Definition): Definition {
  const was = new Map(everyQuestion(before).map(each => [each.id, each]));
  const marked = (question: Question) => markedQuestion(was.get(question.id), question);
  const { about } = after;
  return {
    ...after,
    questions: after.questions.map(marked),
    ...(about ? { about: { ...about, questions: about.questions.map(marked) } } : {}),
  };
}

function markedQuestion(before: Question | undefined, after: Question): Question {
  if (!before || !after.editions) return after;
  const editions = (Object.entries(after.editions) as [Edition, EditionWords][]).map(([edition, own]) => {
    const was = before.editions?.[edition] ?? {};
    const texts = { was: allTextsOf(before, was), is: allTextsOf(after, own) };
    const writtenFor = isSeenOrHeard(edition)
      ? marksOfMedia(was, own, texts)
      : marksOf(was.writtenFor, own.writtenFor, texts);
    return [edition, withMarks(own, writtenFor)] as const;
  });
  return { ...after, editions: Object.fromEntries(editions) };
}

type Texts = { was: readonly Text[]; is: readonly Text[] };

function marksOf(old: Originals = {}, kept: Originals = {}, { was, is }: Texts): Originals {
  const marks = is.flatMap(({ name, own, original }): [string, string][] => {
    const before = was.find(each => each.name === name);
    const isLeftOver = kept[name] === old[name] && kept[name] !== original;
    const first = before && before.original !== original ? before.original : undefined;
    // New words may have been written elsewhere than beside the original, and still have the mark of the old ones.
    const mark = own === before?.own ? (kept[name] ?? old[name] ?? first) : isLeftOver ? undefined : kept[name];
    return own !== '' && mark !== undefined ? [[name, mark]] : [];
  });
  return Object.fromEntries(marks);
}

/** A video or a recording says all of a question at once. */
function marksOfMedia(was: EditionWords, own: EditionWords, texts: Texts): Originals {
  if (own.writtenFor || own.media === undefined || own.media !== was.media) return own.writtenFor ?? {};
  const [before, now] = [texts.was, texts.is].map(originalsOf);
  return was.writtenFor ?? (isSame(before, now) ? {} : (before ?? {}));
}

/** What the first pages say in each edition, with the plan for which it was written: it is not kept with the survey. */
export function markStarts(definition: Definition, original: StartOriginal): Definition {
  if (!definition.editions) return definition;
  const starts = (Object.entries(definition.editions) as [Edition, EditionStart][]).map(([edition, own]) => {
    if (edition === 'plain') return [edition, own] as const;
    const said = textsOfStart(original, own).filter(each => each.own !== '');
    return [edition, withMarks(own, { ...originalsOf(said), ...own.writtenFor })] as const;
  });
  return { ...definition, editions: Object.fromEntries(starts) };
}

function withMarks<Own extends EditionWords | EditionStart>(own: Own, marks: Originals): Own {
  if (isSame(own.writtenFor ?? {}, marks)) return own;
  const { writtenFor: _old, ...rest } = own;
  return (Object.keys(marks).length > 0 ? { ...rest, writtenFor: marks } : rest) as Own;
}
