/**
 * The partnership writes its consultations in English, and a page may be in another language. Its words inside a message
 * stand between two marks of Unicode that keep their direction wherever they are shown, in titles and attributes too.
 * On a page they become an element with `lang`, so that a screen reader says them as English (WCAG 3.1.2).
 */
const BEGIN = '\u2066';
const END = '\u2069';

/** Each paragraph has marks of its own: a message is cut into paragraphs after its words are in. */
export const markWritten = (words: string): string =>
  words
    .split(/\n\s*\n/)
    .map(paragraph => `${BEGIN}${paragraph}${END}`)
    .join('\n\n');

/** Whether the partnership wrote all of these words, and the page is in another language. */
export const isWritten = (words: string): boolean => words.startsWith(BEGIN) && words.endsWith(END);

/** The attributes of an element that holds nothing but the partnership's own words, on a page in this language. */
export const writtenAttributes = (language: string): string => (language === 'en' ? '' : ' lang="en" dir="ltr"');

const MARKED = new RegExp(`${BEGIN}([^${BEGIN}${END}]*)${END}`, 'g');
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML, its marked words as elements. Everything is escaped. */
export const htmlOf = (text: string): string =>
  text
    .replace(/[&<>"']/g, each => ENTITIES[each] ?? each)
    .replace(MARKED, (_, words: string) => `<span lang="en" dir="ltr">${words}</span>`);
