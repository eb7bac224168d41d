// Families with a browser that tries again: each request is repeated until some server answers it.

type Cookies = Map<string, string>;
type Fields = Record<string, string>;

export type Patience = { origin: string; isOver(): boolean };

/** Thrown when the round is over and nobody is there to answer any more. */
export class RoundIsOver extends Error {}

export class Family {
  readonly #cookies: Cookies;
  readonly #patience: Patience;
  readonly #base: string;

  constructor(patience: Patience, slug: string, cookies: Cookies = new Map()) {
    this.#patience = patience;
    this.#base = `/consultations/${slug}/answer`;
    this.#cookies = cookies;
  }

  /** Another tab of the same browser. */
  tab(slug: string): Family {
    return new Family(this.#patience, slug, new Map(this.#cookies));
  }

  /** The secret of the draft that this browser holds; '' for none. */
  get token(): string {
    return this.#cookies.get('draft') ?? '';
  }

  /** 'Continue' on one page. */
  async save(step: string, answer: string): Promise<void> {
    await this.#ask(`/${step}`, { answer });
  }

  /** The draft's id, which the form to send carries. */
  async check(): Promise<string> {
    const page = await this.#ask('/check');
    return /name="draft" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  }

  /** Presses 'Send' until it is told 'sent'. Gives the reference on the confirmation. */
  async send(draft: string): Promise<string> {
    const pressed = await this.#ask('/sending', { draft });
    if (!pressed.location.endsWith('/sent')) throw new Error(`Sending gave ${pressed.status} ${pressed.location}`);
    const page = await this.#ask('/sent');
    return /class="reference">(?:<bdi[^>]*>)?([^<]+)</.exec(page.text)?.[1] ?? '';
  }

  async beginChange(reference: string): Promise<void> {
    await this.#ask('/change', { reference });
  }

  async withdraw(reference: string): Promise<void> {
    await this.#ask('/withdrawal', { reference });
  }

  async #ask(path: string, fields?: Fields): Promise<{ status: number; location: string; text: string }> {
    for (;;) {
      if (this.#patience.isOver()) throw new RoundIsOver();
      try {
        return await this.#tryOnce(`${this.#base}${path}`, fields);
      } catch (error) {
        if (error instanceof Unexpected) throw error;
        await new Promise(resolve => setTimeout(resolve, 20 + Math.random() * 60));
      }
    }
  }

  async #tryOnce(path: string, fields?: Fields) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${this.#patience.origin}${path}`, {
      redirect: 'manual',
      headers: { origin: this.#patience.origin, ...(cookie ? { cookie } : {}) },
      ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
    });
    const text = await response.text();
    if (response.status >= 400) throw new Unexpected(`${path} gave ${response.status}`);
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    return { status: response.status, location: response.headers.get('location') ?? '', text };
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/Max-Age=0\b/.test(line)) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}

/** An answer from the server that no family should ever get. */
class Unexpected extends Error {}

/** The officer replies to everybody whose consultation closed, until it is done. */
export async function acknowledge(patience: Patience, session: string, id: string): Promise<void> {
  const body = () => new URLSearchParams({ words: 'Thank you. We have read what you wrote.', reason: '' });
  const headers = { origin: patience.origin, cookie: `session=${session}` };
  const url = `${patience.origin}/desk/consultations/${id}/acknowledgement`;
  for (;;) {
    if (patience.isOver()) throw new RoundIsOver();
    const response = await fetch(url, { method: 'POST', redirect: 'manual', headers, body: body() }).catch(() => null);
    const status = response?.status ?? 0;
    await response?.text().catch(() => '');
    if (status === 303 || status === 409) return;
    if (status >= 400) throw new Error(`Acknowledging gave ${status}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
