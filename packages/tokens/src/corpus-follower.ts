import { textsOf } from "./code-units.ts";
import type { TokenCorpus } from "./token-corpus.ts";
import type { TokenPart } from "./token-part.ts";

/**
 * Follows a corpus that grows in another thread, which says again and again what there is: `TokenCorpusBuilder.growth()`.
 *
 * @example
 * ```ts
 * import { CorpusFollower, TokenCorpusBuilder } from "@corpulse/tokens";
 *
 * const builder = new TokenCorpusBuilder();
 * const follower = new CorpusFollower();
 * builder.add("to be or");
 * follower.follow(builder.growth()).vocabulary; // ["to", "be", "or"]
 * builder.add("not to be");
 * follower.follow(builder.growth()).tokens; // Int32Array [0, 1, 2, 3, 0, 1]
 * ```
 */
export class CorpusFollower {
  readonly #vocabulary: string[] = [];

  /** The corpus so far. All that this gives share one vocabulary, which goes on growing. */
  follow({ newWords, newWordStarts, ...columns }: TokenPart): TokenCorpus {
    for (const word of textsOf(newWords, newWordStarts)) this.#vocabulary.push(word);
    return { ...columns, vocabulary: this.#vocabulary };
  }
}
