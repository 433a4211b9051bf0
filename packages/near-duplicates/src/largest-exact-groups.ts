import { NAMED } from "./largest-clusters.ts";

/** Documents with one text, as evidence. */
export interface ExactGroup {
  /** How many documents have the text. */
  readonly copies: number;
  readonly first: number;
  /** The first 20 of them. */
  readonly documents: readonly number[];
}

/** The first documents with one text, the first of all included. */
function firstCopies(firstCopyOf: Uint32Array, first: number): readonly number[] {
  const documents: number[] = [];
  for (let at = first; at >= 0 && documents.length < NAMED; at = firstCopyOf.indexOf(first, at + 1)) documents.push(at);
  return documents;
}

/** The largest groups of exact copies, of equal ones the earliest. */
export function largestExactGroups(firstCopyOf: Uint32Array): readonly ExactGroup[] {
  const copies = new Map<number, number>();
  firstCopyOf.forEach((first, document) => {
    if (first !== document) copies.set(first, (copies.get(first) ?? 1) + 1);
  });
  const largest = [...copies].toSorted(([one, its], [other, count]) => count - its || one - other).slice(0, NAMED);
  return largest.map(([first, count]) => ({ copies: count, first, documents: firstCopies(firstCopyOf, first) }));
}
