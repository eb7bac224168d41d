import * as z from 'zod';
import { baseFields, words, type Choice, type Kind } from './kind.ts';
import { missingPoints } from './agreement.ts';
import { missingAsk, notSure, oneOf } from './options.ts';

const schema = z
  .strictObject({
    ...baseFields,
    kind: z.literal('faces'),
    /** Three faces, or five unless told. */
    faces: z.literal(3).optional(),
    points: z.array(words(60)).optional(),
  })
  .refine(
    ({ faces, points }) => points === undefined || points.length === (faces ?? 5),
    'give a point for each face, or none',
  );

export type Faces = z.infer<typeof schema>;

const FIVE = ['1', '2', '3', '4', '5'];
const THREE = ['1', '3', '5'];

const choices = (question: Faces): Choice[] => [
  ...(question.faces === 3 ? THREE : FIVE).map((id, at): Choice => {
    const own = question.points?.[at];
    return own === undefined ? { id, key: `surveys.faces.${id}`, face: id } : { id, words: own, face: id };
  }),
  notSure,
];

/** A scale of words, each with a face beside it, from '1' (happy) to '5' (unhappy); 'ns' stands apart. */
export const faces: Kind<Faces, string> = {
  schema,
  ...oneOf(choices),
  fresh: id => ({ id, kind: 'faces', ask: '' }),
  missing: question => [...missingAsk(question.ask), ...missingPoints(question.points)],
};
