import { CodeUnits } from "./code-units.ts";
import { FINGERPRINT_WORDS, writeFingerprint } from "./fingerprint.ts";
import { internSpans } from "./intern-spans.ts";
import { internText } from "./intern-text.ts";
import { type Memory, ownMemory } from "./memory.ts";
import { type ColumnOptions, TokenColumns } from "./token-columns.ts";
import type { TokenCorpus } from "./token-corpus.ts";
import type { TokenPart } from "./token-part.ts";
import { isSpanTokenizer, type Tokenizer } from "./tokenizer.ts";
import { SharedMemory } from "./shared-memory.ts";
import { spellingOf } from "./spelling-of.ts";
import type { WordIds } from "./word-ids.ts";
import { WordKernel } from "./word-kernel.ts";
import { wordTokenizer } from "./word-tokenizer.ts";

/** A kernel costs more than it saves when a corpus has fewer units. */
const KERNEL_WORTH = 1 << 14;

/** How a corpus is tokenized. */
export interface TokenCorpusOptions {
  /** @default wordTokenizer() */
  readonly tokenizer?: Tokenizer;
}

/**
 * Builds a {@link TokenCorpus} one document at a time, for a corpus that is read piece by piece.
 *
 * @example
 * ```ts
 * import { TokenCorpusBuilder } from "@corpulse/tokens";
 *
 * const builder = new TokenCorpusBuilder();
 * builder.add("To be or");
 * builder.add("not to be");
 * builder.finish().vocabulary; // ["to", "be", "or", "not"]
 * ```
 */
export class TokenCorpusBuilder {
  readonly #tokenizer: Tokenizer;
  readonly #ids: WordIds | undefined;
  #kernel: WordKernel | null | undefined;
  /** How many units have been read. */
  #units = 0;
  readonly #text = new CodeUnits();
  readonly #columns: TokenColumns;
  readonly #memory: Memory;
  /** How many words the parts that were taken, or the growths, have brought so far. */
  #told = 0;

  constructor({ tokenizer = wordTokenizer(), ...columns }: TokenCorpusOptions & ColumnOptions = {}) {
    this.#tokenizer = tokenizer;
    this.#memory = columns.memory ?? ownMemory;
    this.#columns = new TokenColumns(columns);
    const spelling = spellingOf(tokenizer);
    const { vocabulary } = this.#columns;
    this.#ids = spelling !== undefined && isSpanTokenizer(tokenizer) ? { spelling, vocabulary, tokenizer } : undefined;
  }

  /** How many tokens all documents so far have. */
  get tokens(): number {
    return this.#columns.tokens.length;
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
    this.#text.readText(text);
    if (this.#ids === undefined) this.#addTokens(text);
    else this.#addWords(this.#ids);
    this.#endDocument();
  }

  /** An array with room for so many UTF-16 code units, which {@link addUnits} takes the next document from. */
  units(length: number): Uint16Array {
    return this.#text.reserve(length);
  }

  /**
   * Appends the document whose code units have been written to the beginning of {@link units}, as {@link add} appends its
   * text. Word tokenizers make no string of most.
   */
  addUnits(length: number): void {
    this.#text.end(length);
    if (this.#ids === undefined) this.#addTokens(this.#text.text());
    else this.#addWords(this.#ids);
    this.#endDocument();
  }

  /** Makes a function that appends the parts of another builder with the same tokenizer, all of them and in their order. */
  appender(): (part: TokenPart) => void {
    const columns = this.#columns;
    let ids = new Int32Array(0);
    let known = 0;
    return (part) => {
      const { newWords, newWordStarts, tokenizer } = part;
      if (tokenizer !== this.#tokenizer.name) {
        throw new RangeError(
          `Cannot append a part: it must have the tokenizer ${this.#tokenizer.name}, current value is ${tokenizer}`,
        );
      }
      const words = newWordStarts.length - 1;
      if (known + words > ids.length) {
        const grown = new Int32Array((known + words) * 2);
        grown.set(ids);
        ids = grown;
      }
      for (let word = 0; word < words; word++) {
        ids[known++] = columns.vocabulary.internUnits(newWords, newWordStarts[word], newWordStarts[word + 1]);
      }
      columns.append(part, ids);
    };
  }

  /**
   * The documents since the last part was taken, for another builder to append. Its columns are used again: they are what they
   * are until the next document is added.
   */
  takePart(): TokenPart {
    const part = this.growth();
    this.#columns.clear();
    return part;
  }

  /** All documents so far, where they lie, and the words that have come since the last growth: what a `CorpusFollower` follows. */
  growth(): TokenPart {
    const growth = this.#columns.part(this.#tokenizer.name, this.#told);
    this.#told = this.#columns.vocabulary.length;
    return growth;
  }

  #addWords(ids: WordIds): void {
    if (this.#kernel === undefined) this.#kernel = this.#kernelFor(ids);
    internText(this.#text, ids, this.#kernel ?? null, this.#columns.tokens);
  }

  /** The kernel, as soon as it is worth it: at once where others work in the same memory. */
  #kernelFor({ vocabulary }: WordIds): WordKernel | null | undefined {
    this.#units += this.#text.length;
    if (this.#units <= KERNEL_WORTH && !(this.#memory instanceof SharedMemory)) return undefined;
    const kernel = WordKernel.for(this.#memory);
    if (kernel !== null) {
      this.#text.moveTo(kernel.memory);
      vocabulary.moveTo(kernel.memory);
    }
    return kernel;
  }

  #addTokens(text: string): void {
    const tokenizer = this.#tokenizer;
    const { tokens, vocabulary } = this.#columns;
    if (isSpanTokenizer(tokenizer)) internSpans(text, tokenizer, vocabulary, tokens);
    else for (const token of tokenizer.tokenize(text)) tokens.push(vocabulary.intern(token));
  }

  #endDocument(): void {
    const { tokens, offsets, fingerprints } = this.#columns;
    offsets.push(tokens.length);
    const at = fingerprints.length;
    const target = fingerprints.reserve(at + FINGERPRINT_WORDS);
    if (this.#kernel && this.#text.address >= 0) this.#kernel.writeFingerprint(this.#text, target, at);
    else writeFingerprint(this.#text, target, at);
    fingerprints.length = at + FINGERPRINT_WORDS;
  }

  /** The columns of all documents added so far. */
  finish(): TokenCorpus {
    return this.#columns.corpus(this.#tokenizer.name);
  }
}
