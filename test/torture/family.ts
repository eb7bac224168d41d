// Families with a browser that tries again: each request is repeated until some server answers it.

export type Told = { token: string; reference: string; words: string };
type Cookies = Map<string, string>;
type Fields = Record<string, string>;

export type Patience = { origin: string; isOver(): boolean };

/** Thrown when the round is over and nobody is there to answer any more. */
export class RoundIsOver extends Error {}

export class Family {
  readonly cookies: Cookies = new Map();
  readonly #patience: Patience;
  readonly #base: string;

  constructor(patience: Patience, slug: string) {
    this.#patience = patience;
    this.#base = `/consultations/${slug}/answer`;
  }

  /** Answers every question; gives the draft's id that the form to send carries. */
  async answer(words: string): Promise<string> {
    const answers: [string, Fields][] = [
      ['q1', { answer: 'parent' }],
      ['q2', { answer: ['a', 'b', 'c', 'ns'][words.length % 4] ?? 'a' }],
      ['q3', { answer: String(1 + (words.length % 5)) }],
      ['q4', { answer: 'a' }],
      ['q5', { answer: words }],
      ['quote', { answer: 'yes' }],
    ];
    for (const [step, fields] of answers) await this.#ask(`${this.#base}/${step}`, fields);
    const check = await this.#ask(`${this.#base}/check`);
    return /name="draft" value="([^"]+)"/.exec(check.text)?.[1] ?? '';
  }

  /** Presses 'Send' until it is told 'sent', and reads the confirmation. */
  async send(draft: string, words: string): Promise<Told> {
    const token = this.cookies.get('draft') ?? '';
    const pressed = await this.#ask(`${this.#base}/sending`, { draft });
    if (!pressed.location.endsWith('/sent')) throw new Error(`Sending gave ${pressed.status} ${pressed.location}`);
    const page = await this.#ask(pressed.location);
    return { token, words, reference: /class="reference">(?:<bdi[^>]*>)?([^<]+)</.exec(page.text)?.[1] ?? '' };
  }

  /** Another tab of the same browser. */
  tab(slug: string): Family {
    const tab = new Family(this.#patience, slug);
    for (const [name, value] of this.cookies) tab.cookies.set(name, value);
    return tab;
  }

  async #ask(path: string, fields?: Fields): Promise<{ status: number; location: string; text: string }> {
    for (;;) {
      if (this.#patience.isOver()) throw new RoundIsOver();
      try {
        return await this.#tryOnce(path, fields);
      } catch (error) {
        if (error instanceof Unexpected) throw error;
        await new Promise(resolve => setTimeout(resolve, 20 + Math.random() * 60));
      }
    }
  }

  async #tryOnce(path: string, fields?: Fields) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
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
    if (/Max-Age=0\b/.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, value);
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
