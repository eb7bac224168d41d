import { Family, type Patience } from './family.ts';

type Kept = Readonly<Record<string, string | string[]>>;

/** What is in the database about one family: its answers as they were sent, and those that are not sent yet. */
export type State = { response: Kept | 'withdrawn' | null; draft: Kept | null };

/** What families were told, over all rounds. */
export type Figures = { saved: number; sent: number; changed: number; withdrawn: number };
export const figures: Figures = { saved: 0, sent: 0, changed: 0, withdrawn: 0 };

/**
 * One family: what it does, and what it may find when it comes back. Between asking and being told either of two states
 * may be true; once it was told, one.
 */
export class Story {
  token = '';
  reference = '';
  states: readonly State[] = [{ response: null, draft: null }];
  /** Every word that it ever wrote: gone once it was told 'withdrawn'. */
  readonly words: string[] = [];
  readonly family: Family;
  readonly #name: string;

  constructor(patience: Patience, slug: string, name: string) {
    this.family = new Family(patience, slug);
    this.#name = name;
  }

  /** Some stop on the way, some change what they sent, some take it back. */
  async live(): Promise<void> {
    await this.answer();
    if (chance(0.2)) return;
    await this.send();
    if (chance(0.4)) await this.#change();
    if (chance(0.3)) await this.#withdraw();
  }

  async answer(): Promise<void> {
    const choice = ['a', 'b', 'c', 'ns'][Math.floor(Math.random() * 4)] ?? 'a';
    await this.#save('q1', 'parent');
    await this.#save('q2', choice);
    await this.#save('q3', String(1 + Math.floor(Math.random() * 5)));
    if (chance(0.1)) return;
    await this.#save('q4', 'a', ['a']);
    await this.#write();
    await this.#save('quote', 'yes');
  }

  async send(): Promise<string> {
    const draft = await this.family.check();
    this.reference = await this.#ask({ response: this.#now.draft, draft: null }, () => this.family.send(draft));
    figures.sent++;
    return this.reference;
  }

  async #change(): Promise<void> {
    const { response } = this.#now;
    if (response === 'withdrawn') return;
    await this.#ask({ response, draft: response }, () => this.family.beginChange(this.reference));
    await this.#write();
    if (chance(0.3)) return;
    const draft = await this.family.check();
    await this.#ask({ response: this.#now.draft, draft: null }, () => this.family.send(draft));
    figures.changed++;
  }

  async #withdraw(): Promise<void> {
    await this.#ask({ response: 'withdrawn', draft: null }, () => this.family.withdraw(this.reference));
    figures.withdrawn++;
  }

  #write(): Promise<void> {
    const words = `Words ${this.words.length + 1} of family ${this.#name}`;
    this.words.push(words);
    return this.#save('q5', words);
  }

  async #save(step: string, answer: string, kept: string | string[] = answer): Promise<void> {
    const { response, draft } = this.#now;
    await this.#ask({ response, draft: { ...draft, [step]: kept } }, () => this.family.save(step, answer));
    // A first answer that was tried twice may have begun two drafts: the browser holds the one that it was told of.
    this.token ||= this.family.token;
    figures.saved++;
  }

  get #now(): State {
    return this.states[0] ?? { response: null, draft: null };
  }

  async #ask<T>(next: State, ask: () => Promise<T>): Promise<T> {
    this.states = [this.#now, next];
    const told = await ask();
    this.states = [next];
    return told;
  }
}

const chance = (share: number): boolean => Math.random() < share;
