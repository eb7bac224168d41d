/** Words as people type and paste them, made safe to keep without losing any. */

// What line breaks look like in pasted text: Word's vertical tab, form feeds, next line, Unicode separators.
const LINE_BREAKS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

// NUL cannot be kept in PostgreSQL, half a surrogate pair cannot be sent as UTF-8, and neither can be seen or typed on purpose.
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f]|\p{Surrogate}/gu;

/** One kind of line break, no unseen control characters, no space at either end. */
export const tidyText = (text: string): string => text.replace(LINE_BREAKS, '\n').replace(UNSEEN, '').trim();

/** As `tidyText`, on one line. */
export const tidyLine = (text: string): string => tidyText(text).replace(/\s*\n\s*/g, ' ');

/** Characters as people count them in the limit: by code point, so an emoji counts as one or a few, never as halves. */
export const lengthOf = (text: string): number => [...text].length;

// Where the ten digits start in the scripts that families here write, full-width among them.
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0xff10];

/** Digits of other scripts (Urdu ۱۲, Punjabi ੧੨, Bengali ১২) to 0–9, and every minus to '-'. */
export const plainDigits = (text: string): string =>
  text.replace(/[\u2212\u2013]/g, '-').replace(/\p{Nd}/gu, digit => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find(start => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
