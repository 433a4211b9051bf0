import type { Families } from "./families.ts";
import type { Features } from "./postings.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/**
 * What tells each member of a family from its core: the shingles that only the member has, and those that only the core
 * has, with numbers that no two families share. Members that have none of these in common share no more than is certain.
 */
export function familyDifferences(
  { column, starts: begins, ends: stops, repeatStarts, repeatEnds, sizes }: ShingleSets,
  places: Uint32Array,
  { classOf, classes, cores }: Families,
): Features {
  const { ids, repeats } = column;
  const starts = new Uint32Array(places.length);
  let room = 0;
  for (let place = 0; place < places.length; place++) {
    starts[place] = room;
    if (classOf[place] < 0) continue;
    const { family, inCore } = classes[classOf[place]];
    room += sizes[places[place]] + cores[family].length - 2 * inCore;
  }
  const ends = starts.slice();
  const features = new Uint32Array(room);
  // One more than the last feature that each shingle was, a lower one than those of this family when it was none of its.
  const featureOf = new Uint32Array(classes.length === 0 ? 0 : column.documentFrequencies.length);
  let count = 0;
  for (let first = 0; first < classes.length; first += classes[first].alike.length) {
    const core = cores[classes[first].family];
    const base = count;
    for (const shingle of core) featureOf[shingle] = ++count;
    const coreEnd = count;
    // Place + 1 of the last member that has the shingle of the core.
    const inMember = new Uint32Array(core.length);
    for (let number = first; number < first + classes[first].alike.length; number++) {
      for (const place of classes[number].members) {
        const set = places[place];
        let length = starts[place];
        let repeat = repeatStarts[set];
        for (let at = begins[set]; at < stops[set]; at++) {
          const id = ids[at];
          if (repeat < repeatEnds[set] && repeats[repeat] === at) repeat++;
          else if (id >= 0) {
            if (featureOf[id] <= base) featureOf[id] = ++count;
            const feature = featureOf[id] - 1;
            if (feature < coreEnd) inMember[feature - base] = place + 1;
            else features[length++] = feature;
          }
        }
        for (let at = 0; at < core.length; at++) if (inMember[at] !== place + 1) features[length++] = base + at;
        ends[place] = length;
      }
    }
  }
  return { starts, ends, features, featureCount: count };
}
