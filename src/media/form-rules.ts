import { z } from 'zod';
import { languages, type Language } from '../words/editions.ts';
import { tidyCaptions, wrongWithCaptions } from './captions-rules.ts';
import type { MediaKind } from './file-rules.ts';

const codes = Object.keys(languages) as [Language, ...Language[]];
export const languageOptions = codes.map(value => ({ value, label: languages[value].name }));

const MOST_ALT = 300;
const MOST_TRANSCRIPT = 20_000;

const words = (message: string, most: number) =>
  z
    .string()
    .trim()
    .min(1, message)
    .max(most, `Use ${most.toLocaleString('en-GB')} characters or fewer.`);

const shared = {
  alt: words('Say what it is or shows.', MOST_ALT),
  language: z.enum(codes, { message: 'Choose the language.' }),
};
const transcript = words('Write out the words. Not everybody can hear or see them.', MOST_TRANSCRIPT);
const captions = z
  .string()
  .trim()
  .min(1, 'Add captions. Not everybody can hear or sign.')
  .check(context => {
    const message = context.value === '' ? null : wrongWithCaptions(context.value);
    if (message) context.issues.push({ code: 'custom', message, input: context.value });
  })
  .overwrite(tidyCaptions);

/** What is asked when a file is added, whatever it is. */
export const addForm = z.object(shared);

/** What is asked for a file of each kind before a survey can show it. */
export const wordsForms = {
  picture: z.object(shared),
  audio: z.object({ ...shared, transcript }),
  video: z.object({ ...shared, captions, transcript }),
} satisfies Record<MediaKind, z.ZodObject>;
