import type { App } from '../../src/app.ts';

export type Fields = Record<string, string | string[]>;

/** Somebody with a browser: keeps cookies, sends the site's origin, and can follow redirects. */
export class Visitor {
  readonly cookies = new Map<string, { value: string; path: string }>();
  readonly #app: App['app'];
  readonly #origin: string;

  constructor(app: App['app'], origin: string) {
    this.#app = app;
    this.#origin = origin;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send(path, { headers });
  }

  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const each of [value].flat()) body.append(name, each);
    const type = 'application/x-www-form-urlencoded';
    return this.send(path, { method: 'POST', body: body.toString(), headers: { 'content-type': type, ...headers } });
  }

  /** Goes where a redirect leads, up to ten times, and gives the last page. */
  async follow(response: Response | Promise<Response>): Promise<Response> {
    let current = await response;
    for (let turn = 0; turn < 10 && current.status >= 300 && current.status < 400; turn++) {
      current = await this.get(this.#pathOf(current.headers.get('location') ?? '/'));
    }
    return current;
  }

  /** The page behind a path, redirects followed, as text. */
  async read(path: string): Promise<string> {
    return (await this.follow(this.get(path))).text();
  }

  /** Any request, with this visitor's cookies; a post comes from the site itself unless a header says otherwise. */
  async send(
    path: string,
    init: { method?: string; body?: NonNullable<RequestInit['body']>; headers: Record<string, string> },
  ): Promise<Response> {
    const cookie = this.#cookiesFor(path);
    const origin = init.method === 'POST' ? { origin: this.#origin } : {};
    const headers = { ...(cookie ? { cookie } : {}), ...origin, ...init.headers };
    const response = await this.#app.request(`${this.#origin}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return response;
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split(';').map(part => part.trim());
    const [name = '', ...value] = pair.split('=');
    const read = (key: string) => attributes.find(each => each.toLowerCase().startsWith(`${key}=`))?.split('=')[1];
    if (read('max-age') === '0') this.cookies.delete(name);
    else this.cookies.set(name, { value: value.join('='), path: read('path') ?? '/' });
  }

  #cookiesFor(path: string): string {
    const fits = (scope: string) =>
      scope === '/' || path === scope || path.startsWith(`${scope}/`) || path.startsWith(`${scope}?`);
    const mine = [...this.cookies].filter(([, cookie]) => fits(cookie.path));
    return mine.map(([name, cookie]) => `${name}=${cookie.value}`).join('; ');
  }

  #pathOf(location: string): string {
    const url = new URL(location, this.#origin);
    return url.pathname + url.search;
  }
}
