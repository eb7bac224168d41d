/** Words out of what an editor for web pages wrote. */

const NAMED: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', hellip: '…', ndash: '–', mdash: '—' },
  ...{ lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', laquo: '«', raquo: '»', bull: '•', middot: '·', euro: '€' },
  ...{ pound: '£', copy: '©', eacute: 'é', egrave: 'è', agrave: 'à', ccedil: 'ç', uuml: 'ü', ouml: 'ö', auml: 'ä' },
  ...{ Uuml: 'Ü', Ouml: 'Ö', Auml: 'Ä', szlig: 'ß', ecirc: 'ê', acirc: 'â', ocirc: 'ô', icirc: 'î', ucirc: 'û' },
};

const HIDDEN = /<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->/gi;
const BREAKS = /<br\s*\/?>|<\/(?:p|div|h[1-6]|tr|ul|ol|table)\s*>/gi;
const ITEM = /<li\b[^>]*>/gi;
const TAG = /<\/?[a-z][^>]*>/gi;

const LINK = /<a\b[^>]*?\bhref\s*=\s*["'](https?:[^"']+)["'][^>]*>([^]*?)<\/a\s*>/gi;

const EMBEDDED: Record<string, RegExp> = {
  'a picture': /<img\b/i,
  'a video or recording': /<(?:video|audio|iframe|embed|object)\b/i,
  'a script': /<script\b/i,
};

/** What is no words: names for a list. */
export const embeddedIn = (html: string): string[] =>
  Object.entries(EMBEDDED).flatMap(([what, pattern]) => (pattern.test(html) ? [what] : []));

/** The words as they are read: paragraphs with an empty line between, items of lists with a dash, no mark-up. */
export function plainText(html: string): string {
  const lines = html
    .replace(HIDDEN, '')
    .replace(LINK, (_, address: string, words: string) => (words.includes(address) ? words : `${words} (${address})`))
    .replace(/\s+/g, ' ')
    .replace(BREAKS, '\n')
    .replace(ITEM, '\n– ')
    .replace(TAG, '');
  return decoded(lines)
    .split('\n')
    .map(line => line.replace(/[^\S\n]+/g, ' ').trim())
    .filter(line => line !== '' && line !== '–')
    .join('\n');
}

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal?: string, hex?: string, name = '') => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : Number.NaN;
    if (Number.isNaN(code)) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '';
  });
