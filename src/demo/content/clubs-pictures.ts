import type { DemoPicture } from './types.ts';

// Our own drawings: few shapes, thick lines, dark on white, one thing each. A square of 120 units.

const INK = '#1f2328';
const TEAL = '#0b5c5e';
const SUN = '#ffd54a';
const [LIGHT, DARK] = ['#f3c9a5', '#9a6440'];

const drawing = (shapes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="240" height="240">` +
  `<rect width="120" height="120" fill="#ffffff"/>` +
  `<g fill="none" stroke="${INK}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${shapes}</g></svg>`;

const circle = (x: number, y: number, r: number, fill = 'none'): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const path = (d: string, fill = 'none'): string => `<path d="${d}" fill="${fill}"/>`;

/** A face with a mouth that bends by so much: up below 0. */
const face = (x: number, y: number, r: number, bend: number): string =>
  circle(x, y, r, SUN) +
  circle(x - r * 0.36, y - r * 0.2, r * 0.07, INK) +
  circle(x + r * 0.36, y - r * 0.2, r * 0.07, INK) +
  path(`M${x - r * 0.5} ${y + r * 0.35}q${r * 0.5} ${bend} ${r} 0`);

/** Head and shoulders, standing on y. */
const person = (x: number, y: number, clothes: string, skin = LIGHT): string =>
  path(`M${x - 17} ${y}v-16a17 17 0 0 1 34 0v16z`, clothes) + circle(x, y - 46, 13, skin);

const house = path('M24 60 60 28l36 32v44H24z', SUN) + path('M16 66 60 26l44 40') + path('M51 104V76h18v28z', TEAL);
const bubble = path('M16 20h88v58H60L40 98V78H16z', SUN);
const star = (x: number, y: number): string =>
  path(`M${x} ${y - 15}l4.6 9.6 10.4 1.4-7.6 7.2 1.9 10.4-9.3-5-9.3 5 1.9-10.4-7.6-7.2 10.4-1.4z`, SUN);

const pictures: Record<string, [alt: string, shapes: string]> = {
  q1: ['Two people side by side', person(42, 104, TEAL) + person(80, 104, SUN, DARK)],
  q2: [
    'A person, and a question mark',
    person(44, 104, TEAL) + path('M76 34a14 14 0 1 1 20 13c-5 3-6 5-6 11') + circle(90, 72, 2, INK),
  ],
  q3: ['A house, and a child in front of it', house + person(98, 110, TEAL, DARK)],
  q4: ['A happy face and a sad face', face(33, 60, 25, 18) + face(87, 60, 25, -15)],
  q5: [
    'A tick for yes and a cross for no',
    circle(33, 60, 25, SUN) +
      path('M22 60l9 10 16-20') +
      circle(88, 60, 25, '#ffffff') +
      path('M78 50l20 20M98 50 78 70'),
  ],
  q6: [
    'A calendar with one day marked',
    path('M18 28h84v76H18z', '#ffffff') +
      path('M18 28h84v20H18z', TEAL) +
      path('M38 18v18M82 18v18M18 66h84M18 85h84M46 48v56M74 48v56') +
      circle(60, 76, 12, SUN),
  ],
  q7: [
    'A person in front of a closed gate',
    person(30, 104, TEAL) + path('M58 104V40M106 104V40M58 54h48M58 84h48') + path('M58 54 106 84M106 54 58 84'),
  ],
  q8: [
    'A ball, a paintbrush and a music note',
    circle(34, 42, 20, SUN) +
      path('M34 22v40M14 42h40') +
      path('M70 62 98 26l8 6-26 36z', TEAL) +
      path('M70 62c-8 0-6 10-14 12 6 6 20 4 24-6z', SUN) +
      path('M28 106V88l24-5v19') +
      circle(22, 106, 6, INK) +
      circle(46, 102, 6, INK),
  ],
  q9: ['Three people together', person(28, 104, SUN) + person(92, 104, SUN, DARK) + person(60, 110, TEAL)],
  q10: ['A clock', circle(60, 60, 42, SUN) + path('M60 60V32M60 60l20 12') + circle(60, 60, 3, INK)],
  q11: [
    'A house with a marker above it',
    `<g transform="translate(12 28) scale(.8)">${house}</g>` +
      path('M60 52c-14-16-20-22-20-30a20 20 0 0 1 40 0c0 8-6 14-20 30z', TEAL) +
      circle(60, 22, 7, '#ffffff'),
  ],
  q12: [
    'A sign with a star and an empty line for a name',
    path('M14 26h92v52H14z', '#ffffff') + path('M60 78v30') + star(38, 50) + path('M62 52h32M62 64h22'),
  ],
  q13: ['A speech bubble with words in it', bubble + path('M32 40h56M32 56h38')],
  q20: [
    'A birthday cake with candles',
    path('M18 66h84v38H18z', SUN) +
      path('M18 66c0 14 14 14 14 4 0 14 28 14 28 0 0 14 28 14 28 0 0 10 14 10 14-4z', '#ffffff') +
      path('M40 66V44M60 66V44M80 66V44') +
      [40, 60, 80].map(x => path(`M${x} 40c-6-6 0-10 0-16 0 6 6 10 0 16z`, SUN)).join(''),
  ],
  q21: [
    'One person helps another, with a heart between them',
    person(30, 108, TEAL) +
      person(90, 108, SUN, DARK) +
      path('M60 46C48 36 44 30 44 25a8 8 0 0 1 16-2 8 8 0 0 1 16 2c0 5-4 11-16 21z', '#c8372d') +
      path('M47 94h26'),
  ],
};

/** A picture for each Easy Read question. */
export const clubsPictures: DemoPicture[] = Object.entries(pictures).map(([question, [alt, shapes]]) => ({
  edition: 'easy',
  question,
  alt,
  svg: drawing(shapes),
}));
