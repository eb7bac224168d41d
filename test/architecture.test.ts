import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

// Who may import whom, and how large things may grow. A rule that must give way is an exception below, with its reason.

const ROOT = resolve(import.meta.dirname, '..');

type Import = { from: string; typeOnly: boolean };
type Source = { path: string; text: string; imports: Import[] };

const sources = filesIn('src', '.ts').map(readSource);
const migrations = filesIn('migrations', '.ts').map(readSource);
const templates = filesIn('views', '.eta');

const named = (path: string, pattern: RegExp) => pattern.test(path);
const isRoutes = (path: string) => named(path, /(^|[/-])routes\.ts$/);
const isQueries = (path: string) => named(path, /(^|[/-])queries\.ts$/);
const isWeb = (path: string) => path.startsWith('src/web/');
const isDb = (path: string) => path.startsWith('src/db/');

/** Files that hold rules alone: no clock, no environment, no I/O. */
const PURE = [
  /^src\/calendar\//,
  /^src\/charters\/(charter|clocks|line|promise-line|presets\/.*)\.ts$/,
  /^src\/surveys\/(definition|steps|answers|pages|conditions|cross-checks|routing|editions|reachable|deciders|compare|kinds\/.*)\.ts$/,
  /^src\/consultations\/(plan|state)\.ts$/,
  /(^|[/-])rules\.ts$/,
  /^src\/analysis\/disclosure\.ts$/,
  /^src\/people\/roles\.ts$/,
  /^src\/web\/colour\.ts$/,
  /^src\/words\/editions\.ts$/,
  /^src\/words\/en\/[a-z-]+\.json$/,
];
const isPure = (path: string) => PURE.some(pattern => pattern.test(path));

/** Libraries that only compute. */
const PURE_LIBRARIES = new Set(['zod']);

const HONO_ELSEWHERE: Record<string, string> = {
  'src/people/identify.ts': 'reads and names the session cookie, which routes and the site map both need',
};

test('only routes, the web layer and the app know Hono', () => {
  const knows = (source: Source) => source.imports.some(each => /^(hono|@hono)(\/|$)/.test(each.from));
  const allowed = (path: string) =>
    isWeb(path) || isRoutes(path) || ['src/app.ts', 'src/serve.ts'].includes(path) || path in HONO_ELSEWHERE;
  expect(pathsOf(sources.filter(source => knows(source) && !allowed(source.path)))).toEqual([]);
});

test('only queries, db and migrations build SQL', () => {
  const builds = ({ imports, text }: Source) =>
    imports.some(each => each.from === 'kysely' && !each.typeOnly) ||
    /\.(selectFrom|insertInto|updateTable|deleteFrom)\(/.test(text);
  expect(pathsOf(sources.filter(source => builds(source) && !isQueries(source.path) && !isDb(source.path)))).toEqual(
    [],
  );
});

test('only db/open.ts names SQLite or PostgreSQL drivers', () => {
  const names = ({ imports }: Source) => imports.some(each => ['better-sqlite3', 'pg'].includes(each.from));
  expect(pathsOf(sources.filter(names))).toEqual(['src/db/open.ts']);
});

test('nobody imports routes but the list of features', () => {
  const importers = sources.filter(source => targetsOf(source).some(isRoutes)).map(source => source.path);
  expect(importers).toEqual(['src/features.ts']);
});

test('pure files import pure files alone', () => {
  const strays = sources
    .filter(source => isPure(source.path))
    .flatMap(source => {
      const values = source.imports.filter(each => !each.typeOnly);
      const bad = values.filter(each => {
        const target = targetOf(source, each);
        return target ? !isPure(target) : !PURE_LIBRARIES.has(each.from);
      });
      return bad.map(each => `${source.path} imports ${each.from}`);
    });
  expect(strays).toEqual([]);
});

test('pure files ask nothing of the clock, chance or the environment', () => {
  const asks = /Temporal\.Now|Date\.now|new Date\(\)|Math\.random|process\.|randomUUID|performance\./;
  expect(pathsOf(sources.filter(source => isPure(source.path) && asks.test(source.text)))).toEqual([]);
});

test('one file listens', () => {
  expect(pathsOf(sources.filter(source => /[^a-zA-Z]serve\(|\.listen\(/.test(source.text)))).toEqual(['src/serve.ts']);
});

test('the clock is read in one place and the environment where a process starts', () => {
  const clock = sources.filter(source => /Temporal\.Now/.test(source.text)).map(source => source.path);
  expect(clock.filter(path => !['src/app.ts', 'src/demo.ts', 'src/import.ts'].includes(path))).toEqual([]);
  const environment = sources.filter(source => /process\.env/.test(source.text)).map(source => source.path);
  expect(environment.filter(path => !['src/server.ts', 'src/demo.ts', 'src/import.ts'].includes(path))).toEqual([]);
});

test('queries know neither routes nor acts', () => {
  const allowed = (path: string) => isQueries(path) || isDb(path) || isPure(path);
  const strays = sources
    .filter(source => isQueries(source.path))
    .flatMap(source =>
      source.imports
        .filter(each => !each.typeOnly)
        .flatMap(each => targetOf(source, each) ?? [])
        .filter(target => !allowed(target))
        .map(target => `${source.path} imports ${target}`),
    );
  expect(strays).toEqual([]);
});

test('there are no circles', () => {
  const byPath = new Map(sources.map(source => [source.path, source]));
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (path: string, trail: string[]): void => {
    if (trail.includes(path)) return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    const source = byPath.get(path);
    if (!source || done.has(path)) return;
    const values = source.imports.filter(each => !each.typeOnly).flatMap(each => targetOf(source, each) ?? []);
    for (const target of values) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of byPath.keys()) walk(path, []);
  expect(circles).toEqual([]);
});

const LONG_SOURCES: Record<string, string> = {
  'src/db/schema.ts': 'one row type a table, read as one page',
};

test('source files stay within 220 lines, templates within 100', () => {
  const long = [...sources, ...migrations].filter(({ text, path }) => linesOf(text) > 220 && !(path in LONG_SOURCES));
  const tall = templates.filter(path => linesOf(read(path)) > 100);
  expect([...pathsOf(long), ...tall]).toEqual([]);
});

test('every message that is named has words, and every message is named somewhere', () => {
  const files = filesIn('src/words/en', '.json');
  const catalogue = Object.assign({}, ...files.map(path => JSON.parse(read(path)) as object)) as Record<string, string>;
  const keys = Object.keys(catalogue);
  // Queries name columns in the same way (`responses.id`), and no messages.
  const texts = sources.filter(source => !isQueries(source.path)).map(source => source.text);
  const code = [...texts, ...templates.map(read)].join('\n');
  const matches = (pattern: RegExp) => [...code.matchAll(pattern)].map(match => match[1] ?? '');
  const quoted = new Set(matches(/['"`]([a-z][a-z-]*\.[a-z0-9.-]+)['"`]/g));
  // A key may be put together from a fixed beginning: `errors.${words}.title`, 'web.x-' + name, name + '.heading'.
  const beginnings = [...matches(/['"`]([a-z][a-z-]*\.[a-z0-9.-]*)(?:['"]\s*\+|\$\{)/g), ...quoted].filter(start =>
    keys.some(key => key !== start && key.startsWith(start)),
  );
  const features = new Set(keys.map(key => key.split('.')[0] ?? ''));
  const isFile = (text: string) => /\.(ts|eta|json|css|js|db)$/.test(text);
  const saysNothing = (text: string) => !(text in catalogue) && !beginnings.includes(text) && !isFile(text);
  const unsaid = [...quoted].filter(text => features.has(text.split('.')[0] ?? '') && saysNothing(text));
  const unnamed = keys.filter(key => !quoted.has(key) && !beginnings.some(start => key.startsWith(start)));
  expect({ unsaid, unnamed }).toEqual({ unsaid: [], unnamed: [] });
});

function filesIn(folder: string, ending: string): string[] {
  const found = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
  const paths = found.filter(entry => entry.isFile()).map(entry => relative(ROOT, join(entry.parentPath, entry.name)));
  return paths.filter(path => path.endsWith(ending)).sort();
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function readSource(path: string): Source {
  const text = read(path);
  const found = text.matchAll(/^(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s+'([^']+)'/gms);
  const imports = [...found].map(([, type, names, from]) => ({
    from: from ?? '',
    typeOnly: type !== undefined || onlyTypes(names ?? ''),
  }));
  return { path, text, imports };
}

// `import { type A, type B } from …` leaves nothing to import when types are stripped.
function onlyTypes(names: string): boolean {
  const inside = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
  if (inside === undefined) return false;
  const parts = inside.split(',').map(part => part.trim());
  return parts.filter(part => part !== '').every(part => part.startsWith('type '));
}

function targetOf(source: Source, { from }: Import): string | null {
  return from.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(source.path), from)) : null;
}

function targetsOf(source: Source): string[] {
  return source.imports.flatMap(each => targetOf(source, each) ?? []);
}

const pathsOf = (list: Source[]) => list.map(source => source.path);
const linesOf = (text: string) => text.split('\n').length - 1;
