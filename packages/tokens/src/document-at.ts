/**
 * The document that a token stands in, given where documents start. A token is a place in the column of all of them.
 *
 * @example
 * ```ts
 * import { documentAt, tokenCorpus } from "@corpulse/tokens";
 *
 * documentAt(tokenCorpus(["to be", "or not"]).offsets, 2); // 1
 * ```
 */
export function documentAt(offsets: Uint32Array, token: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle] <= token) low = middle;
    else high = middle - 1;
  }
  return low;
}
