import { keyed } from '../db/ids.ts';
import type { Deps } from '../web/deps.ts';

/** The whole address at which somebody stops messages about one consultation. */
export function stopHref(config: Deps['config'], contactId: string): string {
  return `${config.publicUrl}/stop/${contactId}.${keyed(config.secret, 'stop', contactId)}`;
}
