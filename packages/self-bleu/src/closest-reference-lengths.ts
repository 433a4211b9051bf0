/**
 * By length of a text that of the reference closest to it, the shorter one when two are equally close, given how many references
 * have each length. With `exceptOwn` the text is itself among the references, and one of its length is left out. It is −1 where no
 * reference is left.
 */
export function closestReferenceLengths(references: Uint32Array, exceptOwn: boolean): Int32Array {
  const left = exceptOwn ? 1 : 0;
  const closest = new Int32Array(references.length);
  let shorter = -1;
  for (let length = 0; length < closest.length; length++) {
    closest[length] = references[length] > left ? length : shorter;
    if (references[length] > 0) shorter = length;
  }
  let longer = -1;
  for (let length = closest.length - 1; length >= 0; length--) {
    const distance = closest[length] < 0 ? Infinity : length - closest[length];
    if (longer >= 0 && longer - length < distance) closest[length] = longer;
    if (references[length] > 0) longer = length;
  }
  return closest;
}
