import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Config } from '../config.ts';

/** One mail on its way. `id` is the outbox row's: a repeat of the same row carries the same Message-ID. */
export type Message = {
  id: string;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  /** When it was written, an ISO instant. */
  date: string;
};

/** Hands a message over. `send` throws when it wasn't taken. */
export type Transport = { send(message: Message): Promise<void>; close(): void };

/** The mail server of the settings, or without one the mail folder. */
export function openTransport(config: Config): Transport {
  return config.smtp ? smtpTransport(config.smtp) : folderTransport(config.mailFolder);
}

const SECONDS = 1000;

function smtpTransport(smtp: NonNullable<Config['smtp']>): Transport {
  const { host, port, user, password, secure } = smtp;
  const server = createTransport({
    pool: true,
    maxConnections: 4,
    host,
    port,
    secure,
    // A password never crosses a network in the open.
    requireTLS: user !== '' && !secure && !isLoopback(host),
    ...(user ? { auth: { user, pass: password } } : {}),
    connectionTimeout: 10 * SECONDS,
    greetingTimeout: 10 * SECONDS,
    socketTimeout: 30 * SECONDS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(message) {
      const { from, to, subject, text, html, date } = message;
      // The envelope alone decides who gets it: one address, whatever the header says.
      const envelope = { from: from.address, to: [to] };
      await server.sendMail({ from, to, subject, text, html, date, messageId: messageIdOf(message), envelope });
    },
    close: () => server.close(),
  };
}

/** Writes each mail as two files, named by time and id: `.eml` to read as text, `.html` to open in a browser. */
function folderTransport(folder: string): Transport {
  return {
    async send(message) {
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${message.date.replaceAll(':', '-')}-${message.id}`);
      // They hold addresses and private links: for the owner of the process alone.
      await writeFile(`${path}.html`, message.html, { mode: 0o600 });
      await writeFile(`${path}.eml`, plainFile(message), { mode: 0o600 });
    },
    close: () => {},
  };
}

function plainFile(message: Message): string {
  const head = [
    `From: ${message.from.name} <${message.from.address}>`,
    `To: ${message.to}`,
    `Subject: ${message.subject}`,
    `Date: ${new Date(message.date).toUTCString()}`,
    `Message-ID: ${messageIdOf(message)}`,
    'Content-Type: text/plain; charset=utf-8',
  ];
  return `${head.join('\n')}\n\n${message.text}`;
}

function messageIdOf(message: Message): string {
  return `<${message.id}@${message.from.address.split('@').at(-1) ?? 'localhost'}>`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host);
}
