/** A form of a page as it was served: where it posts to, and its fields with the first value that each offers. */
export type ServedForm = { action: string; fields: Map<string, string> };

/** The forms that a page posts. Reads the HTML that our own templates make, not just any. */
export function formsOf(html: string, path: string): ServedForm[] {
  const forms = html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g);
  return [...forms].flatMap(([, attributes = '', inside = '']) => {
    if (!/method="post"/i.test(attributes)) return [];
    const action = attribute(attributes, 'action').split('?')[0];
    return { action: action || path, fields: fieldsOf(inside) };
  });
}

function fieldsOf(inside: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [tag = ''] of inside.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)) {
    const name = attribute(tag, 'name');
    const option = tag.startsWith('<select')
      ? /<option value="([^"]+)"/.exec(inside.slice(inside.indexOf(tag)))?.[1]
      : '';
    if (name && !fields.has(name)) fields.set(name, attribute(tag, 'value') || (option ?? ''));
  }
  return fields;
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}

/** The pattern of the site map that an address belongs to, the plainest first. */
export function patternOf(path: string, patterns: readonly string[]): string | undefined {
  const fits = patterns.filter(pattern => expressionOf(pattern).test(path));
  return fits.sort((a, b) => a.split(':').length - b.split(':').length)[0];
}

// Asked for thousands of times, for every form of every page.
const expressions = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const made = expressions.get(pattern) ?? asExpression(pattern);
  expressions.set(pattern, made);
  return made;
}

function asExpression(pattern: string): RegExp {
  const segments = pattern.split('/').map(segment => {
    if (!segment.startsWith(':')) return segment.replaceAll('.', '\\.');
    return /\{(.*)\}$/.exec(segment)?.[1] ?? '[^/]+';
  });
  return new RegExp(`^${segments.join('/')}$`);
}
