/**
 * The least number of shingles that sets of these sizes must share to reach a Jaccard similarity. The quotient decides, not
 * a product: a division rounds correctly, so 4 of 5 reaches 0.8 and no pair below the threshold passes.
 */
export function neededOverlap(left: number, right: number, similarity: number): number {
  const sum = left + right;
  let needed = Math.ceil((similarity * sum) / (1 + similarity));
  while (needed > 0 && (needed - 1) / (sum - needed + 1) >= similarity) needed--;
  while (needed / (sum - needed) < similarity) needed++;
  return needed;
}

/** The least number of its shingles that a set must share with any other to reach a Jaccard similarity with it. */
export function leastOverlap(size: number, similarity: number): number {
  let least = Math.ceil(similarity * size);
  while (least > 0 && (least - 1) / size >= similarity) least--;
  while (least / size < similarity) least++;
  return least;
}
