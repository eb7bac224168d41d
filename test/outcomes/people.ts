import { randomId } from '../../src/db/ids.ts';
import type { OutboxMail } from '../../src/db/schema.ts';
import type { World } from '../support/world.ts';

export type Way = 'email' | 'post' | 'phone';

/** Leaves these addresses for news, as families do after sending. */
export async function leaveContacts(world: World, consultationId: string, contacts: [Way, string][]): Promise<void> {
  const rows = contacts.map(([way, address]) => {
    const name = way === 'email' ? '' : `Family at ${address}`;
    return { id: randomId(), consultation_id: consultationId, way, name, address };
  });
  await world.db.write.insertInto('contacts').values(rows).execute();
}

/** What waits to be sent, in the order of recipients. */
export async function mailOf(world: World, cause?: string): Promise<OutboxMail[]> {
  const rows = await world.db.read.selectFrom('outbox').selectAll().orderBy('recipient').execute();
  return cause === undefined ? rows : rows.filter(row => row.cause === cause);
}

export async function auditedActs(world: World): Promise<string[]> {
  const rows = await world.db.read.selectFrom('audit').select('act').orderBy('at').execute();
  return rows.map(row => row.act);
}
