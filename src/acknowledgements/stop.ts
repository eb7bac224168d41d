import type { Contact } from '../db/schema.ts';
import { stopPath } from '../responses/news/stop.ts';
import type { Deps } from '../web/deps.ts';

/** The whole address at which somebody stops messages about one consultation. */
export function stopHref(config: Deps['config'], contact: Pick<Contact, 'id' | 'consultation_id'>): string {
  return `${config.publicUrl}${stopPath(config, contact)}`;
}
