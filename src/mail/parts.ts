/** What a mail says, in order. Both its texts are made of these, so that each fact and link is in both. */
export type MailPart =
  | { heading: string }
  | { paragraph: string }
  | { list: readonly string[] }
  /** `href` is a whole address, `https://…`. */
  | { link: { text: string; href: string } };

const WIDTH = 76;

/** The plain text of a mail: lines of at most 76 characters, addresses of links whole on a line of their own. */
export function plainText(parts: readonly MailPart[]): string {
  return parts.map(textOf).join('\n\n') + '\n';
}

function textOf(part: MailPart): string {
  if ('heading' in part) return `${wrap(part.heading)}\n${'-'.repeat(Math.min(part.heading.length, WIDTH))}`;
  if ('paragraph' in part)
    return part.paragraph
      .split('\n')
      .map(line => wrap(line))
      .join('\n');
  if ('list' in part) return part.list.map(item => `- ${wrap(item, '  ')}`).join('\n');
  return `${wrap(part.link.text)}:\n${part.link.href}`;
}

/** `indent` stands before every line but the first. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1) ?? '';
    if (line && line.length + 1 + word.length + indent.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines.join(`\n${indent}`);
}
