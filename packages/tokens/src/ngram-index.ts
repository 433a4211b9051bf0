import { EarlyNgrams } from "./early-ngrams.ts";
import { type Memory, ownMemory } from "./memory.ts";
import type { NgramColumn } from "./ngram-column.ts";
import { NgramNumbering } from "./ngram-numbering.ts";
import { NgramTally } from "./ngram-tally.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** The n-grams of a corpus, order by order, each computed once when it is first asked for, and shared by all that ask. */
export interface NgramIndex {
  readonly corpus: TokenCorpus;
  /** Where its columns lie, unless they were known before. */
  readonly memory: Memory;
  column(order: number): NgramColumn;
  /** The tokens of an n-gram. */
  tokensOf(order: number, id: number): readonly string[];
}

/** What an index is made with. */
export interface NgramIndexOptions {
  /** Columns of the same corpus, orders 1, 2 and so on, which are taken as they are: another thread may have computed them. */
  readonly known?: readonly NgramColumn[];
  /** What has been found of the same corpus while it grew. @default all of it is found now */
  readonly early?: EarlyNgrams;
  /** @default memory of this thread alone */
  readonly memory?: Memory;
}

/**
 * The exact n-gram index that all lexical metrics share. An n-gram is chained from the id of its first n−1 tokens and its
 * last token, so there are no string keys and no hash collisions.
 *
 * @throws {RangeError} from `column`, when the order is not a positive integer
 * @example
 * ```ts
 * import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
 *
 * const pairs = ngramIndex(tokenCorpus(["a b a b"])).column(2);
 * pairs.counts; // Uint32Array [2], for "a b"; "b a" occurs once, and has no id
 * ```
 */
export function ngramIndex(
  corpus: TokenCorpus,
  { known = [], memory = ownMemory, early: given }: NgramIndexOptions = {},
): NgramIndex {
  const columns: NgramColumn[] = [...known];
  let early = given;
  let numbering: NgramNumbering | undefined;
  let tally: NgramTally | undefined;
  const extend = (previous: NgramColumn | undefined): NgramColumn => {
    early ??= new EarlyNgrams(memory, corpus.tokens.length);
    if (previous === undefined) return early.column(corpus);
    numbering ??= new NgramNumbering(corpus, early, memory);
    tally ??= new NgramTally(early.tallyStart(corpus), memory);
    return tally.tally(numbering.extend(previous));
  };
  return {
    corpus,
    memory,
    column(order) {
      if (!Number.isInteger(order) || order < 1) {
        throw new RangeError(`Cannot index n-grams: the order must be a positive integer, current value is ${order}`);
      }
      while (columns.length < order) columns.push(extend(columns.at(-1)));
      return columns[order - 1];
    },
    tokensOf(order, id) {
      const end = this.column(order).ids.indexOf(id);
      if (end < 0 || id < 0) {
        throw new RangeError(`Cannot name an n-gram: there must be one with the id, current value is ${id}`);
      }
      return Array.from(corpus.tokens.subarray(end - order + 1, end + 1), (token) => corpus.vocabulary[token]);
    },
  };
}
