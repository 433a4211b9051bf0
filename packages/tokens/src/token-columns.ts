import { Column } from "./column.ts";
import { FINGERPRINT_WORDS } from "./fingerprint.ts";
import { int32, type Memory, ownMemory, uint32 } from "./memory.ts";
import type { TokenCorpus } from "./token-corpus.ts";
import type { TokenPart } from "./token-part.ts";
import { Vocabulary } from "./vocabulary.ts";

/** Where columns are kept, and how long they may get. */
export interface ColumnOptions {
  /** @default memory of this thread alone */
  readonly memory?: Memory;
  /** How many tokens to have room for: too few are made more of, too many cost nothing while they are not there. @default 1024 */
  readonly tokens?: number;
  /** How many documents to have room for. @default 1024 */
  readonly documents?: number;
}

/** The columns of a corpus while it grows, and the vocabulary that numbers its tokens. */
export class TokenColumns {
  readonly vocabulary: Vocabulary = new Vocabulary();
  readonly tokens: Column<Int32Array>;
  readonly offsets: Column<Uint32Array>;
  readonly fingerprints: Column<Uint32Array>;

  constructor({ memory = ownMemory, tokens, documents = 1024 }: ColumnOptions = {}) {
    this.tokens = new Column((length) => int32(memory, length), tokens);
    const words = (length: number): Uint32Array => uint32(memory, length);
    this.offsets = new Column(words, documents + 1);
    this.fingerprints = new Column(words, documents * FINGERPRINT_WORDS);
    this.offsets.push(0);
  }

  /** Appends documents whose tokens have other ids, given this vocabulary's id of each. */
  append({ tokens, offsets, fingerprints }: Omit<TokenCorpus, "vocabulary" | "tokenizer">, ids: Int32Array): void {
    const start = this.tokens.length;
    const target = this.tokens.reserve(start + tokens.length);
    for (let index = 0; index < tokens.length; index++) target[start + index] = ids[tokens[index]];
    this.tokens.length = start + tokens.length;
    for (let document = 1; document < offsets.length; document++) this.offsets.push(start + offsets[document]);
    const at = this.fingerprints.length;
    this.fingerprints.reserve(at + fingerprints.length).set(fingerprints, at);
    this.fingerprints.length = at + fingerprints.length;
  }

  /** Lets go of the documents and keeps the vocabulary. */
  clear(): void {
    this.tokens.length = 0;
    this.offsets.length = 1;
    this.fingerprints.length = 0;
  }

  /** The columns so far, and the words from an id on. */
  part(tokenizer: string, from: number): TokenPart {
    const { units, starts } = this.vocabulary.wordsFrom(from);
    const [tokens, offsets, fingerprints] = [this.tokens.view(), this.offsets.view(), this.fingerprints.view()];
    return { tokens, offsets, fingerprints, tokenizer, newWords: units, newWordStarts: starts };
  }

  /** The corpus so far: the columns as they lie in memory, which later documents only continue. */
  corpus(tokenizer: string): TokenCorpus {
    const [tokens, offsets, fingerprints] = [this.tokens.view(), this.offsets.view(), this.fingerprints.view()];
    return { tokens, offsets, vocabulary: this.vocabulary.words(), fingerprints, tokenizer };
  }
}
