import { monthOf } from '../calendar/months.ts';
import type { z } from 'zod';
import type { Ctx } from './context.ts';
import { PageError } from './errors.ts';

/** What was typed: every value of every field, as sent. */
export type Typed = Record<string, string[]>;
export type FieldErrors = Record<string, string>;
export type Checked<T> = { ok: true; value: T } | { ok: false; errors: FieldErrors };

const MOST_FIELDS = 1000;

/** Reads a posted form. Anything but an ordinary form is refused with 415. */
export async function readForm(c: Ctx): Promise<Typed> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) throw new PageError(415, 'wrong-type');
  const typed = readFields(new URLSearchParams(await c.req.text()));
  c.set('typed', typed);
  return typed;
}

/** Fields of a query or a form. NUL and broken surrogates go: databases refuse them, and nobody types them. */
export function readFields(params: URLSearchParams): Typed {
  const typed: Typed = Object.create(null) as Typed;
  let count = 0;
  for (const [name, value] of params) {
    if (++count > MOST_FIELDS) throw new PageError(400, 'bad-request');
    (typed[cleanText(name)] ??= []).push(cleanText(value));
  }
  return typed;
}

/** Without what databases refuse and nobody types. */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n');
}

/** The first value of a field, or '' when it wasn't sent. */
export function one(typed: Typed, name: string): string {
  return typed[name]?.[0] ?? '';
}

/**
 * Checks a form with a zod object. Each field gives its first value (for several use `many(schema)`); a date in three
 * fields (`name-day`, `name-month`, `name-year`) arrives as `name`: an ISO day, or what was typed when it is none.
 */
export function checkForm<S extends z.ZodObject>(schema: S, typed: Typed): Checked<z.infer<S>> {
  const raw = Object.fromEntries(Object.keys(schema.shape).map(name => [name, rawValue(schema, typed, name)]));
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data };
  const errors: FieldErrors = {};
  for (const issue of result.error.issues) errors[String(issue.path[0])] ??= issue.message;
  return { ok: false, errors };
}

function rawValue(schema: z.ZodObject, typed: Typed, name: string): string | string[] {
  if (`${name}-day` in typed) return readDate(typed, name);
  const takesMany = (schema.shape[name] as z.ZodType | undefined)?.type === 'array';
  return takesMany ? (typed[name] ?? []) : one(typed, name);
}

/** A date from three fields: '' when all are empty, an ISO day when it is a real one, else what was typed. */
export function readDate(typed: Typed, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map(part => one(typed, `${name}-${part}`).trim());
  if (!day && !month && !year) return '';
  const [d = Number.NaN, y = Number.NaN] = [day, year].map(part =>
    /^\d{1,4}$/.test(part ?? '') ? Number(part) : Number.NaN,
  );
  try {
    return Temporal.PlainDate.from(
      { year: y < 1000 ? Number.NaN : y, month: monthOf(month ?? '') ?? Number.NaN, day: d },
      { overflow: 'reject' },
    ).toString();
  } catch {
    return [day, month, year].join(' ');
  }
}

/** One value a field, for showing a form again. */
export function firstValues(typed: Typed): Record<string, string> {
  return Object.fromEntries(Object.entries(typed).map(([name, values]) => [name, values[0] ?? '']));
}
