import * as z from 'zod';
import { baseFields, type Choice, type Kind } from './kind.ts';
import { missingAsk, oneOf } from './options.ts';

/** Who may be answering, in the order shown. The ids stand in tallies: never change one. */
export const WHO = ['parent', 'young', 'together', 'helped', 'professional'] as const;

const schema = z.strictObject({
  ...baseFields,
  kind: z.literal('who-is-answering'),
  options: z
    .array(z.enum(WHO, `choose among ${WHO.join(', ')}`))
    .min(2, 'offer at least two')
    .refine(list => new Set(list).size === list.length, 'one of them is there twice')
    .optional(),
});

export type WhoIsAnswering = z.infer<typeof schema>;

const choices = (question: WhoIsAnswering): Choice[] =>
  WHO.filter(id => question.options?.includes(id) ?? true).map(id => ({ id, key: `surveys.who.${id}` }));

/** Parent or carer, child or young person, together, helped by someone, professional; `options` offers only some. */
export const whoIsAnswering: Kind<WhoIsAnswering, string> = {
  schema,
  ...oneOf(choices),
  fresh: id => ({ id, kind: 'who-is-answering', ask: 'Who is answering?' }),
  missing: question => missingAsk(question.ask),
};
