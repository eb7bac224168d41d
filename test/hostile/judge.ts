import type { Hostile } from './inputs.ts';

const NOT_A_PAGE = /^\/(assets|healthz)\b/;
const STACK = /\bat (async )?\S+ \(?(file:|\/|node:)|node_modules|SQLITE_|syntax error at|\.ts:\d+/;

/** What is wrong with an answer to a hostile request. */
export async function judge(response: Response, { as, path, method }: Hostile): Promise<string[]> {
  const { status, headers } = response;
  const text = await response.text();
  const faults: string[] = [];
  if (status >= 500) faults.push(`answers ${status}`);
  if (STACK.test(text)) faults.push(`shows how it is built (${status})`);
  const isPage = /^text\/html/.test(headers.get('content-type') ?? '') && /<h1\b/.test(text);
  if (status >= 400 && method !== 'HEAD' && !NOT_A_PAGE.test(path) && !isPage) faults.push(`${status} is no page`);
  if (as === 'nobody' && /data-area="(desk|board|forum|admin)"/.test(text)) faults.push('lets nobody in');
  const location = headers.get('location') ?? '';
  if (/^(\/\/|\/\\|https?:)/i.test(location)) faults.push(`leads away to ${location}`);
  if (/<script>alert|onload="x/.test(text)) faults.push('gives back what was typed unescaped');
  return faults;
}
