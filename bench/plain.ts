import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What to answer under an address: the same headers and bytes as the product's. The body is base64. */
export type PlainAnswer = { headers: Record<string, string>; body: string };

// The least that Node can do: it looks nothing up but the answer, and does not look at the request's headers.
const given = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Record<string, PlainAnswer>;
const answers = new Map(
  Object.entries(given).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body, 'base64') }]),
);

const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? '');
  response.writeHead(answer ? 200 : 404, answer?.headers);
  response.end(answer?.body);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`Listening on http://localhost:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => process.exit(0));
