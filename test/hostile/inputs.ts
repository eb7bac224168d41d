import fc from 'fast-check';
import { roles, type Role } from '../../src/people/roles.ts';
import type { RouteFacts } from '../../src/web/site.ts';

/** `family` holds a draft, or the receipt of what was sent. */
export type Somebody = Role | 'nobody' | 'family';

/** One request that means no good. `route` says which page it is aimed at. */
export type Hostile = {
  route: RouteFacts;
  as: Somebody;
  method: string;
  path: string;
  headers: [string, string][];
  body: string | null;
};

/** What the generator needs to know of a route: a path that finds something, and the fields of its forms with values that fit. */
export type Target = { route: RouteFacts; path: string; fields: ReadonlyMap<string, string> };

// Strings that have broken something somewhere, and whatever else comes to the generator's mind.
const KNOWN = [
  '',
  '\0',
  'a\0b',
  '%00',
  '%',
  '%zz',
  '%c0%ae%c0%ae/',
  '../../../../etc/passwd',
  '..%2f..%2f',
  "' or '1'='1",
  "'; drop table people; --",
  '" onload="x',
  '<script>alert(1)</script>',
  '{{7*7}}<%= it.deps %>${7*7}',
  '<%~ include("/web/layout") %>',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__[admin]',
  'a[b][c]',
  'a.b.c',
  'NaN',
  'Infinity',
  '-1',
  '1e309',
  '0x10',
  '9'.repeat(400),
  '2026-02-31',
  '+275760-09-13',
  '-271821-04-19',
  '9999-12-31',
  '0000-00-00',
  'null',
  'undefined',
  'true',
  '[]',
  '{"a":1}',
  '\ud800',
  '\udc00\ud800',
  '‮evil',
  '\u0000\u0001\u001b[31m',
  '😀'.repeat(200),
  'ﷺ'.repeat(100),
  'é',
  'x'.repeat(5_000),
  'line\r\nset-cookie: a=b',
  '//elsewhere.example',
  'https://elsewhere.example/',
  '/\\elsewhere.example',
  'javascript:alert(1)',
  'a@b.example\nbcc: c@d.example',
  'a@b.example, c@d.example',
  '"a"@b',
];

const words = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 2, arbitrary: fc.string({ maxLength: 60 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...KNOWN), fc.constantFrom(...KNOWN)).map(pair => pair.join('')) },
);

/** Part of an address: as it is, encoded, encoded twice, or broken. */
const segment = words.chain(text =>
  fc.constantFrom(text, encode(text), encode(encode(text)), text.replaceAll('/', '%2F'), `${encode(text)}%`),
);

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

const paths = (target: Target) => {
  const parts = target.path.split('/');
  const replaced = fc
    .tuple(fc.nat(parts.length - 1), segment)
    .map(([at, part]) => parts.map((each, i) => (i === Math.max(1, at) ? part : each)).join('/'));
  const added = segment.map(part => `${target.path}/${part}`);
  const filled = fc
    .array(segment, { minLength: parts.length, maxLength: parts.length })
    .map(list => target.route.path.split('/').map((each, i) => (each.startsWith(':') ? (list[i] ?? '') : each)))
    .map(list => list.join('/'));
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(target.path) },
    { weight: 3, arbitrary: replaced },
    { weight: 2, arbitrary: filled },
    { weight: 1, arbitrary: added },
    { weight: 1, arbitrary: fc.constantFrom(`${target.path}/`, `/${target.path}`, target.path.toUpperCase()) },
  );
};

const pairs = (names: string[], most: number) =>
  fc.array(fc.tuple(names.length ? fc.oneof(fc.constantFrom(...names), words) : words, words), { maxLength: most });

const QUERIES = ['next', 'back', 'saved', 'page', 'from', 'q', 'by', 'theme', 'question', 'channel', 'day', 'show'];

const query = pairs(QUERIES, 4).chain(list =>
  fc.oneof(fc.constant(asForm(list)), fc.constant(list.map(pair => pair.join('=')).join('&')), segment),
);

function asForm(list: [string, string][]): string {
  return new URLSearchParams(list.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()])).toString();
}

const FORM = 'application/x-www-form-urlencoded';

const fitting = (name: string): string => {
  if (/email/i.test(name)) return 'somebody@brackenshire.example';
  const part = /-(day|month|year)$/.exec(name)?.[1] ?? '';
  return { day: '14', month: '12', year: '2026' }[part] ?? 'Some words.';
};

// Mostly a form that would be taken, with one to three fields of harm: what is refused at once tries little.
const spoilt = (fields: ReadonlyMap<string, string>) =>
  fc.array(fc.tuple(fc.constantFrom(...fields.keys()), words), { minLength: 1, maxLength: 3 }).map(changes => {
    const plain = [...fields].map(([name, value]): [string, string] => [name, value || fitting(name)]);
    return asForm([...new Map([...plain, ...changes])]);
  });

const bodies = (fields: ReadonlyMap<string, string>) => {
  const names = fields.size > 0 ? [...fields.keys()] : ['a'];
  const name = fc.constantFrom(...names);
  return fc.oneof(
    { weight: fields.size > 0 ? 8 : 0, arbitrary: spoilt(fields.size > 0 ? fields : new Map([['a', '']])) },
    { weight: 4, arbitrary: pairs(names, 12).map(asForm) },
    { weight: 1, arbitrary: name.map(each => `${each}=${'x'.repeat(300_000)}`) },
    { weight: 1, arbitrary: name.map(each => `${each}=a&`.repeat(1_500)) },
    { weight: 1, arbitrary: name.map(each => `${each}=%&%=%zz&=`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'a[b][c]=1&__proto__[x]=1&constructor.prototype.x=1',
        `{"${'a":{"'.repeat(200)}`,
        '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x',
        `a=${'x'.repeat(1_100_000)}`,
      ),
    },
    { weight: 1, arbitrary: words },
  );
};

const TYPES = [
  FORM,
  `${FORM}; charset=utf-7`,
  `${FORM}\t`,
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'multipart/form-data; boundary=',
  'application/json',
  'text/plain',
  'text/html',
  'a/b; c="',
  '',
];

const COOKIES = ['session', 'draft', 'receipt', 'reading', 'sign-in-link', 'set-up-link', '__proto__'];

// Only what may stand in a header at all: fetch itself refuses line ends and letters beyond Latin-1.
const headerValue = words.map(text => text.replace(/[^\x20-\x7e\x80-\xff]/g, '').slice(0, 4_000));

const header = fc.oneof(
  fc.tuple(fc.constantFrom(...COOKIES), headerValue).map(([name, value]) => ['cookie', `${name}=${value}`]),
  headerValue.map(value => ['cookie', value]),
  fc.constant(['cookie', 'a=b; '.repeat(700)]),
  fc.constantFrom('*', '"', 'W/"', '"x", ', 'x'.repeat(3_000)).map(value => ['if-none-match', value]),
  fc
    .constantFrom('br;q=9', 'gzip, br;;', 'identity;q=0', '*', 'x'.repeat(2_000))
    .map(value => ['accept-encoding', value]),
  headerValue.map(value => ['referer', value]),
  headerValue.map(value => ['x-forwarded-for', value]),
  fc.constantFrom('true', 'x', '').map(value => ['hx-request', value]),
  headerValue.map(value => ['hx-current-url', value]),
  fc.constantFrom('bytes=0-', 'bytes=9-1').map(value => ['range', value]),
  fc.constantFrom('999999999', '-1', 'x', '0').map(value => ['content-length', value]),
  fc.constantFrom('https://elsewhere.example', 'null', 'x').map(value => ['origin', value]),
  headerValue.map(value => ['accept-language', value]),
) as fc.Arbitrary<[string, string]>;

/** Who may open a page comes most often; families come to their own journey with what they hold. */
const somebody = ({ route }: Target): fc.Arbitrary<Somebody> => {
  const anybody: Somebody[] = ['nobody', 'family', ...roles];
  const journey: Somebody = route.path.includes('/answer') ? 'family' : 'nobody';
  const allowed = route.access === 'public' ? [journey] : [...route.access];
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...allowed) },
    { weight: 1, arbitrary: fc.constantFrom(...anybody) },
  );
};

/** Hostile requests for one page. Most posts come from the site itself, so that they get in. */
export function hostileAt(target: Target, origin: string): fc.Arbitrary<Hostile> {
  const { route } = target;
  const odd = fc.constantFrom('HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS');
  const method = fc.oneof({ weight: 7, arbitrary: fc.constant('GET') }, { weight: 1, arbitrary: odd });
  const type = fc.oneof(
    { weight: 9, arbitrary: fc.constant(FORM) },
    { weight: 1, arbitrary: fc.constantFrom(...TYPES) },
  );
  return fc
    .record({
      as: somebody(target),
      method: route.method === 'POST' ? fc.constant('POST') : method,
      path: paths(target),
      query: fc.option(query, { freq: 2, nil: '' }),
      type,
      headers: fc.oneof(
        { weight: 2, arbitrary: fc.constant([]) },
        { weight: 1, arbitrary: fc.array(header, { maxLength: 3 }) },
      ),
      body: bodies(target.fields),
    })
    .map(({ as, method, path, query, type, headers, body }) => {
      const posts = method === 'POST';
      const own: [string, string][] = [
        ['origin', origin],
        ...(posts ? [['content-type', type] as [string, string]] : []),
      ];
      return {
        route,
        as,
        method,
        path: query ? `${path}?${query}` : path,
        headers: [...own, ...headers],
        body: posts ? body : null,
      };
    });
}
