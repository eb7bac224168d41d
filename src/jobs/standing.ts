import type { Standing } from '../mail/deliver.ts';

/**
 * Looks again, just before a mail is sent, whether it still stands: cause → (db, mail) → true or false.
 * A cause that isn't here always stands.
 */
export const standing: Standing = {};
