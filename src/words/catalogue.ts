import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { formatDay, formatShortDay } from '../calendar/london.ts';
import type { Language } from './editions.ts';
import { markWritten } from './written-rules.ts';

/** Says a message of the catalogue, in its language. Throws when there is none of that key. */
export type Say = {
  (key: string, params?: Record<string, string | number>): string;
  readonly language: Language;
  /** A day in words, with its weekday and without: `formatDay`, `formatShortDay`. */
  day(date: string, today?: string): string;
  shortDay(date: string, today: string): string;
  /** Words that stay as the partnership wrote them, in English, inside a message: see `written-rules.ts`. */
  written(words: string): string;
};

const FOLDER = import.meta.dirname;

/** The messages of one language (`en`), from its files, which are named after the features. */
export function loadMessages(language: string): Record<string, string> {
  const folder = join(FOLDER, language);
  const files = readdirSync(folder).filter(file => file.endsWith('.json'));
  return Object.assign({}, ...files.map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as object));
}

/** The words of one language. What its catalogue lacks is said in English. */
export function createSay(language: Language): Say {
  const messages = language === 'en' ? loadMessages('en') : { ...loadMessages('en'), ...loadMessages(language) };
  const ready = new Map<string, IntlMessageFormat>();
  const say = (key: string, params?: Record<string, string | number>): string => {
    const words = messages[key];
    if (words === undefined) throw new Error(`No words for '${key}' in '${language}'.`);
    if (!params && !words.includes('{')) return words;
    let message = ready.get(key);
    if (!message) ready.set(key, (message = new IntlMessageFormat(words, language, undefined, { ignoreTag: true })));
    return String(message.format(params ?? {}));
  };
  const day = (date: string, today?: string) => formatDay(date, today, language);
  const shortDay = (date: string, today: string) => formatShortDay(date, today, language);
  const written = (words: string) => (language === 'en' ? words : markWritten(words));
  return Object.assign(say, { language, day, shortDay, written });
}

export type SayIn = (language: Language) => Say;

/** The words of every language. Each catalogue is read when it is first asked for. */
export function createSayIn(): SayIn {
  const says = new Map<Language, Say>();
  return language => {
    const say = says.get(language) ?? createSay(language);
    says.set(language, say);
    return say;
  };
}
