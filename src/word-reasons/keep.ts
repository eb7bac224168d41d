import { addAudit } from '../audit/queries.ts';
import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import type { Who } from '../people/roles.ts';
import type { Block } from './blocks.ts';
import { addWordReasons } from './queries.ts';
import { isReason } from './reason-rules.ts';

/** Why each block stays, by its mark. */
export type Reasons = Readonly<Record<string, string>>;

/** Keeps the reasons that were given for these blocks, within the act that publishes them. Gives the blocks without one. */
export async function keepReasons(
  tx: Db,
  who: Pick<Who, 'id'>,
  given: { consultationId: string; blocks: readonly Block[]; reasons: Reasons },
  at: string,
): Promise<Block[]> {
  const { consultationId: consultation_id, blocks, reasons } = given;
  const reasonOf = ({ mark }: Block) => (reasons[mark] ?? '').trim();
  const answered = blocks.filter(each => isReason(reasonOf(each)));
  const by = { given_at: at, given_by: who.id };
  await addWordReasons(
    tx,
    answered.map(each => ({ consultation_id, mark: each.mark, what: each.wrong, reason: reasonOf(each), ...by })),
  );
  for (const each of answered) {
    const subject = { subject_kind: 'consultation', subject_id: consultation_id };
    const detail = JSON.stringify({ words: each.wrong });
    await addAudit(tx, { id: randomId(), at, person_id: who.id, act: 'say why words stay', ...subject, detail });
  }
  return blocks.filter(each => !answered.includes(each));
}
