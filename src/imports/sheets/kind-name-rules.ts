/** The kinds of question as a spreadsheet calls them: by the builder's names. */
import type { KindName } from '../../surveys/definition.ts';
import { kinds } from '../../surveys/kinds/registry.ts';
import words from '../../words/en/surveys.json' with { type: 'json' };

const names: Readonly<Record<string, string>> = words;

export const kindName = (kind: KindName): string => names[`surveys.kind.${kind}`] ?? kind;

export const everyKind = Object.keys(kinds) as KindName[];

/** By the builder's name or by the one that a definition has, however it is written; null where there is no such kind. */
export function kindNamed(text: string): KindName | null {
  const wanted = plain(text);
  return everyKind.find(kind => wanted === kind || wanted === plain(kindName(kind))) ?? null;
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
