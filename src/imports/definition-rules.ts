/** What a definition holds, counted; and what it names that no file can bring along. */
import { mediaIn } from '../media/media-rules.ts';
import { everyQuestion } from '../surveys/compare.ts';
import type { Definition } from '../surveys/definition.ts';
import { called } from '../surveys/number-rules.ts';
import { added, type Counts, type Left } from './import-rules.ts';

export function countsOf(definition: Definition): Counts {
  return added(
    { languages: 1 + Object.keys(definition.editions ?? {}).length },
    ...everyQuestion(definition).map(question => ({
      questions: 1,
      options: ('options' in question && question.options?.length) || 0,
      conditions: question.next?.length ?? 0,
    })),
  );
}

/** A definition names pictures and films, and has none of them in it. `known`: those that the consultation has. */
export function filesLeft(definition: Definition, known: ReadonlySet<string>): Left[] {
  return definition.questions.flatMap(question => {
    const missing = mediaIn(question).filter(id => !known.has(id));
    if (missing.length === 0) return [];
    const what =
      missing.length === 1 ? 'its picture, video or recording' : `its ${missing.length} pictures, videos or recordings`;
    return [{ where: called(definition, question.id), what, todo: 'Add it under ‘Media’ and choose it again.' }];
  });
}
