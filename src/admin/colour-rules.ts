import { contrast, tintOf } from '../web/colour.ts';

// The grounds that the partnership's colour stands on or under: the page, white on it, its own light tint (look: paper #fbf7f0).
const GROUNDS = (colour: string) => [
  { ground: '#fbf7f0', where: 'on the page' },
  { ground: '#ffffff', where: 'under white words' },
  { ground: tintOf(colour), where: 'on its own light tint' },
];

const LEAST = 4.5;

/** Contrast of a `#rrggbb` colour in each place where it stands, rounded down to one decimal. */
export function contrasts(colour: string): { where: string; ratio: number }[] {
  return GROUNDS(colour).map(({ ground, where }) => ({ where, ratio: Math.floor(contrast(colour, ground) * 10) / 10 }));
}

/** Why this colour can't be the partnership's (WCAG 2.2, 1.4.3), in a sentence; null when it can. */
export function colourProblem(colour: string): string | null {
  if (!/^#[0-9a-f]{6}$/.test(colour)) return 'Enter a colour as # and six letters or digits, such as #0b5c5e.';
  const weak = GROUNDS(colour).find(({ ground }) => contrast(colour, ground) < LEAST);
  if (!weak) return null;
  const ratio = contrasts(colour).find(each => each.where === weak.where)?.ratio ?? 0;
  return `This colour is too light: its contrast ${weak.where} is ${ratio} to 1, and ${LEAST} is needed. Choose a darker one.`;
}
