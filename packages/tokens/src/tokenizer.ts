/**
 * Cuts a text into tokens. Anyone can write one: a name, which enters the signature of every number that is computed
 * from its tokens, and `tokenize`.
 *
 * @example
 * ```ts
 * import { tokenCorpus, type Tokenizer } from "@corpulse/tokens";
 *
 * const byComma: Tokenizer = { name: "commas", tokenize: (text) => text.split(",") };
 * tokenCorpus(["a,b", "b,c"], { tokenizer: byComma }).vocabulary; // ["a", "b", "c"]
 * ```
 */
export interface Tokenizer {
  /** What it does and with which options, in one word such as `words` or `words+keep-case`. */
  readonly name: string;
  tokenize(text: string): Iterable<string>;
}

/** A tokenizer whose tokens are slices of the normalized text: a corpus is built from it without a string per token. */
export interface SpanTokenizer extends Tokenizer {
  /** Brings a text into the form that its tokens are cut from: composed (NFC) and, unless case is kept, folded. */
  normalize(text: string): string;
  /** Calls `emit` with the first and one past the last index of every token of a normalized text, in order. */
  spans(normalized: string, emit: (start: number, end: number) => void): void;
}

/** Whether tokens keep the case of the text. */
export interface CaseOptions {
  /** @default false: `The` and `the` are one type */
  readonly keepCase?: boolean;
}

/** Whether a tokenizer offers the fast path. */
export function isSpanTokenizer(tokenizer: Tokenizer): tokenizer is SpanTokenizer {
  return "spans" in tokenizer && "normalize" in tokenizer;
}

/** Completes a span tokenizer by the `tokenize` that follows from its spans. */
export function spanTokenizer(parts: Omit<SpanTokenizer, "tokenize">): SpanTokenizer {
  return {
    ...parts,
    tokenize(text) {
      const normalized = parts.normalize(text);
      const tokens: string[] = [];
      parts.spans(normalized, (start, end) => tokens.push(normalized.slice(start, end)));
      return tokens;
    },
  };
}
