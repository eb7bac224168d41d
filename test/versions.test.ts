import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

type Package = { version: string; license?: string };
type Lock = { packages: Record<string, Package & { dev?: boolean; optional?: boolean }> };
type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Lock;

// Versions in which known holes were closed.
test.each([
  ['hono', '4.13.16'],
  ['@hono/node-server', '2.0.5'],
  ['nodemailer', '10.6.0'],
  ['kysely', '0.29.9'],
])('%s is at least %s', (name, least) => {
  expect(compare(lock.packages[`node_modules/${name}`]?.version ?? '0', least)).toBeGreaterThanOrEqual(0);
});

test('the Node that npm brings is the one that runs', () => {
  const pinned = Object.entries(manifest.optionalDependencies).filter(([name]) => name.startsWith('node-'));
  expect(new Set(pinned.map(([, version]) => `v${version}`))).toEqual(new Set([process.version]));
});

test('every version is exact', () => {
  const all = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  expect(Object.entries(all).filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual(
    [],
  );
});

test('the licences of everything that runs are listed', () => {
  const listed = readFileSync(join(ROOT, 'docs/licences.md'), 'utf8').replace(/ +/g, ' ');
  const shipped = Object.entries(lock.packages).filter(([path, each]) => path !== '' && !each.dev);
  const names = shipped.map(([path]) => path.replace(/^.*node_modules\//, ''));
  expect(names.filter(name => !listed.includes(`| ${name} |`))).toEqual([]);
});

function compare(one: string, other: string): number {
  const [a, b] = [one, other].map(text => text.split('.').map(Number));
  for (let place = 0; place < 3; place++) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
