import { connect, type Socket } from 'node:net';

/** How a round went: how many answers came, how many a second, and how long one took in the middle (milliseconds). */
export type Round = { count: number; rate: number; p50: number };

/** One request, ready to be written to a connection. */
export type Request = Buffer<ArrayBuffer>;

type Headers = Readonly<Record<string, string>>;
type Answer = { status: number; length: number; chunked: boolean };

/** A GET, or with a body a POST of an ordinary form. */
export function request(path: string, headers: Headers = {}, body?: string): Request {
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(body?.length) };
  const all = { Host: 'bench.example', ...headers, ...(body === undefined ? {} : form) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body ?? ''}`);
}

type Load = {
  port: number;
  connections: number;
  /** The next request; null when there is none left. */
  next(): Request | null;
  /** The status that every answer must have. */
  status: number;
};

/**
 * Keeps so many connections busy, one request at a time each, until there is nothing left to send. Throws when an
 * answer has another status. A client of its own, since it shares two cores with what it measures: it reads no more
 * of an answer than it must, and its times are finer than a millisecond.
 */
export async function load({ port, connections, next, status }: Load): Promise<Round> {
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: connections }, () => keepBusy(port, next, status, time => void times.push(time))),
  );
  const seconds = (performance.now() - begun) / 1000;
  return { count: times.length, rate: times.length / seconds, p50: middle(times) };
}

/** The same request again and again, for so many seconds. */
export function repeat(port: number, one: Request, connections: number, seconds: number): Promise<Round> {
  const end = performance.now() + seconds * 1000;
  return load({ port, connections, next: () => (performance.now() < end ? one : null), status: 200 });
}

function keepBusy(port: number, next: () => Request | null, status: number, done: (ms: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let begun = 0;
    const ask = () => {
      const one = next();
      if (!one) return void socket.end(resolve);
      begun = performance.now();
      socket.write(one);
    };
    listen(socket, answer => {
      done(performance.now() - begun);
      if (answer.status === status) return ask();
      socket.destroy();
      reject(new Error(`An answer was ${answer.status}, not ${status}.`));
    });
    socket.on('connect', ask).on('error', reject);
    socket.on('close', () => reject(new Error('The server hung up.')));
  });
}

const LAST_CHUNK = '0\r\n\r\n';

/** Tells when a whole answer is here. */
function listen(socket: Socket, whole: (answer: Answer) => void): void {
  let answer: Answer | null = null;
  let body = 0;
  socket.on('data', (data: Buffer) => {
    if (!answer) {
      const end = data.indexOf('\r\n\r\n');
      answer = readHead(data.toString('latin1', 0, end));
      body = -end - 4;
    }
    body += data.length;
    const last = answer.chunked
      ? data.toString('latin1', data.length - LAST_CHUNK.length) === LAST_CHUNK
      : body >= answer.length;
    if (!last) return;
    const done = answer;
    answer = null;
    whole(done);
  });
}

function readHead(head: string): Answer {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  return { status: Number(head.slice(9, 12)), length: Number(length ?? 0), chunked: length === undefined };
}

/** The value in the middle. */
export function middle(list: readonly number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN;
}
