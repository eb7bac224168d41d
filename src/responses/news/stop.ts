import { timingSafeEqual } from 'node:crypto';
import type { Config } from '../../config.ts';
import { keyed } from '../../db/ids.ts';
import type { Contact } from '../../db/schema.ts';

const KEY_LENGTH = 43;

/** The path that ends news for one contact; stands in every mail to them. Only this installation can make it. */
export function stopPath(config: Pick<Config, 'secret'>, contact: Pick<Contact, 'id' | 'consultation_id'>): string {
  return `/news/stop/${contact.consultation_id}/${keyFor(config, contact.id)}${contact.id}`;
}

/** The contact's id out of the last part of such a path; null when it was not made here. */
export function readStopKey(config: Pick<Config, 'secret'>, key: string): string | null {
  const [given, id] = [key.slice(0, KEY_LENGTH), key.slice(KEY_LENGTH)];
  // Letters beyond ASCII take more bytes than the key has, and unequal lengths can't be compared.
  if (!/^[\w-]{43}$/.test(given) || id === '') return null;
  return timingSafeEqual(Buffer.from(given), Buffer.from(keyFor(config, id))) ? id : null;
}

const keyFor = ({ secret }: Pick<Config, 'secret'>, id: string): string => keyed(secret, 'stop', id);
