import { join } from 'node:path';
import { Eta } from 'eta';
import type { PartnershipFacts } from '../charters/partnership.ts';
import { createSay } from '../words/catalogue.ts';
import { plainText, type MailPart } from './parts.ts';

export type Letter = { subject: string; lines: readonly MailPart[] };
type Site = Pick<PartnershipFacts, 'name' | 'strongColour' | 'helpLine' | 'helpEmail'>;

const eta = new Eta({ views: join(import.meta.dirname, '../../views'), cache: true });
const say = createSay('plain');
const letters: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replace(/[&<>"']/g, letter => letters[letter] ?? letter);

/** Both texts of a mail. The footer says who sends it and where to get help. */
export function renderMail(letter: Letter, site: Site): { text: string; html: string } {
  const footer = footerOf(site);
  const text = plainText([...letter.lines, ...footer.map(paragraph => ({ paragraph }))]);
  const it = { lang: 'en', subject: letter.subject, parts: letter.lines, site, footer, escape };
  return { text, html: eta.render('mail/mail', it).trim() + '\n' };
}

function footerOf(site: Site): string[] {
  const help = site.helpLine || site.helpEmail;
  const lines = [say('mail.from', { name: site.name })];
  if (help) lines.push(say('mail.help', { ways: [site.helpLine, site.helpEmail].filter(Boolean).join(', ') }));
  return lines;
}
