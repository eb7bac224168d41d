import type { Db } from '../db/dialect.ts';
import type { Known } from '../words/checks/page-rules.ts';
import { listGlossary } from './queries.ts';
import { knownOf } from './term-rules.ts';

/** What the partnership's glossary explains, so that no page has to. */
export const readKnown = async (db: Db): Promise<Known> => knownOf(await listGlossary(db));
