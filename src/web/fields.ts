import { z } from 'zod';
import { isAddress } from '../mail/address.ts';

// Ready-made fields for forms. Each message says what to do, not only what is wrong.

export function required(message: string, most = 200) {
  return z.string().trim().min(1, message).max(most, `Use ${most} characters or fewer.`);
}

export function optional(most = 200) {
  return z.string().trim().max(most, `Use ${most} characters or fewer.`);
}

export function longText(message: string, most = 5000) {
  return required(message, most);
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T, message: string) {
  return z.enum(values, { message });
}

/** An ISO day from 2000 to 2099: working days are counted one by one, so none may be thousands of years away. */
export function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** An ISO day; the three fields of a date are put together by `checkForm`, or stay as they were typed. */
export function day(message: string) {
  return z
    .string()
    .min(1, message)
    .refine(isFullYear, `${FOUR_NUMBERS}.`)
    .refine(text => !isFullYear(text) || isDay(text), 'Enter a real date, such as 4 12 2026.');
}

/** `label` names the field, for forms with several dates: the summary above lists their messages side by side. */
export function optionalDay(label = '') {
  const isFine = (text: string) => text === '' || !isFullYear(text) || isDay(text);
  const [year, message] = label
    ? [`${label}: ${FOUR_NUMBERS.toLowerCase()}.`, `${label}: enter a real date, such as 4 12 2026.`]
    : [`${FOUR_NUMBERS}, or leave it empty.`, 'Enter a real date, such as 4 12 2026, or leave it empty.'];
  return z.string().refine(isFullYear, year).refine(isFine, message);
}

const FOUR_NUMBERS = 'Write the year in four numbers, like 2026';

/** False for '4 12 26', as it was typed. */
const isFullYear = (text: string): boolean => !/^\S+ \S+ \d{1,3}$/.test(text);

export function emailField(message: string) {
  return z.string().trim().min(1, message).refine(isAddress, 'Enter an email address, such as name@council.example.');
}

export function optionalEmail() {
  return z
    .string()
    .trim()
    .refine(text => text === '' || isAddress(text), 'Enter an email address, such as name@council.example.');
}

export function wholeNumber(message: string, least: number, most: number) {
  return z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .pipe(z.number().min(least, `Enter ${least} or more.`).max(most, `Enter ${most} or less.`));
}

/** A field that may come several times (checkboxes). */
export function many(most = 200) {
  return z.array(z.string().trim().max(most)).max(500);
}
