import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const FILES = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/atkinson-hyperlegible-next/package.json')),
  'files/atkinson-hyperlegible-next-',
);

/** The faces of the PDF: the package cuts each weight in two, Western European letters and the others. */
export const fontFiles = Object.fromEntries(
  [400, 700].flatMap(weight =>
    ['latin', 'latin-ext'].map(part => [`${part}-${weight}`, `${FILES}${part}-${weight}-normal.woff`] as const),
  ),
);

// The letters of each part, as the package's unicode.json lists them; the few lone signs among them aren't used here.
const LATIN = /^[\u0000-\u00ff\u0131\u0152\u0153\u02bb\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac\u2122\u2212]$/;
const LATIN_EXT = /^[\u0100-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0]$/;

/** Whether the PDF's face has every letter of a text. It has none for Urdu, and no emoji. */
export const canSet = (text: string): boolean =>
  [...text.normalize('NFC')].every(letter => LATIN.test(letter) || LATIN_EXT.test(letter));

export type Weight = 400 | 700;
/** A part of a word in one face. */
export type Run = { font: string; text: string };
/** `glued`: a part of a longer word, so that no space stands before it. */
export type Word = { runs: Run[]; width: number; glued: boolean };

/** A word in the faces that have its letters: 'ddŵr' takes two. */
export function runsOf(word: string, weight: Weight): Run[] {
  const runs: Run[] = [];
  for (const letter of word.normalize('NFC')) {
    const font = `${LATIN_EXT.test(letter) ? 'latin-ext' : 'latin'}-${weight}`;
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

/** Words in lines of at most `width`, a `space` apart. A word that is wider than a line stands alone. */
export function linesOf(words: readonly Word[], width: number, space: number): Word[][] {
  const lines: Word[][] = [];
  let used = Infinity;
  for (const word of words) {
    const line = lines.at(-1);
    const gap = word.glued ? 0 : space;
    if (line && used + gap + word.width <= width) {
      line.push(word);
      used += gap + word.width;
    } else {
      lines.push([word]);
      used = word.width;
    }
  }
  return lines;
}
