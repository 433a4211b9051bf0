import type { ShingleSets } from "./shingle-sets.ts";

/**
 * How many documents share each set, and which pairs of documents count. Without `between` all of them do, and all documents
 * stand on the first side; with it only those of a document before `between` and one from there on.
 */
export interface Population {
  readonly between: number | undefined;
  readonly setOf: Uint32Array;
  /** The documents of each set that stand on the first and on the second side. */
  readonly counts: readonly [Uint32Array, Uint32Array];
  /** For each set 1 or 2 when all its documents stand on that side, 3 when it may pair with any other set. */
  readonly sides: Uint8Array;
}

/** Counts the documents of each set. */
export function population({ setOf, firstDocument }: ShingleSets, between: number | undefined): Population {
  const counts = [new Uint32Array(firstDocument.length), new Uint32Array(firstDocument.length)] as const;
  const border = between ?? setOf.length;
  setOf.forEach((set, document) => counts[document < border ? 0 : 1][set]++);
  const sides = new Uint8Array(firstDocument.length).fill(3);
  if (between !== undefined) {
    for (let set = 0; set < sides.length; set++)
      sides[set] = Math.min(counts[0][set], 1) + 2 * Math.min(counts[1][set], 1);
  }
  return { between, setOf, counts, sides };
}

/** The pairs of documents that share a set. */
export function pairsWithin({ between, counts }: Population, set: number): number {
  const documents = counts[0][set];
  return between === undefined ? (documents * (documents - 1)) / 2 : documents * counts[1][set];
}

/** The pairs of a document of one set and a document of another. */
export function pairsAcross({ between, counts }: Population, left: number, right: number): number {
  const first = counts[0];
  if (between === undefined) return first[left] * first[right];
  const second = counts[1];
  return first[left] * second[right] + second[left] * first[right];
}
