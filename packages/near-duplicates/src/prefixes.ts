import type { Features } from "./postings.ts";
import type { RankedSets } from "./ranked-sets.ts";

/** The prefix of each set as its features: no pair that reaches the similarity has none in common. */
export function prefixes({ offsets, prefixEnds, shingles, shingleCount }: RankedSets): Features {
  const starts = new Uint32Array(offsets.length);
  for (let place = 0; place < prefixEnds.length; place++) {
    starts[place + 1] = starts[place] + prefixEnds[place] - offsets[place];
  }
  const features = new Uint32Array(starts[prefixEnds.length]);
  for (let place = 0; place < prefixEnds.length; place++) {
    features.set(shingles.subarray(offsets[place], prefixEnds[place]), starts[place]);
  }
  return { starts, features, featureCount: shingleCount };
}
