/** One line of the table: what was measured, what came out, and the goal it stands beside, if there is one. */
export type Figure = { what: string; value: string; goal?: string; met?: boolean };

const WIDTHS = [62, 16, 14];

/** A ratio that has to be at least this. */
export const atLeast = (what: string, value: number, least: number): Figure => ({
  what,
  value: number(value),
  goal: `≥ ${least}`,
  met: value >= least,
});

/** A figure that has to be at most this. */
export const atMost = (what: string, value: number, most: number, unit = ''): Figure => ({
  what,
  value: `${number(value)}${unit}`,
  goal: `≤ ${most}${unit}`,
  met: value <= most,
});

/** A figure for whoever reads on. */
export const plainly = (what: string, value: number, unit = ''): Figure => ({ what, value: `${number(value)}${unit}` });

export function printFigure({ what, value, goal = '', met }: Figure): void {
  const said = met === undefined ? '' : met ? 'met' : 'not met';
  const [first = 0, second = 0, third = 0] = WIDTHS;
  console.log(`${what.padEnd(first)}${value.padStart(second)}   ${goal.padEnd(third)}${said}`.trimEnd());
}

function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value.toFixed(value < 10 ? 2 : 1);
}
