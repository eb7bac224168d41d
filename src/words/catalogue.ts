import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { formatDay, formatShortDay } from '../calendar/london.ts';
import { languageOf, languages, type Edition, type Language } from './editions.ts';
import { markWritten } from './written-rules.ts';

/** Says a message of the catalogue, in the words of its edition. Throws when there is none of that key. */
export type Say = {
  (key: string, params?: Record<string, string | number>): string;
  readonly edition: Edition;
  readonly language: Language;
  /** A day in words, with its weekday and without: `formatDay`, `formatShortDay`. */
  day(date: string, today?: string): string;
  shortDay(date: string, today: string): string;
  /** Several things in one line, with its language's own comma. */
  list(items: readonly string[]): string;
  /** Words that stay as the partnership wrote them, in English, inside a message: see `written-rules.ts`. */
  written(words: string): string;
};

const FOLDER = import.meta.dirname;

/**
 * The messages of one folder, from its files, which are named after the features: `en`, a language (`ur`), or another way
 * of saying things in English (`easy`, `child`), which has only what it says in its own way.
 */
export function loadMessages(name: string): Record<string, string> {
  const folder = join(FOLDER, name);
  const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.json')) : [];
  return Object.assign({}, ...files.map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as object));
}

/** The words of one edition. What its catalogue lacks is said in plain English. */
export function createSay(edition: Edition): Say {
  const language = languageOf(edition);
  const messages = { ...loadMessages('en'), ...loadMessages(edition) };
  const ready = new Map<string, IntlMessageFormat>();
  const say = (key: string, params?: Record<string, string | number>): string => {
    const words = messages[key];
    if (words === undefined) throw new Error(`No words for '${key}' in '${edition}'.`);
    if (!params && !words.includes('{')) return words;
    let message = ready.get(key);
    if (!message) ready.set(key, (message = new IntlMessageFormat(words, language, undefined, { ignoreTag: true })));
    return String(message.format(params ?? {}));
  };
  const day = (date: string, today?: string) => formatDay(date, today, language);
  const shortDay = (date: string, today: string) => formatShortDay(date, today, language);
  const list = (items: readonly string[]) => items.join(`${languages[language].comma} `);
  const written = (words: string) => (language === 'en' ? words : markWritten(words));
  return Object.assign(say, { edition, language, day, shortDay, list, written });
}

export type SayIn = (edition: Edition) => Say;

/** The words of every edition. Each catalogue is read when it is first asked for. */
export function createSayIn(): SayIn {
  const says = new Map<Edition, Say>();
  return edition => {
    const say = says.get(edition) ?? createSay(edition);
    says.set(edition, say);
    return say;
  };
}
