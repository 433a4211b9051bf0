import { NAMED } from "./largest-clusters.ts";

/** Documents with one text, as evidence. */
export interface ExactGroup {
  /** How many documents have the text. */
  readonly copies: number;
  readonly first: number;
  /** The first 20 of them. */
  readonly documents: readonly number[];
}

/** The largest groups of exact copies, of equal ones the earliest. */
export function largestExactGroups(firstCopyOf: Uint32Array): readonly ExactGroup[] {
  const copies = new Uint32Array(firstCopyOf.length);
  for (const first of firstCopyOf) copies[first]++;
  const groups: number[] = [];
  for (let document = 0; document < copies.length; document++) if (copies[document] > 1) groups.push(document);
  const largest = groups.toSorted((left, right) => copies[right] - copies[left]).slice(0, NAMED);
  const documents = new Map<number, number[]>(largest.map((first) => [first, []]));
  for (let document = 0; document < firstCopyOf.length; document++)
    documents.get(firstCopyOf[document])?.push(document);
  return largest.map((first) => ({
    copies: copies[first],
    first,
    documents: (documents.get(first) ?? []).slice(0, NAMED),
  }));
}
