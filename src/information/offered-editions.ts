import { listPublic } from '../consultations/public.ts';
import { takesAnswers } from '../consultations/state.ts';
import { editionsOf } from '../surveys/editions.ts';
import type { Deps } from '../web/deps.ts';
import { editions, languageOf, type Edition } from '../words/editions.ts';

/** The editions that a family can choose: every language, those in which something can be answered today, and their own. */
export async function offeredEditions({ db, today }: Deps, chosen: Edition): Promise<Edition[]> {
  const open = (await listPublic(db.read, today())).filter(each => takesAnswers(each.state));
  const there = new Set(open.flatMap(editionsOf));
  return editions.filter(
    edition => edition === 'plain' || languageOf(edition) !== 'en' || edition === chosen || there.has(edition),
  );
}
