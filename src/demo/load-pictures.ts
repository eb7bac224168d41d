import type { Db } from '../db/dialect.ts';
import { randomId } from '../db/ids.ts';
import { addMedia, addPart } from '../media/queries.ts';
import { smallPicture } from '../media/small-picture.ts';
import type { Definition, Question } from '../surveys/definition.ts';
import type { DemoPicture } from './content/types.ts';

type With = { consultationId: string; person: string; now: Temporal.Instant };

/** Keeps the pictures of a survey as an officer's are kept, and gives the survey with each beside its question. */
export async function withPictures(
  db: Db,
  survey: Definition,
  pictures: readonly DemoPicture[],
  given: With,
): Promise<Definition> {
  const ids = new Map<DemoPicture, string>();
  for (const picture of pictures) ids.set(picture, await keepPicture(db, picture, given));
  const shown = (question: Question): Question => {
    const own = pictures.filter(each => each.question === question.id);
    const media = own.map(each => [each.edition, { ...question.editions?.[each.edition], media: ids.get(each) }]);
    return own.length === 0
      ? question
      : { ...question, editions: { ...question.editions, ...Object.fromEntries(media) } };
  };
  const { about } = survey;
  return {
    ...survey,
    questions: survey.questions.map(shown),
    ...(about ? { about: { ...about, questions: about.questions.map(shown) } } : {}),
  };
}

async function keepPicture(db: Db, { svg, alt }: DemoPicture, { consultationId, person, now }: With): Promise<string> {
  const { bytes, width, height } = await smallPicture(Buffer.from(svg));
  const id = randomId();
  const file = { id, consultation_id: consultationId, kind: 'picture', mime: 'image/webp', bytes: bytes.byteLength };
  const words = { alt, language: 'en', transcript: '', captions: null };
  await addMedia(db, {
    ...file,
    width,
    height,
    ...words,
    made_at: now.toString({ smallestUnit: 'millisecond' }),
    made_by: person,
  });
  await addPart(db, id, 0, bytes);
  return id;
}
