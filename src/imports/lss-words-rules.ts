/** The words of a question of LimeSurvey, and what can be chosen in it, at the length that is taken here. */
import { nextOptionId, type Question } from '../surveys/definition.ts';
import type { Lost } from './import-rules.ts';
import type { Kit } from './lss-made-rules.ts';
import type { LssOption, LssQuestion } from './lss-survey-rules.ts';
import { editionsOf, plainOf, type Texts, type Tongues } from './said-rules.ts';

/** What a definition takes. */
export const MOST = { ask: 300, hint: 500, body: 10_000, option: 200, options: 60 };

type OptionWords = ReadonlyMap<string, Texts>;

/** The page with its question, hint and options in every edition. */
export function worded(made: Question, ask: Texts, question: LssQuestion, kit: Kit, options: OptionWords = new Map()) {
  const { tongues } = kit;
  const left: Lost[] = [];
  const fit = (words: string, most: number, what: string) => {
    if (words.length > most) left.push(tooLong(words, most, what));
    return cut(words.replaceAll('\n', ' '), most);
  };
  const hint = fit(plainOf(question.help, tongues), MOST.hint, 'the help text');
  const editions = new Map<string, Record<string, unknown>>();
  const say = (edition: string, own: Record<string, unknown>) =>
    editions.set(edition, { ...editions.get(edition), ...own });
  for (const [edition, words] of editionsOf(ask, tongues))
    say(edition, { ask: fit(words, MOST.ask, `the question (${edition})`) });
  for (const [edition, words] of editionsOf(question.help, tongues)) {
    say(edition, { hint: fit(words, MOST.hint, `the help text (${edition})`) });
  }
  for (const [id, texts] of options) {
    for (const [edition, words] of editionsOf(texts, tongues)) {
      const before = editions.get(edition)?.options as Record<string, string> | undefined;
      say(edition, { options: { ...before, [id]: fit(words, MOST.option, `an answer (${edition})`) } });
    }
  }
  const page = {
    ...made,
    ask: fit(plainOf(ask, tongues), MOST.ask, 'the question'),
    ...(hint ? { hint } : {}),
    ...(question.mandatory ? { required: true as const } : {}),
    ...(editions.size > 0 ? { editions: Object.fromEntries(editions) } : {}),
  } as Question;
  return { page, left };
}

export const tooLong = (words: string, most: number, what: string): Lost => ({
  what: `the end of ${what}, which is longer than ${most} characters: ‘…${words.slice(most - 1)}’`,
  todo: 'Say it in fewer words, or put the rest on a page to read.',
});

export const cut = (words: string, most: number): string =>
  words.length > most ? `${words.slice(0, most - 1)}…` : words;

/** 'How often do you use it? The library' */
export function joined(ask: Texts, part: Texts, tongues: Tongues, between = ' '): Texts {
  const languages = new Set([...ask.keys(), ...part.keys()]);
  const whole = (language: string) => [ask, part].map(texts => texts.get(language) ?? plainOf(texts, tongues));
  return new Map([...languages].map(language => [language, whole(language).join(between).trim()]));
}

const RESERVED = new Set(['ns', 'none', 'pn']);

/** Their codes stay where they can: in small letters, and unlike any of our own. */
export function optionsOf(options: readonly LssOption[], tongues: Tongues) {
  const codes = new Map<string, string>();
  const words = new Map<string, Texts>();
  const taken = options.slice(0, MOST.options);
  for (const option of taken) {
    const wish = option.code.toLowerCase();
    const used = [...codes.values()];
    const isFree = /^[a-z0-9]{1,12}$/.test(wish) && !RESERVED.has(wish) && !used.includes(wish);
    const id = isFree ? wish : nextOptionId(used);
    codes.set(option.code, id);
    words.set(id, option.words);
  }
  const long = taken.map(option => plainOf(option.words, tongues)).filter(said => said.length > MOST.option);
  const list = [...words].map(([id, texts]) => ({ id, words: cut(plainOf(texts, tongues) || id, MOST.option) }));
  const left: Lost[] = [
    ...long.map(said => tooLong(said, MOST.option, 'an answer')),
    ...options.slice(MOST.options).map(option => ({
      what: `the answer ‘${plainOf(option.words, tongues)}’ (${option.code}): ${MOST.options} are the most`,
      todo: 'Part the question into two.',
      counts: { options: 1 },
    })),
  ];
  return { list, codes, words, left };
}
