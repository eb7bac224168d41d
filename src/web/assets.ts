import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { makeReady, type Ready } from './ready.ts';
import { tintOf } from './colour.ts';

const STATIC = join(import.meta.dirname, '../../static');
const PACKAGES = dirname(dirname(createRequire(import.meta.url).resolve('htmx.org/package.json')));
const FONTS = join(PACKAGES, '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-');

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
};

const YEAR = 'public, max-age=31536000, immutable';

export type AssetName = 'style' | 'script' | 'chart' | 'typing';
export type Assets = {
  /** The address of an asset; its name changes with its content, so it may be kept for a year. */
  url(name: AssetName): string;
  find(file: string): Promise<Ready> | undefined;
  /** Makes the style file anew in the partnership's own colour. */
  colour(strong: string): void;
};

/** Joins, names and compresses the assets once, at start. */
export function createAssets(strong: string, headers: Readonly<Record<string, string>>): Assets {
  const files = new Map<string, Promise<Ready>>();
  const urls = new Map<AssetName, string>();
  const add = (name: string, extension: string, bytes: Buffer): string => {
    const file = `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}${extension}`;
    const all = { ...headers, 'content-type': types[extension] ?? '', 'cache-control': YEAR };
    files.set(file, makeReady(bytes, all, '', extension === '.woff2'));
    return `/assets/${file}`;
  };
  const fonts = ['400', '700'].map(weight =>
    add(`font-${weight}`, '.woff2', readFileSync(`${FONTS}${weight}-normal.woff2`)),
  );
  // What it says to whoever works on it is not sent to a family on a slow line.
  const sheet = joined('css')
    .replace(/\s*\/\*[^]*?\*\//g, '')
    .replace('/assets/font-400.woff2', fonts[0] ?? '')
    .replace('/assets/font-700.woff2', fonts[1] ?? '');
  urls.set('script', add('app', '.js', Buffer.from(`${read('htmx.org/dist/htmx.min.js')}\n;${local('js/app.js')}`)));
  urls.set('typing', add('typing', '.js', Buffer.from(local('js/typing.js'))));
  urls.set(
    'chart',
    add('chart', '.js', Buffer.from(`${read('chart.js/dist/chart.umd.min.js')}\n;${local('js/charts.js')}`)),
  );
  const colour = (value: string) => {
    const theme = `@layer tokens{:root{--strong:${value};--tint:${tintOf(value)}}}`;
    urls.set('style', add('style', '.css', Buffer.from(`${sheet}\n${theme}`)));
  };
  colour(strong);
  return { url: name => urls.get(name) ?? '', find: file => files.get(file), colour };
}

const read = (path: string) => readFileSync(join(PACKAGES, path), 'utf8').replace(/\n\/\/# sourceMappingURL.*/, '');
const local = (path: string) => readFileSync(join(STATIC, path), 'utf8');

function joined(folder: string): string {
  const files = readdirSync(join(STATIC, folder)).sort();
  return files.map(file => local(join(folder, file))).join('\n');
}
