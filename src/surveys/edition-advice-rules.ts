/** What editions lack, or say of older words, for whoever is about to publish. It stops nobody: the original stands there. */
import { deskNames, type Edition } from '../words/editions.ts';
import { isSilent, type Definition } from './definition.ts';
import type { StartOriginal } from './edition-texts-rules.ts';
import { partsIn } from './edition-view-rules.ts';
import { editionsOf } from './editions.ts';

export type EditionAdvice = { edition: Edition; words: string };

/** By edition: ‘Welsh: 2 texts are older than the original, 3 are missing.’ Those that lack nothing, or all, are left out. */
export const editionAdvice = (definition: Definition, original: StartOriginal): EditionAdvice[] =>
  editionsOf(definition).flatMap(edition => {
    const isLeftOut = edition === 'plain' || isSilent(definition, edition);
    const parts = isLeftOut ? [] : partsIn({ definition, original, edition });
    const words = lacks(sum(parts.map(each => each.older)), sum(parts.map(each => each.missing)));
    return words ? [{ edition, words: `${deskNames[edition]}: ${words}.` }] : [];
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

function lacks(older: number, missing: number): string {
  const said = [
    ...(older > 0 ? [`${texts(older)} older than the original`] : []),
    ...(missing > 0 ? [`${older > 0 ? are(missing) : texts(missing)} missing`] : []),
  ];
  return said.join(', ');
}

const are = (n: number): string => `${n} ${n === 1 ? 'is' : 'are'}`;
const texts = (n: number): string => (n === 1 ? '1 text is' : `${n} texts are`);
