import { tidyLine, tidyText } from '../../surveys/kinds/text.ts';

/** How somebody wants to hear: by email, by post or by phone. */
export const ways = ['email', 'post', 'phone'] as const;
export type Way = (typeof ways)[number];

export const isWay = (text: string): text is Way => (ways as readonly string[]).includes(text);

/** What was typed, as it is kept; or the fields that are wrong, each with the end of its message's key. */
export type ReadContact =
  { ok: true; name: string; address: string } | { ok: false; errors: Record<string, ContactError> };
export type ContactError = 'email-none' | 'email-wrong' | 'name-none' | 'post-none' | 'phone-none' | 'too-long';

const LONGEST = 400;

type Fields = { email: string; name: string; post: string; phone: string };

/** `isEmail` tells exactly one email address from everything else. */
export function readContact(way: Way, fields: Fields, isEmail: (text: string) => boolean): ReadContact {
  if (way === 'email') return readEmail(tidyLine(fields.email).toLowerCase(), isEmail);
  return way === 'phone' ? readPhone(tidyLine(fields.phone)) : readPost(tidyLine(fields.name), tidyText(fields.post));
}

function readEmail(email: string, isEmail: (text: string) => boolean): ReadContact {
  if (email === '') return { ok: false, errors: { email: 'email-none' } };
  return isEmail(email) ? { ok: true, name: '', address: email } : { ok: false, errors: { email: 'email-wrong' } };
}

/** Kept as digits, so that the same number typed in two ways is one. */
function readPhone(typed: string): ReadContact {
  const digits = typed.replace(/[\s().-]/g, '');
  if (/^\+?\d{7,15}$/.test(digits)) return { ok: true, name: '', address: digits };
  return { ok: false, errors: { phone: 'phone-none' } };
}

function readPost(name: string, post: string): ReadContact {
  const errors: Record<string, ContactError> = {};
  if (name === '') errors['name'] = 'name-none';
  if (post === '') errors['post'] = 'post-none';
  if (name.length > LONGEST) errors['name'] = 'too-long';
  if (post.length > LONGEST) errors['post'] = 'too-long';
  const address = post.replace(/[ \t]+/g, ' ').replace(/\s*\n\s*/g, '\n');
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, name, address };
}
