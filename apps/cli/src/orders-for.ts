import type { Family } from "@corpulse/measurement";
import { parseShingle } from "@corpulse/near-duplicates";

/** The longest n-grams that are indexed beforehand: those of any family. Longer shingles are looked up by who needs them. */
const MOST = 5;

/** What it depends on which n-grams are needed. */
interface Needs {
  readonly families: readonly Family[];
  readonly shingle: string;
}

/** How many orders of n-grams families read; those that read none need not wait for the index. */
export function ordersFor({ families, shingle }: Needs): number {
  const { unit, size } = parseShingle(shingle);
  const orders: Readonly<Record<Family, number>> = {
    size: 0,
    "embedding-spread": 0,
    "near-duplicates": unit === "words" ? Math.min(size, MOST) : 0,
    "ngram-entropy": 4,
    "self-bleu": 5,
  };
  return Math.max(0, ...families.map((family) => orders[family]));
}
