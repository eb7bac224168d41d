/**
 * Explains short forms where they first stand on a page that is already rendered: in one place for all pages, whoever
 * wrote them. The explanation is text that can be read, heard and printed, with and without scripts.
 */
import { languages, type Language } from '../words/editions.ts';
import { explains } from '../words/plain-rules.ts';
import { isShortForm } from './term-rules.ts';

type Explained = { term: string; meaning: string } & Record<'cy' | 'pl' | 'ur', string>;

/** A page in a language with its short forms explained. */
export type Explain = (html: string, language: Language) => string;

export function explainer(glossary: readonly Explained[]): Explain {
  const words = glossary.filter(({ term }) => isShortForm(term)).map(each => ({ ...each, html: escaped(each.term) }));
  const longestFirst = words.toSorted((a, b) => b.term.length - a.term.length);
  if (words.length === 0) return html => html;
  const any = new RegExp(
    `(?<![\\p{L}\\p{N}-])(${longestFirst.map(each => RegExp.escape(each.html)).join('|')})(?:s|’s|&#39;s)?(?![\\p{L}\\p{N}-])`,
    'gu',
  );
  const byHtml = new Map(words.map(word => [word.html, word]));
  return (html, language) => {
    const from = html.indexOf('<main');
    const to = html.indexOf('</main>', from) + '</main>'.length;
    const main = html.slice(from, to);
    if (from < 0 || main.search(any) < 0) return html;
    return html.slice(0, from) + explainMain(main, { byHtml, any, language }) + html.slice(to);
  };
}

type Word = Explained & { html: string };
type Given = { byHtml: ReadonlyMap<string, Word>; any: RegExp; language: Language };

/** A tag with its slash and its name, or a comment. Names are written small, as all of our pages do. */
const TAG = /<!--[^]*?-->|<(\/?)([a-z][a-z0-9-]*)?[^>]*>/g;

/** What is not prose: fields and drawings. */
const NO_PROSE = ['script', 'style', 'textarea', 'select', 'svg', 'title', 'pre', 'code', 'dfn', 'nav', 'template'];
/** What somebody else said stays as they said it. */
const AS_SAID = /\sdata-as-said\b|class="kept-words"/;
/** Names of things and places: a name stays as it is, and the explanation stands behind it. */
const BLOCKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'legend', 'summary', 'blockquote'];
const INLINE = ['a', 'button', 'q'];
const VOID = new Set('area br col embed hr img input link meta source track wbr'.split(' '));

type Kind = 'left alone' | 'block' | 'inline';
const kinds = new Map<string, Kind>([
  ...NO_PROSE.map(name => [name, 'left alone'] as const),
  ...BLOCKS.map(name => [name, 'block'] as const),
  ...INLINE.map(name => [name, 'inline'] as const),
]);

type Open = { name: string; kind: Kind | undefined };
type Walk = { open: Open[]; left: Map<string, Word>; waiting: Word[] };

/** Goes from tag to tag until nothing is left to explain: what follows stays as it is. */
function explainMain(main: string, given: Given): string {
  const walk: Walk = { open: [], left: wordsToExplain(main, given), waiting: [] };
  let said = '';
  let at = 0;
  for (const { 0: tag, 1: slash, 2: name = '', index } of main.matchAll(TAG)) {
    if (walk.left.size === 0 && walk.waiting.length === 0) break;
    if (index > at) said += explainText(main.slice(at, index), walk, given);
    said += tag;
    if (slash) said += close(name, walk, given.language);
    else if (name && !VOID.has(name))
      walk.open.push({ name, kind: AS_SAID.test(tag) ? 'left alone' : kinds.get(name) });
    at = index + tag.length;
  }
  return said + main.slice(at);
}

/** The words that stand on the page and that it doesn't explain itself. */
function wordsToExplain(main: string, { byHtml, any }: Given): Map<string, Word> {
  const text = main.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&');
  const found = new Set([...main.matchAll(any)].map(([, html]) => html ?? ''));
  return new Map([...byHtml].filter(([html, { term }]) => found.has(html) && !explains(text, term)));
}

function explainText(text: string, { open, left, waiting }: Walk, { any, language }: Given): string {
  if (open.some(each => each.kind === 'left alone')) return text;
  return text.replace(any, (found: string, html: string) => {
    const word = left.get(html);
    if (!word) return found;
    left.delete(html);
    if (!open.some(each => each.kind)) return `<dfn>${found}</dfn> ${inBrackets(html, word, language, true)}`;
    waiting.push(word);
    return found;
  });
}

/** Closes a tag. Gives what has to stand behind it: the explanations that waited for it. */
function close(name: string, { open, waiting }: Walk, language: Language): string {
  const at = open.findLastIndex(each => each.name === name);
  if (at < 0) return '';
  const [closed] = open.splice(at);
  const isIn = open.some(each => each.kind === 'block' || each.kind === 'inline');
  if (waiting.length === 0 || isIn || !closed?.kind) return '';
  return waiting
    .splice(0)
    .map(word =>
      closed.kind === 'block'
        ? `\n<p class="meaning"><dfn>${word.html}</dfn>: ${meaningOf(word, language)}</p>`
        : ` ${inBrackets(word.html, word, language, false)}`,
    )
    .join('');
}

const inBrackets = (term: string, word: Word, language: Language, isBeside: boolean): string =>
  `<span class="meaning">(${isBeside ? '' : `${term}: `}${meaningOf(word, language)})</span>`;

/** In the reader's language where the glossary has it, else in English; marked, for it may stand among other words. */
function meaningOf(word: Word, language: Language): string {
  if (language === 'en') return escaped(word.meaning);
  const own = word[language];
  const said: Language = own === '' ? 'en' : language;
  return `<span lang="${said}" dir="${languages[said].dir}">${escaped(own || word.meaning)}</span>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, each => ENTITIES[each] ?? each);
