import type { SpanTokenizer } from "./tokenizer.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordSpelling } from "./word-spelling.ts";

/** How words are spelt as tokens, and what gives them their ids. */
export interface WordIds {
  readonly spelling: WordSpelling;
  readonly vocabulary: Vocabulary;
  /** What finds words where single units do not say enough. */
  readonly tokenizer: SpanTokenizer;
}
