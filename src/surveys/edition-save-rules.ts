/** What was typed beside the original, as words of an edition. Words that somebody else changed meanwhile are never lost. */
import type { Edition } from '../words/editions.ts';
import { sentence } from '../words/phrase-rules.ts';
import { editionStart, kinds, type Definition, type EditionStart, type Question } from './definition.ts';
import {
  allTextsOf,
  isSeenOrHeard,
  originalsOf,
  textsOf,
  textsOfStart,
  type StartOriginal,
  type Text,
} from './edition-texts-rules.ts';
import { fingerprint } from './fingerprint-rules.ts';
import type { EditionWords } from './kinds/kind.ts';

type Typed = Record<string, string[] | undefined>;
/** What a part says, by the names of its texts; `media` is the id of its file. */
type Said = Record<string, string>;
type Errors = Record<string, string>;

/** The part of the form that holds what the consultation says of itself. Others go by their question's id. */
export const START = 'start';

/** A mark of what the form shows of a part, by which a later change by somebody else is noticed. */
export const shownMark = (texts: readonly Text[], media = ''): string => fingerprint(saidOf(texts, media));

const saidOf = (texts: readonly Text[], media: string): Said =>
  Object.fromEntries([...texts.map(({ name, own }) => [name, own]), ['media', media]].filter(([, own]) => own !== ''));

/** The survey with what was typed of one edition, and what is wrong, by field. A part that was not on the form stays. */
export function saveEdition(
  definition: Definition,
  edition: Edition,
  original: StartOriginal,
  typed: Typed,
): { definition: Definition; errors: Errors } {
  const errors: Errors = {};
  const change = (question: Question) => changedQuestion(question, edition, typed, errors);
  const start = definition.editions?.[edition];
  const { about } = definition;
  const saved: Definition = {
    ...definition,
    questions: definition.questions.map(change),
    ...(about ? { about: { ...about, questions: about.questions.map(change) } } : {}),
    ...(start ? { editions: { ...definition.editions, [edition]: changedStart(start, original, typed, errors) } } : {}),
  };
  return { definition: saved, errors };
}

function changedQuestion(question: Question, edition: Edition, typed: Typed, errors: Errors): Question {
  const own = question.editions?.[edition] ?? {};
  const texts = textsOf(question, own);
  const said = newWords(question.id, texts, own.media ?? '', typed, errors);
  if (!said) return question;
  const words = wordsOf(question, own, said);
  const { [edition]: _old, ...others } = question.editions ?? {};
  const isEmpty = Object.keys(words).length === 0;
  const marks = isSeenOrHeard(edition)
    ? originalsOf(allTextsOf(question))
    : { ...hidden(own.writtenFor, texts), ...marksOf(texts, said, isConfirmed(question.id, typed)) };
  const editions = isEmpty ? others : { ...others, [edition]: { ...words, writtenFor: marks } };
  const { editions: _before, ...rest } = question;
  const candidate = Object.keys(editions).length > 0 ? { ...rest, editions } : rest;
  const parsed = kinds[question.kind].schema.safeParse(candidate);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) {
    const [, , part = 'ask', which] = path;
    const name = part === 'options' || part === 'points' ? `${part.slice(0, -1)}-${String(which)}` : String(part);
    errors[`${question.id}-${name}`] ??= sentence(message);
  }
  return question;
}

/** Each text that is said is written for what the original says now; what was not touched keeps the one it had. */
const marksOf = (texts: readonly Text[], said: Said, confirmed: boolean): Said =>
  Object.fromEntries(
    texts
      .filter(({ name }) => said[name])
      .map(({ name, own, original, before }) => [
        name,
        !confirmed && said[name] === own ? (before ?? original) : original,
      ]),
  );

const isConfirmed = (id: string, typed: Typed): boolean => typed['same']?.includes(id) ?? false;

/** Marks of words that the form does not show. */
const hidden = (marks: Said = {}, texts: readonly Text[]): Said =>
  Object.fromEntries(Object.entries(marks).filter(([name]) => !texts.some(each => each.name === name)));

/** What the form does not show stays: a hint, say, that the original does not have any more. */
function wordsOf(question: Question, own: EditionWords, said: Said): EditionWords {
  const names = textsOf(question).map(each => each.name);
  const { options: _options, points: _points, writtenFor: _mark, media: _media, ...others } = own;
  const kept = Object.fromEntries(Object.entries(others).filter(([name]) => !names.includes(name)));
  const of = (start: string) => names.filter(name => name.startsWith(start));
  const options = of('option-').flatMap(name => (said[name] ? [[name.slice(7), said[name]] as const] : []));
  const points = of('point-').map(name => said[name] ?? '');
  const simple = Object.fromEntries(['ask', 'hint', 'body', 'unit', 'media'].map(name => [name, said[name]]));
  return {
    ...kept,
    ...Object.fromEntries(Object.entries(simple).filter(([, words]) => words !== undefined)),
    ...(options.length > 0 ? { options: Object.fromEntries(options) } : {}),
    ...(points.some(each => each !== '') ? { points } : {}),
  };
}

function changedStart(own: EditionStart, original: StartOriginal, typed: Typed, errors: Errors): EditionStart {
  const texts = textsOfStart(original, own);
  const said = newWords(START, texts, '', typed, errors);
  if (!said) return own;
  const marked = { ...said, writtenFor: marksOf(texts, said, isConfirmed(START, typed)) };
  const parsed = editionStart.safeParse(Object.keys(said).length > 0 ? marked : {});
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) errors[`${START}-${String(path[0])}`] ??= sentence(message);
  return own;
}

/** What a part is to say from now on; null when it stays as it is. */
function newWords(id: string, texts: readonly Text[], media: string, typed: Typed, errors: Errors): Said | null {
  const was = typed[`was-${id}`]?.[0];
  if (was === undefined) return null;
  const seen = saidOf(onForm(id, texts, typed), media);
  const kept = saidOf(texts, media);
  const now = typedIn(id, texts, media, typed);
  if (fingerprint(now) === fingerprint(kept)) return isConfirmed(id, typed) ? now : null;
  // Nothing was typed here: what somebody else wrote meanwhile stands.
  if (!wasTouched(id, texts, media, typed)) return null;
  if (fingerprint(seen) === was) return now;
  const other = [...texts, { name: 'media', own: media }].find(({ name }) => (kept[name] ?? '') !== (now[name] ?? ''));
  const theirs = other?.own ? `‘${other.own}’` : 'nothing';
  errors[`${id}-${other?.name ?? ''}`] =
    `Somebody else changed this meanwhile. It says ${theirs} now. Save again to put your words in its place.`;
  return null;
}

/** `fill`: the part, or the whole page, whose empty texts are all the same. */
const isAlike = (id: string, name: string, { alike, fill }: Typed): boolean =>
  alike?.includes(name) || fill?.includes(id) || fill?.includes('page') || false;

/** What was typed of a part, and otherwise what it says. `alike`: the texts that are the same in this edition. */
export const typedIn = (id: string, texts: readonly Text[], media: string, typed: Typed): Said =>
  saidOf(
    texts.map(each => {
      const name = `${id}-${each.name}`;
      const own = typed[name]?.[0]?.trim() ?? each.own;
      return { ...each, own: own === '' && isAlike(id, name, typed) ? each.original : own };
    }),
    typed[`${id}-media`]?.[0] ?? media,
  );

/** Whether anything was typed in a part that the form showed. */
export const wasTouched = (id: string, texts: readonly Text[], media: string, typed: Typed): boolean =>
  typed[`was-${id}`] !== undefined &&
  fingerprint(typedIn(id, onForm(id, texts, typed), media, typed)) !== typed[`was-${id}`]?.[0];

/** The form may show some texts alone. */
const onForm = (id: string, texts: readonly Text[], typed: Typed): Text[] =>
  texts.filter(({ name }) => typed[`${id}-${name}`] !== undefined);

/** An edition is offered: what questions said in it before is said again. */
export const offerEdition = (definition: Definition, edition: Edition): Definition => ({
  ...definition,
  editions: { ...definition.editions, [edition]: definition.editions?.[edition] ?? {} },
});

/** It is not offered any more. What the questions say in it is kept; what the first pages said goes. */
export function stopOffering(definition: Definition, edition: Edition): Definition {
  const { [edition]: _gone, ...others } = definition.editions ?? {};
  const { editions: _before, ...rest } = definition;
  return Object.keys(others).length > 0 ? { ...rest, editions: others } : rest;
}
