/**
 * The most tokens that a document has, given where documents start; 0 when there is none.
 *
 * @example
 * ```ts
 * import { longestDocument, tokenCorpus } from "@corpulse/tokens";
 *
 * longestDocument(tokenCorpus(["to be", "or not to be"]).offsets); // 4
 * ```
 */
export function longestDocument(offsets: Uint32Array): number {
  let longest = 0;
  for (let document = 1; document < offsets.length; document++) {
    longest = Math.max(longest, offsets[document] - offsets[document - 1]);
  }
  return longest;
}
