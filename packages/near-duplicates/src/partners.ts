import { type DifferenceBounds, differingShare } from "./difference-bounds.ts";
import type { JoinMemory } from "./join-memory.ts";
import type { KernelExports } from "./load-kernel.ts";
import type { Postings } from "./postings.ts";

/**
 * Finds for one place after the other, from one on and before another, the earlier places of other families that it pairs with and
 * may be like, once each: writes them to `found`, with the place to `foundBy`, until there are `enough` or more. Says how many.
 */
export type FindPartners = (from: number, end: number, enough: number) => number;

/** What partners are found by. */
export interface PartnerSearch {
  readonly postings: Postings;
  /** What tells that two sets are not alike, where it is known. */
  readonly bounds: DifferenceBounds | null;
  readonly similarity: number;
  readonly familyOf: Int32Array;
  /** The most places of one list that a place is compared with. */
  readonly most: number;
  /** Called when a place is not compared with the places of a feature from the posting `from` on. */
  readonly passedOver: (place: number, postings: Postings, feature: number, from: number) => void;
}

/** The first posting from `start` on whose family comes after the given one. */
function afterFamily(places: Uint32Array, familyOf: Int32Array, family: number, start: number, end: number): number {
  if (start === end || familyOf[places[end - 1]] <= family) return end;
  let low = start;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (familyOf[places[middle]] > family) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Finds partners by what places have in common. */
export function partnersByPostings(
  { found, foundBy, sides }: Pick<JoinMemory, "found" | "foundBy" | "sides">,
  search: PartnerSearch,
): FindPartners {
  const { postings, bounds, similarity, familyOf, most, passedOver } = search;
  const share = differingShare(similarity);
  const { starts, ends, features, heads, places } = postings;
  const metBy = new Int32Array(familyOf.length).fill(-1);
  let count = 0;
  const meet = (place: number, feature: number): void => {
    const end = heads[feature + 1];
    let read = 0;
    for (let at = heads[feature]; at < end; read++) {
      if (read === most) return passedOver(place, postings, feature, at);
      const other = places[at];
      const family = familyOf[other];
      if (other >= place || (family >= 0 && family === familyOf[place])) {
        at = afterFamily(places, familyOf, family, at, end);
        continue;
      }
      at++;
      if (metBy[other] === place) continue;
      metBy[other] = place;
      if ((sides[other] | sides[place]) !== 3 || bounds?.exceeds(place, other, share)) continue;
      found[count] = other;
      foundBy[count++] = place;
    }
  };
  return (from, end, enough) => {
    count = 0;
    for (let place = from; place < end; place++) {
      for (let at = starts[place]; at < ends[place]; at++) meet(place, features[at]);
      if (count >= enough) break;
    }
    return count;
  };
}

/** The same by the kernel, in a join that passes nothing over. */
export function partnersByKernel(
  { families }: JoinMemory,
  kernel: KernelExports,
  { familyOf, similarity }: Pick<PartnerSearch, "familyOf" | "similarity">,
): FindPartners {
  families.set(familyOf);
  const share = differingShare(similarity);
  return (from, end, enough) => kernel.findPartners(from, end, enough, share);
}
