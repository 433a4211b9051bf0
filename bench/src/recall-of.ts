import { readFileSync } from "node:fs";
import type { NearDuplicates } from "@corpulse/near-duplicates";

/** How a peer's candidate pairs stand to the true pairs. */
export interface Recall {
  /** The share of true pairs among the peer's. */
  readonly recall: number;
  /** The share of the peer's pairs that are true. */
  readonly precision: number;
  readonly pairs: number;
}

/** The documents that share each set of shingles, by the first of them. */
function groups({ representativeOf }: NearDuplicates): ReadonlyMap<number, readonly number[]> {
  const members = new Map<number, number[]>();
  for (const [document, first] of representativeOf.entries()) {
    const group = members.get(first);
    if (group === undefined) members.set(first, [document]);
    else group.push(document);
  }
  return members;
}

/** Calls `visit` with every true pair of documents, as one number. */
export function eachTruePair(found: NearDuplicates, visit: (pair: number) => void): void {
  const members = groups(found);
  const documents = found.representativeOf.length;
  const key = (one: number, other: number): number => Math.min(one, other) * documents + Math.max(one, other);
  for (const group of members.values()) {
    for (let left = 0; left < group.length; left++)
      for (let right = left + 1; right < group.length; right++) visit(key(group[left], group[right]));
  }
  const { left, right } = found.pairs;
  for (let pair = 0; pair < left.length; pair++) {
    for (const one of members.get(left[pair]) ?? [])
      for (const other of members.get(right[pair]) ?? []) visit(key(one, other));
  }
}

/** Reads a file of pairs, 32-bit numbers end to end, and holds it against the verified pairs. */
export function recallOf(found: NearDuplicates, file: string): Recall {
  const bytes = readFileSync(file);
  const numbers = new Uint32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  const documents = found.representativeOf.length;
  const claimed = new Set<number>();
  for (let at = 0; at < numbers.length; at += 2) {
    claimed.add(Math.min(numbers[at], numbers[at + 1]) * documents + Math.max(numbers[at], numbers[at + 1]));
  }
  let truePairs = 0;
  let hits = 0;
  eachTruePair(found, (pair) => {
    truePairs++;
    if (claimed.has(pair)) hits++;
  });
  return { recall: hits / truePairs, precision: hits / claimed.size, pairs: claimed.size };
}
