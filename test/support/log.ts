import { pino, type Logger } from 'pino';

/** A log that a test can read. */
export type HeardLog = { logger: Logger; lines: string[]; text(): string };

export function listenToLog(): HeardLog {
  const lines: string[] = [];
  const logger = pino({ level: 'debug' }, { write: line => void lines.push(line) });
  return { logger, lines, text: () => lines.join('') };
}
