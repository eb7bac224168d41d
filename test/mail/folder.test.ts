import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openTransport } from '../../src/mail/transports.ts';

test('without a mail server mails land in a folder, to read and to open, for the owner alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'said-and-done-mail-'));
  const transport = openTransport({ ...readConfig({}), mailFolder: join(folder, 'mail') });
  await transport.send({
    id: 'abc',
    from: { name: 'Brackenshire', address: 'desk@bracken.example' },
    to: 'ann@home.example',
    subject: 'News',
    text: 'Something changed:\nhttps://consult.example/a\n',
    html: '<p>Something changed</p>\n',
    date: '2026-11-22T10:00:00.000Z',
  });
  const files = readdirSync(join(folder, 'mail')).sort();
  expect(files).toEqual(['2026-11-22T10-00-00.000Z-abc.eml', '2026-11-22T10-00-00.000Z-abc.html']);
  const letter = readFileSync(join(folder, 'mail', files[0] ?? ''), 'utf8');
  expect(letter).toMatch(/^To: ann@home\.example$/m);
  expect(letter).toMatch(/^Message-ID: <abc@bracken\.example>$/m);
  expect(letter).toMatch(/\n\nSomething changed:\nhttps:\/\/consult\.example\/a\n$/);
  expect(statSync(join(folder, 'mail', files[0] ?? '')).mode & 0o077).toBe(0);
  rmSync(folder, { recursive: true });
});
