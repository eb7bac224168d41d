import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '../support/browser.ts';
import { freePort } from '../support/postgres.ts';
import { createWorld, type World } from '../support/world.ts';

// What a browser can't send, but a socket can: over a real port, through the real server.

let world: World;
let port: number;
let stop: () => Promise<void>;
beforeAll(async () => {
  world = await createWorld('sqlite');
  port = await freePort();
  stop = await listen(world.app, port);
});
afterAll(async () => {
  await stop();
  await world.close();
});

const HOST = 'Host: localhost\r\n';
const FORM = 'Content-Type: application/x-www-form-urlencoded\r\nOrigin: http://localhost:3000\r\n';

const requests: Record<string, string | Buffer> = {
  'bytes that are no UTF-8 in the path': Buffer.from(`GET /help/\xff\xfe HTTP/1.1\r\n${HOST}\r\n`, 'latin1'),
  'a NUL in the path': `GET /he\0lp HTTP/1.1\r\n${HOST}\r\n`,
  'a NUL in a header': `GET /help HTTP/1.1\r\n${HOST}Cookie: session=\0\r\n\r\n`,
  'a broken percent sign': `GET /help/%E0%A4%A HTTP/1.1\r\n${HOST}\r\n`,
  'two slashes': `GET //elsewhere.example/ HTTP/1.1\r\n${HOST}\r\n`,
  'a path that climbs': `GET /assets/../../../../etc/passwd HTTP/1.1\r\n${HOST}\r\n`,
  'an encoded path that climbs': `GET /assets/..%2f..%2fpackage.json HTTP/1.1\r\n${HOST}\r\n`,
  'a backslash': `GET /\\elsewhere.example HTTP/1.1\r\n${HOST}\r\n`,
  'a whole address': `GET http://elsewhere.example/help HTTP/1.1\r\n${HOST}\r\n`,
  'an address that is none': `GET http://[ HTTP/1.1\r\n${HOST}\r\n`,
  'no address at all': `GET  HTTP/1.1\r\n${HOST}\r\n`,
  'a star': `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`,
  CONNECT: `CONNECT elsewhere.example:443 HTTP/1.1\r\n${HOST}\r\n`,
  'a method of its own': `BREW /help HTTP/1.1\r\n${HOST}\r\n`,
  TRACE: `TRACE /help HTTP/1.1\r\n${HOST}\r\n`,
  'no host': 'GET /help HTTP/1.1\r\n\r\n',
  'a host that is none': 'GET /help HTTP/1.1\r\nHost: a b/c?d#e\r\n\r\n',
  'two hosts': `GET /help HTTP/1.1\r\n${HOST}Host: elsewhere.example\r\n\r\n`,
  'a host from elsewhere': 'GET /reading-settings HTTP/1.1\r\nHost: elsewhere.example\r\n\r\n',
  'HTTP/1.0': 'GET /help HTTP/1.0\r\n\r\n',
  'HTTP/9.9': `GET /help HTTP/9.9\r\n${HOST}\r\n`,
  'headers of 100 KB': `GET /help HTTP/1.1\r\n${HOST}X: ${'x'.repeat(100_000)}\r\n\r\n`,
  'a path of 100 KB': `GET /${'x'.repeat(100_000)} HTTP/1.1\r\n${HOST}\r\n`,
  'a folded header': `GET /help HTTP/1.1\r\n${HOST}X: a\r\n b\r\n\r\n`,
  'a header without a name': `GET /help HTTP/1.1\r\n${HOST}: b\r\n\r\n`,
  'line ends alone': `GET /help HTTP/1.1\n${HOST}\n`,
  'two lengths': `POST /reading-settings HTTP/1.1\r\n${HOST}${FORM}Content-Length: 3\r\nContent-Length: 5\r\n\r\na=bcd`,
  'a length and chunks': `POST /reading-settings HTTP/1.1\r\n${HOST}${FORM}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  'a length that is none': `POST /reading-settings HTTP/1.1\r\n${HOST}${FORM}Content-Length: many\r\n\r\na=b`,
  'a body that ends early': `POST /reading-settings HTTP/1.1\r\n${HOST}${FORM}Content-Length: 300\r\n\r\na=b`,
  'chunks that are none': `POST /reading-settings HTTP/1.1\r\n${HOST}${FORM}Transfer-Encoding: chunked\r\n\r\nzz\r\nab\r\n`,
  'a chunk without end': `POST /reading-settings HTTP/1.1\r\n${HOST}${FORM}Transfer-Encoding: chunked\r\n\r\n5\r\nab`,
  'a broken multipart body': `POST /reading-settings HTTP/1.1\r\n${HOST}Origin: http://localhost:3000\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9\r\n\r\n--x\r\n\r\n--`,
  'a body that says it is gzip': `POST /reading-settings HTTP/1.1\r\n${HOST}${FORM}Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\na=b`,
  'a body on GET': `GET /help HTTP/1.1\r\n${HOST}Content-Length: 3\r\n\r\na=b`,
  'an upgrade': `GET /help HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  'a wait for leave': `POST /reading-settings HTTP/1.1\r\n${HOST}${FORM}Expect: 100-continue\r\nContent-Length: 3\r\n\r\na=b`,
  'TLS where there is none': Buffer.from('16030100a5010000a10303', 'hex'),
  'two requests at once': `GET /help HTTP/1.1\r\n${HOST}\r\nGET /privacy HTTP/1.1\r\n${HOST}\r\n`,
};

test.each(Object.entries(requests))('%s: refused or answered, and the server stands', async (_name, bytes) => {
  const answer = await say(bytes);
  const statuses = [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(match => Number(match[1]));
  expect(statuses.filter(status => status >= 500)).toEqual([]);
  expect(answer).not.toMatch(/node_modules|at \S+ \(|root:/);
  expect(answer).not.toMatch(/^location: .*elsewhere/im);
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
});

/** Sends bytes, ends its side, and gives all that comes back; '' when the other side hangs up. */
function say(bytes: string | Buffer): Promise<string> {
  return new Promise(resolve => {
    const heard: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.setTimeout(3_000, () => socket.destroy());
    socket.on('data', chunk => heard.push(Buffer.from(chunk)));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(Buffer.concat(heard).toString('latin1')));
  });
}
