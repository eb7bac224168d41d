import { mkdirSync } from 'node:fs';
import { middle } from './client.ts';
import { atMost, type Figure } from './figures.ts';
import { fetchRaw } from './pages.ts';
import { startProduct } from './servers.ts';

const TIMES = 5;
const BROTLI = { 'Accept-Encoding': 'br, gzip' };

/** From the command to the first answer, on a database that has its tables and nothing in them. */
export async function measureStart(folder: string): Promise<Figure[]> {
  mkdirSync(folder, { recursive: true });
  const taken: number[] = [];
  for (let time = 0; time <= TIMES; time++) {
    const begun = performance.now();
    const server = await startProduct(folder);
    await fetchRaw(server.port, '/', {});
    // The first one made the tables and does not count.
    if (time > 0) taken.push((performance.now() - begun) / 1000);
    await server.stop();
  }
  return [atMost('start, warm, empty database, to the first page', middle(taken), 1, ' s')];
}

/** What a first visit to this page fetches: the page itself and what it and its style name, as brotli. */
export async function measureFirstVisit(port: number, name: string, path: string): Promise<Figure[]> {
  const bytesOf = async (address: string) => Buffer.from((await fetchRaw(port, address, BROTLI)).body, 'base64').length;
  const textOf = async (address: string) => Buffer.from((await fetchRaw(port, address, {})).body, 'base64').toString();
  const html = await textOf(path);
  const named = [...html.matchAll(/<(?:link|script|img)\b[^>]*\b(?:href|src)="(\/[^"]+)"/g)].map(([, at = '']) => at);
  const styles = await Promise.all(named.filter(at => at.endsWith('.css')).map(textOf));
  const fonts = styles.flatMap(css => [...css.matchAll(/url\(["']?(\/[^"')]+)/g)].map(([, at = '']) => at));
  const all = [...new Set([path, ...named, ...fonts])];
  const sizes = await Promise.all(all.map(bytesOf));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1024;
  return [
    atMost(`first visit, ${name}, bytes of all bodies`, kilobytes, 60, ' KB'),
    atMost(`first visit, ${name}, requests`, all.length, 5),
  ];
}
