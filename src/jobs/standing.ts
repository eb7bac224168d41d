import type { Standing } from '../mail/deliver.ts';
import { isWanted } from '../responses/news/queries.ts';

const whileWanted: Standing[string] = (db, mail) => isWanted(db, mail.subject_id ?? '', mail.recipient);

/**
 * Looks again, just before a mail is sent, whether it still stands: cause → (db, mail) → true or false.
 * A cause that isn't here always stands.
 */
export const standing: Standing = {
  acknowledgement: whileWanted,
  'date moved': whileWanted,
  outcomes: whileWanted,
  'outcomes changed': whileWanted,
};
