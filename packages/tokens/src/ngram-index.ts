import { documentFrequencies } from "./document-frequencies.ts";
import { internPairs } from "./intern-pairs.ts";
import type { TokenCorpus } from "./token-corpus.ts";

/** All n-grams of one order. N-grams never cross from one document into the next. */
export interface NgramColumn {
  readonly order: number;
  /** For each token of the corpus the id of the n-gram that ends there, or −1 where its document has too few tokens before it. */
  readonly ids: Int32Array;
  /** How often each n-gram occurs, by id; its length is the number of different n-grams. Ids follow first appearance. */
  readonly counts: Uint32Array;
  /** The number of n-grams, repeated ones included. */
  readonly total: number;
}

/** The n-grams of a corpus, order by order, each computed once when it is first asked for, and shared by all that ask. */
export interface NgramIndex {
  readonly corpus: TokenCorpus;
  column(order: number): NgramColumn;
  /** In how many documents each n-gram of an order occurs, by id. */
  documentFrequencies(order: number): Uint32Array;
  /** The tokens of an n-gram. */
  tokensOf(order: number, id: number): readonly string[];
}

function firstOrder({ tokens, vocabulary }: TokenCorpus): NgramColumn {
  const counts = new Uint32Array(vocabulary.length);
  for (let position = 0; position < tokens.length; position++) counts[tokens[position]]++;
  return { order: 1, ids: tokens, counts, total: tokens.length };
}

/**
 * The exact n-gram index that all lexical metrics share. An n-gram is chained from the id of its first n−1 tokens and its
 * last token, so there are no string keys and no hash collisions. `known` columns of the same corpus, orders 1, 2 and so on,
 * are taken as they are: another thread may have computed them.
 *
 * @throws {RangeError} from `column`, when the order is not a positive integer
 * @example
 * ```ts
 * import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
 *
 * const pairs = ngramIndex(tokenCorpus(["a b a b"])).column(2);
 * pairs.counts; // Uint32Array [2, 1], for "a b" and "b a"
 * ```
 */
export function ngramIndex(corpus: TokenCorpus, known: readonly NgramColumn[] = []): NgramIndex {
  const columns: NgramColumn[] = [...known];
  const frequencies: Uint32Array[] = [];
  const index: NgramIndex = {
    corpus,
    column(order) {
      if (!Number.isInteger(order) || order < 1) {
        throw new RangeError(`Cannot index n-grams: the order must be a positive integer, current value is ${order}`);
      }
      while (columns.length < order) {
        const previous = columns.at(-1);
        columns.push(previous === undefined ? firstOrder(corpus) : internPairs(corpus, previous));
      }
      return columns[order - 1];
    },
    documentFrequencies(order) {
      const column = index.column(order);
      return (frequencies[order] ??= documentFrequencies(corpus, column));
    },
    tokensOf(order, id) {
      const end = index.column(order).ids.indexOf(id);
      if (end < 0) throw new RangeError(`Cannot name an n-gram: there must be one with the id, current value is ${id}`);
      return Array.from(corpus.tokens.subarray(end - order + 1, end + 1), (token) => corpus.vocabulary[token]);
    },
  };
  return index;
}
