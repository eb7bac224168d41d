/** English phrases that several pages at the desk put together. */

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** 'One, two and three'. */
export const listed = (names: readonly string[]): string => LIST.format(names);

/** As it goes on behind other words: 'question 3'. */
export const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** 'Keep this short.' out of 'keep this short'. */
export const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
