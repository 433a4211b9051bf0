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

/** The same of many texts, none of them longer than `longest`: those of one length have it in common. */
export function closestReferenceLengths(
  sorted: Uint32Array,
  lengths: Uint32Array,
  { longest, exceptOwn }: { readonly longest: number; readonly exceptOwn: boolean },
): Uint32Array {
  const known = new Uint32Array(longest + 1);
  const closest = new Uint32Array(lengths.length);
  for (let text = 0; text < lengths.length; text++) {
    const length = lengths[text];
    // A length of 0 is looked for again, and costs no more than that.
    if (known[length] === 0) known[length] = closestReferenceLength(sorted, length, exceptOwn);
    closest[text] = known[length];
  }
  return closest;
}
