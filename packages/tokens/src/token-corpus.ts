import { asciiSpellingOf } from "./ascii-spellings.ts";
import { internAsciiWords, type Spelling } from "./ascii-words.ts";
import { CodeUnits } from "./code-units.ts";
import { Column } from "./column.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { writeFingerprint } from "./fingerprint.ts";
import { isSpanTokenizer, type Tokenizer } from "./tokenizer.ts";
import { Vocabulary } from "./vocabulary.ts";
import { wordTokenizer } from "./word-tokenizer.ts";

/** How many 32-bit words of `fingerprints` belong to a document. */
export const FINGERPRINT_WORDS = 4;

/**
 * A tokenized corpus in columns: what every lexical metric is a function of. Text is tokenized once; document `d` is
 * `tokens.subarray(offsets[d], offsets[d + 1])`. Ids are given in order of first appearance.
 */
export interface TokenCorpus {
  /** The token ids of all documents, end to end. */
  readonly tokens: Int32Array;
  /** Where each document starts, and one last entry where the last one ends: one longer than the number of documents. */
  readonly offsets: Uint32Array;
  /** The token of each id. */
  readonly vocabulary: readonly string[];
  /** 128 bits of each document's text as it was given, four words a document: what makes two documents exact copies. */
  readonly fingerprints: Uint32Array;
  /** The name of the tokenizer. */
  readonly tokenizer: string;
}

/** How a corpus is tokenized. */
export interface TokenCorpusOptions {
  /** @default wordTokenizer() */
  readonly tokenizer?: Tokenizer;
}

/** Builds a {@link TokenCorpus} one document at a time, for a corpus that is read piece by piece. */
export class TokenCorpusBuilder {
  readonly #tokenizer: Tokenizer;
  readonly #spelling: Spelling | undefined;
  readonly #text = new CodeUnits();
  readonly #vocabulary = new Vocabulary();
  readonly #tokens = new Column((length) => new Int32Array(length));
  readonly #offsets = new Column((length) => new Uint32Array(length));
  readonly #fingerprints = new Column((length) => new Uint32Array(length));

  constructor({ tokenizer = wordTokenizer() }: TokenCorpusOptions = {}) {
    this.#tokenizer = tokenizer;
    this.#spelling = asciiSpellingOf(tokenizer);
    this.#offsets.push(0);
  }

  /**
   * Tokenizes a document and appends it.
   *
   * @throws {TypeError} when the text is not a string
   */
  add(text: string): void {
    if (typeof text !== "string") {
      throw new TypeError(`Cannot tokenize a document: it must be a string, current value is ${typeof text}`);
    }
    if (this.#text.readText(text) && this.#spelling !== undefined) this.#addAscii(this.#spelling);
    else this.#addTokens(text);
    this.#endDocument();
  }

  /**
   * Appends the document whose UTF-8 bytes stand from `start` to `end`, as {@link add} appends its text: without making a
   * string of it when it is ASCII and the tokenizer is a word tokenizer. What is not UTF-8 becomes U+FFFD.
   */
  addUtf8(bytes: Uint8Array, start: number = 0, end: number = bytes.length): void {
    if (this.#spelling !== undefined && this.#text.readBytes(bytes, start, end)) {
      this.#addAscii(this.#spelling);
      this.#endDocument();
    } else this.add(decodeUtf8(bytes.subarray(start, end)));
  }

  #addAscii(spelling: Spelling): void {
    const tokens = this.#tokens;
    // Between two words stands at least one other character.
    const target = tokens.reserve(tokens.length + Math.ceil(this.#text.length / 2));
    tokens.length = internAsciiWords(this.#text, spelling, this.#vocabulary, target, tokens.length);
  }

  #addTokens(text: string): void {
    const tokenizer = this.#tokenizer;
    const tokens = this.#tokens;
    const vocabulary = this.#vocabulary;
    if (isSpanTokenizer(tokenizer)) {
      const normalized = tokenizer.normalize(text);
      tokenizer.spans(normalized, (start, end) => tokens.push(vocabulary.intern(normalized, start, end)));
    } else {
      for (const token of tokenizer.tokenize(text)) tokens.push(vocabulary.intern(token));
    }
  }

  #endDocument(): void {
    this.#offsets.push(this.#tokens.length);
    const at = this.#fingerprints.length;
    writeFingerprint(this.#text, this.#fingerprints.reserve(at + FINGERPRINT_WORDS), at);
    this.#fingerprints.length = at + FINGERPRINT_WORDS;
  }

  /** The columns of all documents added so far. */
  finish(): TokenCorpus {
    return {
      tokens: this.#tokens.finish(),
      offsets: this.#offsets.finish(),
      vocabulary: [...this.#vocabulary.words],
      fingerprints: this.#fingerprints.finish(),
      tokenizer: this.#tokenizer.name,
    };
  }
}

/**
 * Tokenizes texts into columns.
 *
 * @throws {TypeError} when a text is not a string, or the texts are a string themselves
 * @example
 * ```ts
 * import { tokenCorpus } from "@corpulse/tokens";
 *
 * const corpus = tokenCorpus(["To be or", "not to be"]);
 * corpus.vocabulary; // ["to", "be", "or", "not"]
 * corpus.tokens; // Int32Array [0, 1, 2, 3, 0, 1]
 * ```
 */
export function tokenCorpus(texts: Iterable<string>, options: TokenCorpusOptions = {}): TokenCorpus {
  if (typeof texts === "string") {
    throw new TypeError("Cannot tokenize documents: they must be a list of strings, current value is one string");
  }
  const builder = new TokenCorpusBuilder(options);
  for (const text of texts) builder.add(text);
  return builder.finish();
}

/**
 * The texts or the corpus that a metric is given, as a corpus.
 *
 * @throws {TypeError} when it is neither
 * @example
 * ```ts
 * import { asTokenCorpus } from "@corpulse/tokens";
 *
 * asTokenCorpus(["to be", "or not"]).tokens.length; // 4
 * ```
 */
export function asTokenCorpus(input: Iterable<string> | TokenCorpus, options: TokenCorpusOptions = {}): TokenCorpus {
  return typeof input === "object" && "tokens" in input ? input : tokenCorpus(input, options);
}

/**
 * The number of documents of a corpus.
 *
 * @example
 * ```ts
 * import { documentCount, tokenCorpus } from "@corpulse/tokens";
 *
 * documentCount(tokenCorpus(["to be", ""])); // 2
 * ```
 */
export function documentCount(corpus: TokenCorpus): number {
  return corpus.offsets.length - 1;
}
