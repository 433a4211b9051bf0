/**
 * What the comment behind a statement says of its value: `// 0.25`, `// ["a", "b"], in order`, `// ≈ 0.48`,
 * `// Uint32Array [2, 1]`, `// { id: "types", … }`.
 */
export type Claimed =
  | {
      readonly kind: "number";
      readonly value: number;
      readonly digits: number;
      readonly cut: boolean;
      readonly rough: boolean;
    }
  | { readonly kind: "word"; readonly value: string | boolean | null | undefined }
  | {
      readonly kind: "list";
      readonly type: string | undefined;
      readonly items: readonly Claimed[];
      readonly open: boolean;
    }
  | { readonly kind: "record"; readonly fields: readonly (readonly [string, Claimed])[]; readonly open: boolean };

const WORDS = new Map<string, boolean | null | undefined>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", undefined],
]);

/** Reads one value from the front of a text. */
class Reader {
  #rest: string;

  constructor(text: string) {
    this.#rest = text.trimStart();
  }

  get rest(): string {
    return this.#rest;
  }

  take(pattern: RegExp): RegExpExecArray | undefined {
    const match = new RegExp(`^(?:${pattern.source})`, "u").exec(this.#rest);
    if (match === null) return undefined;
    this.#rest = this.#rest.slice(match[0].length).trimStart();
    return match;
  }

  value(): Claimed | undefined {
    return this.#number() ?? this.#word() ?? this.#list() ?? this.#record();
  }

  #number(): Claimed | undefined {
    const match = this.take(/(≈|~|about)?\s*([-−]?)(\d[\d_]*(?:,\d{3})*)(?:\.(\d+))?(e[-+]?\d+)?(…|\.\.\.)?(?![\w%])/);
    if (match === undefined) return undefined;
    const [, rough, sign, whole, decimals = "", exponent = "", cut] = match;
    const value = Number(`${sign === "" ? "" : "-"}${whole.replace(/[_,]/g, "")}.${decimals}0${exponent}`);
    const digits = decimals.length - Number(exponent.slice(1));
    return { kind: "number", value, digits, cut: cut !== undefined, rough: rough !== undefined };
  }

  #word(): Claimed | undefined {
    const text = this.take(/"((?:[^"\\]|\\.)*)"|'([^']*)'/);
    if (text !== undefined) {
      const plain: string = text[1] === undefined ? text[2] : JSON.parse(`"${text[1]}"`);
      return { kind: "word", value: plain };
    }
    const word = this.take(/(true|false|null|undefined)\b/);
    return word && { kind: "word", value: WORDS.get(word[1]) };
  }

  #list(): Claimed | undefined {
    const opening = this.take(/(?:(\w+Array|Set)\s*(?:\(\d+\))?\s*)?([[{])(?=.*[\]}])/);
    if (opening === undefined) return undefined;
    const [, type, bracket] = opening;
    if (bracket === "{" && type === undefined) {
      this.#rest = `{${this.#rest}`;
      return undefined;
    }
    const items: Claimed[] = [];
    for (;;) {
      const open = this.take(/…|\.\.\./) !== undefined;
      if (this.take(/[\]}]/)) return { kind: "list", type, items, open };
      const item = this.value();
      if (item === undefined) return undefined;
      items.push(item);
      this.take(/,/);
    }
  }

  #record(): Claimed | undefined {
    if (this.take(/\{/) === undefined) return undefined;
    const fields: (readonly [string, Claimed])[] = [];
    for (;;) {
      const open = this.take(/…|\.\.\./) !== undefined;
      if (this.take(/\}/)) return { kind: "record", fields, open };
      const key = this.take(/"?([\w$-]+)"?\s*:/);
      const field = key && this.value();
      if (key === undefined || field === undefined) return undefined;
      fields.push([key[1], field]);
      this.take(/,/);
    }
  }
}

/** The value that a comment claims, or nothing when it is prose. Prose may follow a value after a mark. */
export function claimedValue(comment: string): Claimed | undefined {
  const reader = new Reader(comment);
  const value = reader.value();
  return value !== undefined && /^(?:$|[,;:.(–])/u.test(reader.rest) ? value : undefined;
}

function numbersAgree(value: number, claimed: Extract<Claimed, { kind: "number" }>): boolean {
  const step = 10 ** -claimed.digits;
  const slack = 1e-9 * Math.max(1, Math.abs(claimed.value));
  if (claimed.digits <= 0 && !claimed.rough && !claimed.cut) return Math.abs(value - claimed.value) <= slack;
  return Math.abs(value - claimed.value) <= (claimed.cut ? step : step / 2) + slack;
}

function isList(value: unknown): value is Iterable<unknown> & object {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

/** Whether a value is what a comment claims; numbers agree to the digits that are written. */
export function agrees(value: unknown, claimed: Claimed): boolean {
  if (claimed.kind === "number") return typeof value === "number" && numbersAgree(value, claimed);
  if (claimed.kind === "word") return Object.is(value, claimed.value);
  if (claimed.kind === "list") {
    if (!isList(value) || (claimed.type !== undefined && value.constructor.name !== claimed.type)) return false;
    const items = [...value];
    const whole = claimed.open ? items.length >= claimed.items.length : items.length === claimed.items.length;
    return whole && claimed.items.every((item, index) => agrees(items[index], item));
  }
  if (typeof value !== "object" || value === null) return false;
  const entries = new Map(Object.entries(value).filter(([, field]) => field !== undefined));
  const whole = claimed.open || entries.size === claimed.fields.length;
  return whole && claimed.fields.every(([key, field]) => entries.has(key) && agrees(entries.get(key), field));
}
