function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The reference length closest to a text's, the shorter one when two are equally close. With `exceptOwn` the text is itself
 * among the references, and one reference of its length is left out.
 */
export function closestReferenceLength(sorted: Uint32Array, length: number, exceptOwn: boolean): number {
  const at = lowerBound(sorted, length);
  const next = exceptOwn ? at + 1 : at;
  if (next >= sorted.length) return sorted[at - 1];
  if (at === 0) return sorted[next];
  return sorted[next] - length < length - sorted[at - 1] ? sorted[next] : sorted[at - 1];
}
