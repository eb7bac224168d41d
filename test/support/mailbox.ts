import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Config } from '../../src/config.ts';

/** A message as the server got it: the envelope's recipients, and what the message itself says. */
export type Received = { recipients: string[]; mail: ParsedMail; text: string; html: string; raw: string };

/** A real mail server on loopback. */
export type Mailbox = {
  /** For `SMTP_URL`. */
  url: string;
  /** For the settings of a world: `createWorld(dialect, day, { smtp: mailbox.smtp })`. */
  smtp: NonNullable<Config['smtp']>;
  /** Everything that was taken, in the order of arrival. */
  messages: Received[];
  /** Waits until so many messages were taken in all. Throws after ten seconds. */
  waitFor(count: number): Promise<Received[]>;
  /** Refuses the next so many messages: 451 for a while, 550 for good. */
  refuse(times: number, code?: number): void;
  /** How often a message was offered, refused ones included. */
  offers(): number;
  close(): Promise<void>;
};

export async function startMailbox(): Promise<Mailbox> {
  const messages: Received[] = [];
  const mood = { refusals: 0, code: 451, offers: 0 };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData: (stream, session, callback) => {
      void take(stream, session).then(async received => {
        mood.offers++;
        if (mood.refusals > 0) {
          mood.refusals--;
          const words = `No room for ${received.recipients.join()} now`;
          return callback(Object.assign(new Error(words), { responseCode: mood.code }));
        }
        messages.push(received);
        callback();
      });
    },
  });
  server.on('error', () => {});
  const port = await listen(server);
  const smtp = { host: '127.0.0.1', port, user: '', password: '', secure: false };
  return {
    url: `smtp://127.0.0.1:${port}`,
    smtp,
    messages,
    waitFor: count => waitFor(messages, count),
    refuse: (times, code = 451) => void Object.assign(mood, { refusals: times, code }),
    offers: () => mood.offers,
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}

function listen(server: SMTPServer): Promise<number> {
  return new Promise(resolve => {
    const listener = server.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}

async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const raw = Buffer.concat(chunks);
  const mail = await simpleParser(raw);
  const recipients = session.envelope.rcptTo.map(each => each.address);
  return { recipients, mail, text: mail.text ?? '', html: mail.html || '', raw: raw.toString() };
}

async function waitFor(messages: Received[], count: number): Promise<Received[]> {
  const deadline = performance.now() + 10_000;
  while (messages.length < count) {
    if (performance.now() > deadline) throw new Error(`${messages.length} of ${count} mails came in ten seconds.`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
  return messages;
}
