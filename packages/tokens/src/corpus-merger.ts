import { Column } from "./column.ts";
import { FINGERPRINT_WORDS, type TokenCorpus } from "./token-corpus.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Appends corpora to one another as they come, so that a part can be let go of once it is in. */
export class CorpusMerger {
  readonly #vocabulary = new Vocabulary();
  readonly #tokens = new Column((length) => new Int32Array(length));
  readonly #offsets = new Column((length) => new Uint32Array(length));
  readonly #fingerprints = new Column((length) => new Uint32Array(length));
  #tokenizer: string | undefined;

  constructor() {
    this.#offsets.push(0);
  }

  /**
   * Appends the documents of a corpus.
   *
   * @throws {RangeError} when it has another tokenizer than the first one
   */
  add({ tokens, offsets, vocabulary, fingerprints, tokenizer }: TokenCorpus): void {
    this.#tokenizer ??= tokenizer;
    if (tokenizer !== this.#tokenizer) {
      throw new RangeError(
        `Cannot merge corpora: they must have one tokenizer, current value is ${this.#tokenizer}, ${tokenizer}`,
      );
    }
    const ids = Int32Array.from(vocabulary, (word) => this.#vocabulary.intern(word));
    const start = this.#tokens.length;
    const target = this.#tokens.reserve(start + tokens.length);
    for (let index = 0; index < tokens.length; index++) target[start + index] = ids[tokens[index]];
    this.#tokens.length = start + tokens.length;
    for (let document = 1; document < offsets.length; document++) this.#offsets.push(start + offsets[document]);
    const at = this.#fingerprints.length;
    this.#fingerprints.reserve(at + fingerprints.length).set(fingerprints, at);
    this.#fingerprints.length = at + (offsets.length - 1) * FINGERPRINT_WORDS;
  }

  /**
   * The corpus of all parts.
   *
   * @throws {RangeError} when there was none
   */
  finish(): TokenCorpus {
    if (this.#tokenizer === undefined) {
      throw new RangeError("Cannot merge corpora: there must be at least one, current value is none");
    }
    return {
      tokens: this.#tokens.finish(),
      offsets: this.#offsets.finish(),
      vocabulary: [...this.#vocabulary.words],
      fingerprints: this.#fingerprints.finish(),
      tokenizer: this.#tokenizer,
    };
  }
}
