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
  return (html, language) => (html.search(any) < 0 ? html : explainPage(html, { words, any, language }));
}

type Word = Explained & { html: string };
type Given = { words: readonly Word[]; any: RegExp; language: Language };

const TAG = /(<!--[^]*?-->|<[^>]*>)/;
const VOID = /^<(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b|\/>$|^<!/;

/** What is not prose: fields and drawings. What somebody else said stays as they said it. */
const LEFT_ALONE =
  /^<(?:script|style|textarea|select|svg|title|pre|code|dfn|nav|template)\b|\sdata-as-said\b|class="kept-words"/;
/** Names of things and places: a name stays as it is, and the explanation stands behind it. */
const BLOCKS = /^<(?:h[1-6]|legend|summary|blockquote)\b/;
const INLINE = /^<(?:a|button|q)\b/;

type Open = { name: string; kind: 'plain' | 'left alone' | 'block' | 'inline' | 'main' };

function explainPage(html: string, { words, any, language }: Given): string {
  const pieces = html.split(TAG);
  const own = textOf(html);
  const left = new Map(words.filter(({ term }) => !explains(own, term)).map(each => [each.html, each]));
  const open: Open[] = [];
  const waiting: Word[] = [];
  const is = (kind: Open['kind']) => open.some(each => each.kind === kind);
  return pieces
    .map((piece, at) => {
      if (at % 2 === 1) return piece + behind(piece, open, waiting, language);
      if (!is('main') || is('left alone')) return piece;
      return piece.replace(any, (found: string, term: string) => {
        const word = left.get(term);
        if (!word) return found;
        left.delete(term);
        if (!is('block') && !is('inline')) return `<dfn>${found}</dfn> ${inBrackets(word.html, word, language, true)}`;
        waiting.push(word);
        return found;
      });
    })
    .join('');
}

/** Follows the tags of a page. Gives what has to stand behind one: the explanations that waited for it. */
function behind(tag: string, open: Open[], waiting: Word[], language: Language): string {
  if (!tag.startsWith('</')) {
    if (!VOID.test(tag)) open.push({ name: nameOf(tag), kind: kindOf(tag) });
    return '';
  }
  const at = open.findLastIndex(each => each.name === nameOf(tag));
  if (at < 0) return '';
  const [closed] = open.splice(at);
  const isIn = open.some(each => each.kind === 'block' || each.kind === 'inline');
  if (isIn || !closed || closed.kind === 'plain') return '';
  return waiting
    .splice(0)
    .map(word =>
      closed.kind === 'block'
        ? `\n<p class="meaning"><dfn>${word.html}</dfn>: ${meaningOf(word, language)}</p>`
        : ` ${inBrackets(word.html, word, language, false)}`,
    )
    .join('');
}

function kindOf(tag: string): Open['kind'] {
  if (LEFT_ALONE.test(tag)) return 'left alone';
  if (BLOCKS.test(tag)) return 'block';
  if (INLINE.test(tag)) return 'inline';
  return tag.startsWith('<main') ? 'main' : 'plain';
}

const nameOf = (tag: string): string => /^<\/?([a-z][a-z0-9-]*)/i.exec(tag)?.[1]?.toLowerCase() ?? '';

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

/** The words of a page, to see what it explains itself. */
const textOf = (html: string): string =>
  html
    .replace(/^[^]*?<main\b/, '<main')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&');
