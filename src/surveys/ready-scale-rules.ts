/** Scales that are ready to use, beside the usual one of agreement and an officer's own. */

const points = {
  good: ['Very good', 'Good', 'Neither good nor bad', 'Bad', 'Very bad'],
  often: ['Always', 'Often', 'Sometimes', 'Rarely', 'Never'],
  easy: ['Very easy', 'Easy', 'Neither easy nor hard', 'Hard', 'Very hard'],
};
const USUAL = 'agree';
const OWN = 'own';

/** As the form offers them; `usual` says the ends of the usual one. */
export const scaleChoices = (usual: string): { value: string; label: string }[] => [
  { value: USUAL, label: usual },
  ...Object.entries(points).map(([value, each]) => ({ value, label: `${each[0]} … ${each.at(-1)}` })),
  { value: OWN, label: 'Your own words, a point a line below' },
];

/** Which of them these points are. */
export function scaleOf(own: readonly string[] = []): string {
  if (own.length === 0) return USUAL;
  return Object.entries(points).find(([, each]) => each.join('\n') === own.join('\n'))?.[0] ?? OWN;
}

/** The points of a ready scale, none for the usual one; undefined where the officer's own are meant. */
export function readyPoints(scale: string): readonly string[] | undefined {
  if (scale === USUAL) return [];
  return Object.entries(points).find(([value]) => value === scale)?.[1];
}

/** The points that are meant: a scale that was chosen anew, or what was written. Null where both were, and they differ. */
export function pointsMeant(before: readonly string[], scale: string, written: readonly string[]): string[] | null {
  const ready = readyPoints(scale);
  const isChosen = ready !== undefined && scale !== scaleOf(before);
  if (ready !== undefined && (written.length === 0 || written.join('\n') === ready.join('\n'))) return [...ready];
  if (!isChosen) return [...written];
  return written.join('\n') === before.join('\n') ? [...ready] : null;
}
