import type { Measurement } from "@corpulse/measurement";
import { documentCount, type NgramIndex } from "@corpulse/tokens";
import { type Detection, detectNearDuplicates, type NearDuplicateOptions } from "./detect-near-duplicates.ts";
import { nearDuplicateRecords } from "./near-duplicate-records.ts";

/** Where the candidate begins, and how near-copies are looked for. */
export interface OverlapOptions extends NearDuplicateOptions {
  /** The first document of the candidate: the base is before it. */
  readonly candidateFrom: number;
}

/** The candidate documents that repeat the base, one entry of each column a document, in order. */
export interface OverlapMatches {
  /** The candidate document, by its place in the merged corpus. */
  readonly document: Uint32Array;
  /** The base document that is most like it, an exact copy if there is one, the earliest of several. */
  readonly match: Uint32Array;
  /** Their exact Jaccard similarity. */
  readonly similarity: Float64Array;
  /** 1 when the two are equal character for character. */
  readonly exact: Uint8Array;
}

/** How far a candidate batch repeats a base, and which documents do. */
export interface OverlapResult {
  readonly measurements: readonly Measurement[];
  readonly matches: OverlapMatches;
}

/** For each set the set of base documents that is most like it, and how much. */
class MostAlike {
  readonly base: Int32Array;
  readonly similarity: Float64Array;

  constructor(sets: number) {
    this.base = new Int32Array(sets).fill(-1);
    this.similarity = new Float64Array(sets);
  }

  offer(set: number, base: number, similarity: number): void {
    const tied = similarity === this.similarity[set] && base < this.base[set];
    if (similarity < this.similarity[set] || (similarity === this.similarity[set] && !tied)) return;
    this.base[set] = base;
    this.similarity[set] = similarity;
  }
}

function matchesOf(
  { sets: { setOf, firstDocument }, neighbours, firstCopyOf }: Detection,
  alike: MostAlike,
  candidateFrom: number,
): OverlapMatches {
  const all = Uint32Array.from(neighbours.keys());
  const document = all.filter((one) => one >= candidateFrom && neighbours[one] > 0);
  const inBase = (one: number): boolean => one < candidateFrom;
  const match = document.map((one) => {
    if (inBase(firstCopyOf[one])) return firstCopyOf[one];
    const set = setOf[one];
    return inBase(firstDocument[set]) ? firstDocument[set] : firstDocument[alike.base[set]];
  });
  return {
    document,
    match,
    similarity: Float64Array.from(document, (one) => {
      const set = setOf[one];
      return inBase(firstDocument[set]) ? 1 : alike.similarity[set];
    }),
    exact: Uint8Array.from(document, (one) => (inBase(firstCopyOf[one]) ? 1 : 0)),
  };
}

/**
 * Measures how far a candidate batch repeats the base that it would join, both in one merged corpus: the shares of the
 * candidate's documents that are exact copies of a base document, that banding pairs with one, that have a verified near-copy
 * there and so could go, and the share of near-copies among all pairs of a base and a candidate document. Copies within
 * either part do not count. The ids are those of `measureNearDuplicates` with `scope:overlap` in the signature.
 *
 * @throws {RangeError} when `candidateFrom` or an option lies outside its range
 * @example
 * ```ts
 * import { measureOverlap } from "@corpulse/near-duplicates";
 * import { ngramIndex, tokenCorpus } from "@corpulse/tokens";
 *
 * const merged = ngramIndex(tokenCorpus(["to be or not to be", "call me ishmael", "To be, or not to be!"]));
 * measureOverlap(merged, { candidateFrom: 2 }).matches; // { document: [2], match: [0], similarity: [1], exact: [0] }
 * ```
 */
export function measureOverlap(index: NgramIndex, { candidateFrom, ...options }: OverlapOptions): OverlapResult {
  const documents = documentCount(index.corpus);
  let alike: MostAlike | undefined;
  const found = detectNearDuplicates(index, { ...options, between: candidateFrom }, (left, right, similarity, sets) => {
    alike ??= new MostAlike(sets.firstDocument.length);
    if (sets.firstDocument[left] < candidateFrom) alike.offer(right, left, similarity);
    if (sets.firstDocument[right] < candidateFrom) alike.offer(left, right, similarity);
  });
  const { verified, passedOver } = found;
  const incoming = documents - candidateFrom;
  // A share of a batch that has nothing to repeat would pass every gate.
  const whole = candidateFrom === 0 ? 0 : incoming;
  const matches = matchesOf(found, alike ?? new MostAlike(0), candidateFrom);
  const records = nearDuplicateRecords(found, options, {
    tokenizer: index.corpus.tokenizer,
    scope: { scope: "overlap" },
    reason: () => `it needs at least 1 base and 1 candidate document, there are ${candidateFrom} and ${incoming}`,
  });
  const candidate = found.candidate.subarray(candidateFrom).reduce((sum, one) => sum + one, 0);
  const affected = matches.document.length;
  const { setOf, firstDocument } = found.sets;
  const certain = matches.document.filter((one) => firstDocument[setOf[one]] < candidateFrom).length;
  const pairs = candidateFrom * incoming;
  const counts = { documents: incoming, base_documents: candidateFrom };
  const pairParts = {
    pairs,
    verified_pairs: verified.total,
    compared_pairs: found.comparedPairs,
    banded_pairs: found.bandedPairs,
  };
  const measurements = [
    records.copies(
      matches.exact.reduce((sum, one) => sum + one, 0),
      whole,
    ),
    records.plain({
      id: "near_duplicate_candidate_rate",
      found: candidate,
      whole,
      parts: { ...counts, candidates: candidate, ...pairParts },
    }),
    records.verified({
      id: "near_duplicate_affected_rate",
      found: affected,
      certain,
      passedOver: passedOver.documents,
      whole,
      parts: { ...counts, affected },
    }),
    records.verified({
      id: "near_duplicate_removable_rate",
      found: affected,
      certain,
      passedOver: passedOver.documents,
      whole,
      parts: { ...counts, removable: affected },
    }),
    records.verified({
      id: "near_duplicate_pair_rate",
      found: verified.total,
      certain: verified.within,
      passedOver: passedOver.pairs,
      whole: pairs,
      parts: { ...counts, ...pairParts, estimated_pairs: found.estimatedPairs },
    }),
  ];
  return { measurements, matches };
}
