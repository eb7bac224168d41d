import { middle, repeat, request } from './client.ts';
import { atMost, plainly, type Figure } from './figures.ts';
import { inTurn, ratio } from './rounds.ts';
import type { Server } from './servers.ts';
import type { Filled, World } from './world.ts';

const ROUNDS = 5;
const SECONDS = 0.4;

/** The board's page and the desk's page of live counts, one request at a time, for each size. */
export async function measureDashboards(server: Server, { filled, cookie }: World): Promise<Figure[]> {
  const kinds = {
    'board, from the snapshot': ({ slug }: Filled) => `/board/${slug}`,
    'desk, live tallies': ({ id }: Filled) => `/desk/consultations/${id}/answers`,
  };
  const figures: Figure[] = [];
  for (const [kind, pathOf] of Object.entries(kinds)) {
    const measures = filled.map(each => [
      String(each.responses),
      () => repeat(server.port, request(pathOf(each), { Cookie: cookie }), 1, SECONDS).then(({ p50 }) => p50),
    ]);
    const times = await inTurn<string, number>(ROUNDS, Object.fromEntries(measures));
    figures.push(...compare(kind, filled, times));
  }
  return figures;
}

function compare(kind: string, filled: readonly Filled[], times: Record<string, number[]>): Figure[] {
  const sizes = filled.map(({ responses }) => responses).sort((a, b) => a - b);
  const [least = 0] = sizes;
  const most = sizes.at(-1) ?? 0;
  const of = (size: number) => times[size] ?? [];
  return [
    atMost(`${kind}, ${words(most)} against ${words(least)} responses`, ratio(of(most), of(least)), 1.5),
    atMost(`${kind}, ${words(most)} responses, p50`, middle(of(most)), 30, ' ms'),
    ...sizes.slice(0, -1).map(size => plainly(`  ${kind}, ${words(size)} responses, p50`, middle(of(size)), ' ms')),
  ];
}

const words = (count: number) => count.toLocaleString('en-GB');
