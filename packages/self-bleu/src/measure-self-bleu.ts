import { type Measurement, measured, notMeasurable } from "@corpulse/measurement";
import { documentCount, type NgramIndex } from "@corpulse/tokens";
import { bleuSignature } from "./bleu-signature.ts";
import { bleuSummaries } from "./bleu-summaries.ts";
import { matchTable } from "./match-table.ts";

const MEASURED_ORDERS: readonly number[] = [2, 3, 4, 5];
const SCORED_ORDER = 4;

/** Which self-BLEU values are measured. */
export interface MeasureSelfBleuOptions {
  /** @default [2, 3, 4, 5], which are all there are */
  readonly orders?: readonly number[];
  /** Told the share of the work that is done, once an order. */
  readonly progress?: ((share: number) => void) | undefined;
}

/** The BLEU of each document against all others, at one order: the highest scores are the most redundant documents. */
export interface DocumentScores {
  readonly order: number;
  /** By document; empty when the corpus has fewer than two. */
  readonly values: Float64Array;
}

/** The measurements of the family, and the scores they are means of. */
export interface SelfBleuResult {
  readonly measurements: readonly Measurement[];
  /** At order 4, or at the highest order measured when that is not among them. */
  readonly scores: DocumentScores;
}

function checkedOrders(orders: readonly number[]): readonly number[] {
  const unknown = orders.find((order) => !MEASURED_ORDERS.includes(order));
  if (unknown !== undefined || orders.length === 0) {
    throw new RangeError(
      `Cannot measure self-BLEU: each order must be one of ${MEASURED_ORDERS.join(", ")}, current value is ${unknown ?? "none"}`,
    );
  }
  return MEASURED_ORDERS.filter((order) => orders.includes(order));
}

/**
 * Measures how much of each document the other documents already say: self-BLEU of orders 2 to 5, exact over all documents.
 * Values lie in 0…1, lower is more diverse; 1 means that every document repeats others. They rise with the number of
 * documents, so only corpora of equal size compare. Fewer than two documents, or none with a token, are not measurable.
 *
 * Parts: `documents`; `precisions`, the pooled share of matched n-grams of orders 1 to k; `mean_brevity_penalty`; and `pooled`,
 * the BLEU of the pooled counts, on which short documents weigh less.
 *
 * Source: Zhu et al. 2018; BLEU as NLTK computes it with smoothing method 1.
 *
 * @throws {RangeError} when an order is not one of 2, 3, 4, 5
 * @example
 * ```ts
 * import { measureSelfBleu } from "@corpulse/self-bleu";
 * import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
 *
 * const index = ngramIndex(tokenCorpus(["a cat sat", "a cat sat", "no dog ran"]));
 * measureSelfBleu(index).measurements[0].value; // 0.6666666666666666, for order 2
 * ```
 */
export function measureSelfBleu(
  index: NgramIndex,
  { orders = MEASURED_ORDERS, progress }: MeasureSelfBleuOptions = {},
): SelfBleuResult {
  const measuredOrders = checkedOrders(orders);
  const highest = measuredOrders[measuredOrders.length - 1];
  const scoredOrder = measuredOrders.includes(SCORED_ORDER) ? SCORED_ORDER : highest;
  const family = "self-bleu";
  const identify = (order: number): { id: string; signature: string } => ({
    id: `self_bleu_${order}`,
    signature: bleuSignature(order, "others", index.corpus.tokenizer),
  });

  const documents = documentCount(index.corpus);
  if (documents < 2 || index.corpus.tokens.length === 0) {
    // Documents of nothing would score 0, the best there is.
    const reason =
      documents < 2 ? `a self-BLEU needs at least 2 documents, the corpus has ${documents}` : "no document has a token";
    return {
      measurements: measuredOrders.map((order) => notMeasurable({ family, ...identify(order), reason })),
      scores: { order: scoredOrder, values: new Float64Array(documents < 2 ? 0 : documents) },
    };
  }

  const all = { from: 0, to: documents };
  const table = matchTable(index, { candidates: all, references: all, order: highest, progress });
  const summaries = bleuSummaries(table, measuredOrders);
  return {
    measurements: summaries.map(({ value, precisions, meanBrevityPenalty, pooled }, at) =>
      measured({
        family,
        ...identify(measuredOrders[at]),
        value,
        parts: { documents, precisions, mean_brevity_penalty: meanBrevityPenalty, pooled },
      }),
    ),
    scores: { order: scoredOrder, values: summaries[measuredOrders.indexOf(scoredOrder)].scores },
  };
}
