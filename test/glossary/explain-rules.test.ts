import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explainer } from '../../src/glossary/explain-rules.ts';
import { presets } from '../../src/glossary/presets.ts';
import { isShortForm, knownOf } from '../../src/glossary/term-rules.ts';

const word = (term: string, meaning: string, others = {}) => ({ term, meaning, cy: '', pl: '', ur: '', ...others });
const glossary = [
  word('SEND', 'special educational needs & disabilities', { cy: 'anghenion arbennig', ur: 'خصوصی ضروریات' }),
  word('SEN', 'special educational needs'),
  word('EHC plan', 'education, health and care plan'),
  word('Provision', 'the help that a child gets'),
];
const explain = explainer(glossary);
const inMain = (html: string) =>
  `<title>SEND</title><header>SEND</header><main id="main">${html}</main><footer>SEND</footer>`;
const explained = (html: string, language: 'en' | 'cy' | 'ur' | 'pl' = 'en') =>
  /<main id="main">([^]*)<\/main>/.exec(explain(inMain(html), language))?.[1];

test.each([
  [
    'in a sentence, once, its plural too',
    '<p>The SENDs and SEND.</p>',
    '<p>The <dfn>SENDs</dfn> <span class="meaning">(special educational needs &amp; disabilities)</span> and SEND.</p>',
  ],
  [
    'each for itself, the longest first',
    '<p>An EHC plan</p><p>for SEN</p>',
    '<p>An <dfn>EHC plan</dfn> <span class="meaning">(education, health and care plan)</span></p><p>for <dfn>SEN</dfn> <span class="meaning">(special educational needs)</span></p>',
  ],
  [
    'behind a heading, whose name stays',
    '<h1>Our <em>SEN</em> team</h1><p>SEN</p>',
    '<h1>Our <em>SEN</em> team</h1>\n<p class="meaning"><dfn>SEN</dfn>: special educational needs</p><p>SEN</p>',
  ],
  [
    'behind a question, inside its group',
    '<fieldset><legend><h1>SEN?</h1></legend></fieldset>',
    '<fieldset><legend><h1>SEN?</h1></legend>\n<p class="meaning"><dfn>SEN</dfn>: special educational needs</p></fieldset>',
  ],
  [
    'behind a link',
    '<p><a href="/SEN">SEN</a>.</p>',
    '<p><a href="/SEN">SEN</a> <span class="meaning">(SEN: special educational needs)</span>.</p>',
  ],
  ['not in what somebody else said', '<dd data-as-said>SEN</dd>', '<dd data-as-said>SEN</dd>'],
  [
    'not in fields',
    '<textarea>SEN</textarea><select><option>SEN</option></select>',
    '<textarea>SEN</textarea><select><option>SEN</option></select>',
  ],
  ['not in an attribute or inside a word', '<p title="SEN">SENSE, MSEN</p>', '<p title="SEN">SENSE, MSEN</p>'],
  [
    'not when the page does so itself',
    '<h1>SEN</h1><p>special needs (SEN)</p>',
    '<h1>SEN</h1><p>special needs (SEN)</p>',
  ],
  ['not when it is no short form', '<p>Provision</p>', '<p>Provision</p>'],
])('W01 a short form is explained where it first stands: %s', (_name, html, expected) => {
  expect(explained(html)).toBe(expected);
});

test('W01 a page in another language has the meaning in it where there is one, else in English, and says which', () => {
  expect(explained('<p>SEND</p>', 'cy')).toContain('(<span lang="cy" dir="ltr">anghenion arbennig</span>)');
  expect(explained('<p>SEND</p>', 'ur')).toContain('(<span lang="ur" dir="rtl">خصوصی ضروریات</span>)');
  expect(explained('<p>SEN</p>', 'pl')).toContain('(<span lang="en" dir="ltr">special educational needs</span>)');
});

test('W01 whatever a page holds, explaining it adds words and takes none away', () => {
  const tags = [
    '<p>',
    '</p>',
    '<h2>',
    '</h2>',
    '<a href="#">',
    '</a>',
    '<br>',
    '<ul><li>',
    '</li></ul>',
    'SEND',
    ' SEN ',
    'EHC plan',
    '<b>',
    '</b>',
    'x ',
  ];
  const page = fc.array(fc.constantFrom(...tags)).map(parts => inMain(parts.join('')));
  fc.assert(
    fc.property(page, html => {
      const after = explain(html, 'en');
      const without = after
        .replace(/\n<p class="meaning">.*?<\/p>/g, '')
        .replace(/ <span class="meaning">.*?<\/span>/g, '');
      expect(without.replace(/<\/?dfn>/g, '')).toBe(html);
    }),
  );
});

test('the usual words are short forms but for a few, each once, with a meaning that fits in brackets', () => {
  const terms = presets.map(each => each.term.toLowerCase());
  expect(new Set(terms).size).toBe(terms.length);
  expect(presets.filter(({ term }) => !isShortForm(term)).map(each => each.term)).toEqual(['Local Offer', 'Provision']);
  for (const { meaning } of presets) expect(meaning).toMatch(/^[a-z][^.]{5,98}$/);
});

test('what is explained is known, with the short forms inside it', () => {
  expect([...knownOf([{ term: 'EHC plan' }, { term: 'Pathway' }])]).toEqual(['ehc plan', 'ehc', 'pathway']);
});
