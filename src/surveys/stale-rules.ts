/** Questions whose words were changed while other editions still say the old ones. */
import type { Edition } from '../words/editions.ts';
import { everyQuestion } from './compare.ts';
import type { Definition } from './definition.ts';
import { olderIn } from './edition-texts-rules.ts';

export type Stale = { id: string; editions: Edition[] };

/** By question, in its order: the editions that still say what its words, or those of an answer, were before. */
export const stillSayOldWords = (definition: Definition): Stale[] =>
  everyQuestion(definition)
    .map(question => ({
      id: question.id,
      editions: (Object.keys(question.editions ?? {}) as Edition[]).filter(
        edition => edition !== 'plain' && olderIn(question, edition) > 0,
      ),
    }))
    .filter(({ editions }) => editions.length > 0);
