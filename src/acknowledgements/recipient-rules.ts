import type { Contact } from '../db/schema.ts';

/** How many people can be reached, by way. An email address that was left twice counts once. */
export type WayCounts = { email: number; post: number; phone: number };

export function countWays(contacts: readonly Contact[]): WayCounts {
  const post = contacts.filter(contact => contact.way === 'post').length;
  const phone = contacts.filter(contact => contact.way === 'phone').length;
  return { email: mailable(contacts).length, post, phone };
}

/** Those who are reached by email, each address once: one message a recipient, always (W18). */
export function mailable<C extends Pick<Contact, 'way' | 'address'>>(contacts: readonly C[]): C[] {
  const seen = new Set<string>();
  return contacts.filter(contact => {
    const address = contact.address.toLowerCase();
    if (contact.way !== 'email' || seen.has(address)) return false;
    seen.add(address);
    return true;
  });
}

/** Those who are reached on paper or by phone. */
export const listed = (contacts: readonly Contact[]): Contact[] =>
  contacts.filter(contact => contact.way === 'post' || contact.way === 'phone');
