import type { Families } from "./families.ts";
import type { Features } from "./postings.ts";
import type { RankedSets } from "./ranked-sets.ts";

/**
 * What tells each member of a family from its core: the shingles that only the member has, and those that only the core
 * has, which are numbered after all shingles. Members that have none of these in common share no more than is certain.
 */
export function familyDifferences(
  { shingles, offsets, shingleCount }: RankedSets,
  { familyOf, classOf, classes, cores }: Families,
): Features {
  const starts = new Uint32Array(familyOf.length + 1);
  for (let place = 0; place < familyOf.length; place++) {
    const its = classOf[place];
    const length =
      its === undefined ? 0 : offsets[place + 1] - offsets[place] + cores[its.family].length - 2 * its.inCore;
    starts[place + 1] = starts[place] + length;
  }
  const features = new Uint32Array(starts[familyOf.length]);
  // Family + 1 of the last core that has the shingle, and place + 1 of the last member.
  const inCore = new Uint32Array(shingleCount);
  const inMember = new Uint32Array(shingleCount);
  for (const { family, members } of classes) {
    const core = cores[family];
    if (core.length > 0 && inCore[core[0]] !== family + 1) for (const shingle of core) inCore[shingle] = family + 1;
    for (const place of members) {
      let length = starts[place];
      for (let at = offsets[place]; at < offsets[place + 1]; at++) {
        const shingle = shingles[at];
        if (inCore[shingle] === family + 1) inMember[shingle] = place + 1;
        else features[length++] = shingle;
      }
      for (let at = 0; at < core.length; at++) {
        if (inMember[core[at]] !== place + 1) features[length++] = shingleCount + core[at];
      }
    }
  }
  return { starts, ends: starts.subarray(1), features, featureCount: cores.length === 0 ? 0 : shingleCount * 2 };
}
