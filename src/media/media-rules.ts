import type { Definition } from '../surveys/definition.ts';
import { called } from '../surveys/number-rules.ts';
import type { MediaKind } from './file-rules.ts';

/** What a page needs to show one file. `captions` is the address of the WebVTT, or null. */
export type Shown = {
  kind: MediaKind;
  src: string;
  /** A small picture itself, to stand inside the page; null for all others. */
  inPage: string | null;
  mime: string;
  alt: string;
  language: string;
  transcript: string;
  captions: string | null;
  width: number | null;
  height: number | null;
};

/** The files that a survey shows, by id. */
export type ShownMedia = ReadonlyMap<string, Shown>;

type Asked = { id: string; place: 'picture' | 'media' };

/** The ids of the files that a definition, or a part of one, refers to. */
export const mediaIn = (part: unknown): string[] => [...new Set(askedIn(part).map(each => each.id))];

/** Options have a `picture`, editions of questions a `media`, however deep they stand. */
function askedIn(part: unknown): Asked[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]: [string, unknown]) =>
    (name === 'picture' || name === 'media') && typeof value === 'string'
      ? [{ id: value, place: name }]
      : askedIn(value),
  );
}

/** What still has to be put right in a survey's files before publishing, in sentences for the officer. */
export function missingMedia(definition: Pick<Definition, 'questions' | 'about'>, shown: ShownMedia): string[] {
  return definition.questions.flatMap(question => {
    const asked = new Map(askedIn(question).map(each => [`${each.place} ${each.id}`, each]));
    const missing = [...asked.values()].map(({ id, place }) => wrongWith(shown.get(id), place));
    return [...new Set(missing)].flatMap(what => (what ? [`${called(definition, question.id)}: ${what}`] : []));
  });
}

function wrongWith(shown: Shown | undefined, place: Asked['place']): string | null {
  if (!shown) return `choose the ${place === 'picture' ? 'picture' : 'file'} again; it was removed.`;
  if (place === 'picture' && shown.kind !== 'picture') return 'choose a picture here, not a video or a recording.';
  return missingWords(shown)[0] ?? null;
}

/** What stands for a file in words and is not written yet. */
export function missingWords({
  kind,
  alt,
  transcript,
  captions,
}: Pick<Shown, 'kind' | 'alt' | 'transcript' | 'captions'>): string[] {
  const missing = alt === '' ? [kind === 'picture' ? 'describe the picture.' : `name the ${nouns[kind]}.`] : [];
  if (kind === 'video' && !captions) missing.push('add captions to the video.');
  if (kind !== 'picture' && transcript === '') missing.push(`write out the words of the ${nouns[kind]}.`);
  return missing;
}

export const nouns: Record<MediaKind, string> = { picture: 'picture', video: 'video', audio: 'recording' };
