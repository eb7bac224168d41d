/** What is understood of LimeSurvey's equations: comparisons of answers, put together with 'and', 'or' and 'not'. */

export type Method = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type Expression =
  | { always: boolean }
  | { name: string; method: Method; value: string }
  | { empty: string }
  | { not: Expression }
  | { and: Expression[] }
  | { or: Expression[] };

/** An equation as a tree; null where it says more than is understood here (sums, other functions, words put together). */
export function parseExpression(text: string): Expression | null {
  const tokens = tokensOf(text);
  if (tokens === null) return null;
  if (tokens.length === 0) return { always: true };
  try {
    const reader = new Reader(tokens);
    const whole = reader.either();
    return reader.isDone ? whole : null;
  } catch (error) {
    if (error instanceof Beyond) return null;
    throw error;
  }
}

class Beyond extends Error {}

/** Nobody nests deeper by hand. */
const DEEPEST = 50;

type Token = { kind: 'text' | 'number' | 'name' | 'sign'; value: string };

const PARTS =
  /\s*(?:"([^"]*)"|'([^']*)'|(\d+(?:\.\d+)?)(?![\w.])|([A-Za-z0-9_][\w.]*)|(==|!=|<=|>=|&&|\|\||[<>=!(),]))/y;

/** Words that stand for signs. */
const SIGNS = new Map(
  Object.entries({
    ...{ and: '&&', or: '||', not: '!', '=': '==' },
    ...{ eq: '==', ne: '!=', lt: '<', le: '<=', gt: '>', ge: '>=' },
  }),
);

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  PARTS.lastIndex = 0;
  while (PARTS.lastIndex < end) {
    const found = PARTS.exec(text);
    if (!found) return null;
    tokens.push(tokenOf(found));
  }
  return tokens;
}

function tokenOf([, double, single, number, name, sign]: RegExpExecArray): Token {
  const quoted = double ?? single;
  if (quoted !== undefined) return { kind: 'text', value: quoted };
  if (number !== undefined) return { kind: 'number', value: number };
  const word = name ?? sign ?? '';
  const known = SIGNS.get(word.toLowerCase());
  if (known !== undefined) return { kind: 'sign', value: known };
  return name === undefined ? { kind: 'sign', value: word } : { kind: 'name', value: plainName(name) };
}

/** 'Q1.NAOK' is the answer to Q1; 'Q1.question' and the like say something else. */
function plainName(name: string): string {
  const [own = '', ...rest] = name.split('.');
  return rest.every(part => ['NAOK', 'code', 'value'].includes(part)) ? own : name;
}

const METHODS: readonly string[] = ['==', '!=', '<', '<=', '>', '>='];
const TURNED: Record<Method, Method> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length;
  }

  either(): Expression {
    const parts = [this.#both()];
    while (this.#takes('||')) parts.push(this.#both());
    return parts.length === 1 ? (parts[0] as Expression) : { or: parts };
  }

  #both(): Expression {
    const parts = [this.#single()];
    while (this.#takes('&&')) parts.push(this.#single());
    return parts.length === 1 ? (parts[0] as Expression) : { and: parts };
  }

  #single(): Expression {
    if (++this.#depth > DEEPEST) throw new Beyond();
    const whole = this.#nested();
    this.#depth--;
    return whole;
  }

  #nested(): Expression {
    if (this.#takes('!')) return { not: this.#single() };
    if (this.#takes('(')) {
      const inner = this.either();
      this.#needs(')');
      return inner;
    }
    return this.#comparison();
  }

  #comparison(): Expression {
    const left = this.#next();
    if (left.kind === 'name' && this.#takes('(')) return this.#call(left.value);
    const sign = this.#tokens[this.#at];
    if (sign?.kind !== 'sign' || !METHODS.includes(sign.value)) return alone(left);
    this.#at++;
    return compared(left, sign.value as Method, this.#next());
  }

  #call(name: string): Expression {
    const argument = this.#next();
    if (name !== 'is_empty' || argument.kind !== 'name') throw new Beyond();
    this.#needs(')');
    return { empty: argument.value };
  }

  #next(): Token {
    const token = this.#tokens[this.#at++];
    if (!token || token.kind === 'sign') throw new Beyond();
    return token;
  }

  #takes(sign: string): boolean {
    const token = this.#tokens[this.#at];
    const isHere = token?.kind === 'sign' && token.value === sign;
    if (isHere) this.#at++;
    return isHere;
  }

  #needs(sign: string): void {
    if (!this.#takes(sign)) throw new Beyond();
  }
}

/** '1' is always true and '0' never; a name alone would ask whether its answer counts as true. */
function alone({ kind, value }: Token): Expression {
  if (kind !== 'number') throw new Beyond();
  return { always: Number(value) !== 0 };
}

function compared(left: Token, method: Method, right: Token): Expression {
  const [name, value, way] = left.kind === 'name' ? [left, right, method] : [right, left, TURNED[method]];
  if (name.kind !== 'name' || value.kind === 'name' || /[.]/.test(name.value)) throw new Beyond();
  return { name: name.value, method: way, value: value.value };
}
