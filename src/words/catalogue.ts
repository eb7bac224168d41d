import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';

/** Says a message of the catalogue. Throws when there is none of that key. */
export type Say = (key: string, params?: Record<string, string | number>) => string;

const FOLDER = import.meta.dirname;

/** The messages of one language (`en`), from its files, which are named after the features. */
export function loadMessages(language: string): Record<string, string> {
  const folder = join(FOLDER, language);
  const files = readdirSync(folder).filter(file => file.endsWith('.json'));
  return Object.assign({}, ...files.map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')) as object));
}

export function createSay(language: string, messages = loadMessages(language)): Say {
  const ready = new Map<string, IntlMessageFormat>();
  return (key, params) => {
    const words = messages[key];
    if (words === undefined) throw new Error(`No words for '${key}' in '${language}'.`);
    if (!params && !words.includes('{')) return words;
    let message = ready.get(key);
    if (!message) ready.set(key, (message = new IntlMessageFormat(words, language, undefined, { ignoreTag: true })));
    return String(message.format(params ?? {}));
  };
}
