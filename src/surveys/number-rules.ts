/** The numbers of questions, the same wherever a survey stands: for families, on paper, at the desk, beside the answers. */
import type { Definition } from './definition.ts';
import { kindOf } from './kinds/registry.ts';
import { pagesOf } from './pages.ts';

type Numbered = Pick<Definition, 'questions' | 'about'>;

/** By page. What asks nothing has no number, and each of several items on one scale has its own. */
export function numbersOf(definition: Numbered): Map<string, number> {
  const asking = pagesOf(definition).filter(page => !kindOf(page.question).emptyOk);
  return new Map(asking.map((page, at) => [page.id, at + 1]));
}

/** The numbers of one question of the definition: several for items on one scale, none for a page to read. */
export function numbersIn(definition: Numbered, id: string): number[] {
  const numbers = numbersOf(definition);
  return pagesOf(definition).flatMap(page => (page.part === id ? (numbers.get(page.id) ?? []) : []));
}

/** '3', '5 to 8', or '' for a page to read. */
export function numeralOf(definition: Numbered, id: string): string {
  const [first = '', ...others] = numbersIn(definition, id);
  return others.length > 0 ? `${first} to ${others.at(-1)}` : String(first);
}

/** What stands above it: 'Question 3', 'Questions 5 to 8', or what a sentence calls it where it has no number. */
export function titleOf(definition: Numbered, id: string): string {
  const many = numbersIn(definition, id).length > 1;
  return many ? `Questions ${numeralOf(definition, id)}` : called(definition, id);
}

/** What a sentence calls it: 'Question 3' (of several items, the first), '‘About you’, question 2' or 'The page ‘Hello’'. */
export function called(definition: Numbered, id: string): string {
  const [number] = numbersIn(definition, id);
  if (number !== undefined) return `Question ${number}`;
  const page = definition.questions.find(each => each.id === id);
  if (page) return page.ask ? `The page ‘${page.ask}’` : 'A page to read';
  const place = (definition.about?.questions ?? []).findIndex(each => each.id === id);
  return place < 0 ? `Question ${id}` : `‘About you’, question ${place + 1}`;
}
