import type { Sign } from '../responses/unusual-rules.ts';

/** What a sign means, for the team. */
export const signWords: Record<Sign, string> = {
  address: 'Many came from one address within minutes. A school’s computer room looks like this too.',
  fast: 'It was answered faster than most people can read.',
  hidden: 'A field that nobody can see was filled in. Programs do that.',
  same: 'The same long words came several times. A letter that a group suggested looks like this too.',
};

/** The same as a few words, for a list. */
export const shortSigns: Record<Sign, string> = {
  address: 'Many from one address',
  fast: 'Very fast',
  hidden: 'Hidden field filled in',
  same: 'Same long words',
};
