/**
 * Whether a quote keeps to what somebody wrote: its words stand in the original in this order, or in [square brackets]
 * as the officer's own. So words can be left out, and names replaced, but nobody is made to say what they did not.
 */
export function keepsTo(original: string, quote: string): boolean {
  const said = wordsOf(original);
  let at = 0;
  for (const word of wordsOf(quote.replace(/\[[^\]]*\]/g, ' '))) {
    const found = said.indexOf(word, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
