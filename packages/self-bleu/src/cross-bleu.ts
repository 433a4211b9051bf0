import { ngramIndex, TokenCorpusBuilder, type TokenCorpusOptions } from "@corpulse/tokens";
import { bleuSignature } from "./bleu-signature.ts";
import { type BleuSummary, bleuSummaries } from "./bleu-summaries.ts";
import { matchTable } from "./match-table.ts";

/** How a BLEU between two sets of texts is computed. */
export interface CrossBleuOptions extends TokenCorpusOptions {
  /** The longest word sequence that counts. @default 4 */
  readonly order?: number;
}

/** The BLEU of candidates against references that they are not among. */
export interface CrossBleu extends BleuSummary {
  readonly order: number;
  readonly signature: string;
}

/**
 * How much of a batch of texts a set of references already says: the mean over the candidates of BLEU against all references.
 * It lies in 0…1; near 1 the candidates are assembled from the references. Compare it with the value of held-out text of the
 * same kind, not with 0, and only at equal numbers of references.
 *
 * Source: the BLEU tables of Texygen (Zhu et al. 2018); BLEU as NLTK computes it with smoothing method 1.
 *
 * @throws {RangeError} when either side has no text, or the order is not a positive integer
 * @throws {TypeError} when either side is not a list of strings
 * @example
 * ```ts
 * import { crossBleu } from "@corpulse/self-bleu";
 *
 * crossBleu(["a cat sat down"], ["a cat sat up", "dogs lay down"], { order: 2 }).precisions; // [1, 0.6666666666666666]
 * ```
 */
export function crossBleu(
  candidates: Iterable<string>,
  references: Iterable<string>,
  { order = 4, ...tokenizing }: CrossBleuOptions = {},
): CrossBleu {
  if (!Number.isInteger(order) || order < 1) {
    throw new RangeError(`Cannot compute BLEU: the order must be a positive integer, current value is ${order}`);
  }
  const builder = new TokenCorpusBuilder(tokenizing);
  const append = (texts: Iterable<string>, side: string): number => {
    if (typeof texts === "string") {
      throw new TypeError(`Cannot compute BLEU: the ${side}s must be a list of strings, current value is one string`);
    }
    let count = 0;
    for (const text of texts) {
      builder.add(text);
      count++;
    }
    if (count === 0) throw new RangeError(`Cannot compute BLEU: there must be at least 1 ${side}, current value is 0`);
    return count;
  };
  const split = append(candidates, "candidate");
  const end = split + append(references, "reference");
  const corpus = builder.finish();
  const table = matchTable(ngramIndex(corpus), {
    candidates: { from: 0, to: split },
    references: { from: split, to: end },
    order,
  });
  const [summary] = bleuSummaries(table, [order]);
  return { order, ...summary, signature: bleuSignature(order, "given", corpus.tokenizer) };
}
