import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { createSay, loadMessages } from '../../src/words/catalogue.ts';
import { languages, type Language } from '../../src/words/editions.ts';

/** What only staff read, or goes out by mail, is in English alone. Everything else that families may meet is in every language. */
const ENGLISH_ALONE = [
  /^acknowledgements\./,
  /^mail\./,
  /^consultations\.mail\./,
  /^outcomes\.(mail|step-mail)\./,
  /^sign-in\.(mail|welcome|link-over\.set-up)\./,
  /^surveys\.(bin|kind|sentence)\./,
];

const english = loadMessages('en');
const wanted = Object.keys(english).filter(key => !ENGLISH_ALONE.some(pattern => pattern.test(key)));
const others = (Object.keys(languages) as Language[]).filter(language => language !== 'en');

type Element = ReturnType<InstanceType<typeof IntlMessageFormat>['getAst']>[number];

const parse = (words: string): Element[] => new IntlMessageFormat(words, 'en', undefined, { ignoreTag: true }).getAst();
const isPlural = (element: Element) => 'pluralType' in element;
const LITERAL = 0;

/** The names that a message fills in. */
function placeholders(words: string): string[] {
  const found = new Set<string>();
  const look = (elements: Element[]): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== LITERAL) found.add(element.value);
      if ('options' in element) for (const option of Object.values(element.options)) look(option.value);
    }
  };
  look(parse(words));
  return [...found].sort();
}

/** The plural categories of its language that a message forgets. None in English is named 'zero', which may be left out. */
function lacking(words: string, language: string): string[] {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter(each => each !== 'zero');
  return parse(words).flatMap(element => {
    if (!isPlural(element) || !('options' in element)) return [];
    const names = Object.keys(element.options);
    return names.some(name => name.startsWith('=')) ? [] : needed.filter(category => !names.includes(category));
  });
}

test.each(others)('%s says everything that families may meet, and nothing else', language => {
  const own = Object.keys(loadMessages(language));
  const missing = wanted.filter(key => !own.includes(key));
  const leftOver = own.filter(key => !wanted.includes(key));
  expect({ missing, leftOver }, `add to or take out of src/words/${language}/`).toEqual({ missing: [], leftOver: [] });
});

test.each(others)('%s fills in what English fills in', language => {
  const own = loadMessages(language);
  const pairs = wanted.filter(key => key in own).map(key => [key, placeholders(own[key] ?? '')] as const);
  expect(Object.fromEntries(pairs)).toEqual(
    Object.fromEntries(pairs.map(([key]) => [key, placeholders(english[key] ?? '')])),
  );
});

test.each(others)('%s counts as its grammar does', language => {
  const messages = Object.entries(loadMessages(language));
  const wrong = messages.flatMap(([key, words]) =>
    lacking(words, language).map(category => `${key} lacks ${category}`),
  );
  expect(wrong).toEqual([]);
});

test.each(others)('%s can say every message', language => {
  const say = createSay(language);
  for (const [key, words] of Object.entries(loadMessages(language))) {
    for (const n of [0, 1, 2, 3, 5, 6, 22]) {
      const said = say(key, Object.fromEntries(placeholders(words).map(name => [name, n])));
      expect(said, key).not.toMatch(/[{}]|undefined|^$/);
    }
  }
});

/** Other ways of saying things in English have only what they say in their own way, and say it as briefly as they promise. */
const inEnglish = [
  { edition: 'easy', mostWords: 12 },
  { edition: 'child', mostWords: 20 },
] as const;

test.each(inEnglish)(
  '$edition says what families may meet in its own way, in short sentences',
  ({ edition, mostWords }) => {
    const own = Object.entries(loadMessages(edition));
    expect(own.length).toBeGreaterThan(0);
    const strange = own.filter(([key, words]) => !wanted.includes(key) || english[key] === words).map(([key]) => key);
    const unfilled = own.filter(
      ([key, words]) => placeholders(words).join() !== placeholders(english[key] ?? '').join(),
    );
    const say = createSay(edition);
    const long = own.flatMap(([key, words]) =>
      say(key, Object.fromEntries(placeholders(words).map(name => [name, 2])))
        .split(/[.?:\n]/)
        .filter(sentence => sentence.trim().split(/\s+/).length > mostWords),
    );
    expect({ strange, unfilled: unfilled.map(([key]) => key), long }).toEqual({ strange: [], unfilled: [], long: [] });
  },
);

test('a message that a language lacks is said in English, and one that nobody has is an error', () => {
  expect(createSay('ur')('acknowledgements.sorry')).toBe(english['acknowledgements.sorry']);
  expect(() => createSay('ur')('web.no-such-message')).toThrow('web.no-such-message');
});

test('a list has the comma of its language', () => {
  expect(createSay('plain').list(['2 done', '1 promised', '1 not possible'])).toBe(
    '2 done, 1 promised, 1 not possible',
  );
  expect(createSay('ur').list(['1', '2', '3'])).toBe('1، 2، 3');
});
