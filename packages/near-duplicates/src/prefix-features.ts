import { DifferenceBounds } from "./difference-bounds.ts";
import type { JoinMemory } from "./join-memory.ts";
import type { Features } from "./postings.ts";
import { writePrefixesByKernel } from "./prefixes-by-kernel.ts";
import { rarityLevels } from "./rarity-levels.ts";
import { RarestShingles } from "./rarest-shingles.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** What sets are found by, and what tells that two of them cannot be alike. */
export interface PrefixFeatures extends Features {
  readonly bounds: DifferenceBounds;
}

/**
 * The prefix of each set as its features: the rarest of its shingles, so many that two sets of the given similarity must have
 * one of them in common. A set of n has to share at least ⌈t·n⌉, and cannot if all of its n − ⌈t·n⌉ + 1 rarest are missing
 * from the other's. Those that no other set holds are the rarest of all, and need not be looked for.
 *
 * Source: Bayardo, Ma and Srikant, Scaling up all pairs similarity search, 2007 (prefix filter).
 */
export function prefixFeatures(sets: ShingleSets, places: Uint32Array, memory: JoinMemory): PrefixFeatures {
  const { kernel, levels, bits, alone, sizes, starts, features, others } = memory;
  rarityLevels(sets, places, memory);
  const bounds = new DifferenceBounds(bits, alone, sizes);
  if (kernel === null) {
    const rarest = new RarestShingles(sets, places, memory, bounds);
    for (let place = 0; place < places.length; place++) {
      starts[place + 1] = rarest.write(place, others[place], starts[place]);
    }
  } else writePrefixesByKernel(sets, places, memory, kernel);
  return {
    starts,
    ends: starts.subarray(1),
    features: features.subarray(0, starts[places.length]),
    featureCount: levels.length,
    bounds,
  };
}
