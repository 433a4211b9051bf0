import type { Families } from "./families.ts";
import type { Features } from "./postings.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** Numbers what members differ in from the cores of their families, family by family. */
class Differences {
  readonly #sets: ShingleSets;
  readonly #features: Uint32Array;
  /** One more than the last feature that each shingle was: one of an earlier family where it was none of this one. */
  readonly #featureOf: Uint32Array;
  #core: Uint32Array = new Uint32Array(0);
  /** Place + 1 of the last member that has each shingle of the core. */
  #inMember = new Uint32Array(0);
  /** The features of earlier families. */
  #before = 0;
  /** The features so far; those of the core are the first of a family. */
  count = 0;

  constructor(sets: ShingleSets, features: Uint32Array) {
    this.#sets = sets;
    this.#features = features;
    this.#featureOf = sets.table.fill(0);
  }

  begin(core: Uint32Array): void {
    this.#before = this.count;
    this.#core = core;
    this.#inMember = new Uint32Array(core.length);
    for (const shingle of core) this.#featureOf[shingle] = ++this.count;
  }

  /** Writes the features of a member from `start` on, and says where they end. */
  write(place: number, set: number, start: number): number {
    const { column, starts, ends, repeatStarts, repeatEnds } = this.#sets;
    const { ids, repeats } = column;
    const featureOf = this.#featureOf;
    const inMember = this.#inMember;
    const features = this.#features;
    const before = this.#before;
    const coreLength = this.#core.length;
    const end = ends[set];
    let length = start;
    let repeat = repeatStarts[set];
    for (let at = starts[set]; at < end; at++) {
      const stop = repeat < repeatEnds[set] ? repeats[repeat++] : end;
      for (; at < stop; at++) {
        const id = ids[at];
        if (id < 0) continue;
        if (featureOf[id] <= before) featureOf[id] = ++this.count;
        const feature = featureOf[id] - 1;
        if (feature - before < coreLength) inMember[feature - before] = place + 1;
        else features[length++] = feature;
      }
    }
    for (let at = 0; at < coreLength; at++) if (inMember[at] !== place + 1) features[length++] = before + at;
    return length;
  }
}

/**
 * What tells each member of a family from its core: the shingles that only the member has, and those that only the core
 * has, with numbers that no two families share. Members that have none of these in common share no more than is certain.
 */
export function familyDifferences(
  sets: ShingleSets,
  places: Uint32Array,
  { classOf, classes, cores }: Families,
): Features {
  const starts = new Uint32Array(places.length);
  let room = 0;
  for (let place = 0; place < places.length; place++) {
    starts[place] = room;
    if (classOf[place] < 0) continue;
    const { family, inCore } = classes[classOf[place]];
    room += sets.sizes[places[place]] + cores[family].length - 2 * inCore;
  }
  const ends = starts.slice();
  const features = new Uint32Array(room);
  if (classes.length === 0) return { starts, ends, features, featureCount: 0 };
  const differences = new Differences(sets, features);
  for (const [number, { family, first, members }] of classes.entries()) {
    if (number === first) differences.begin(cores[family]);
    for (const place of members) ends[place] = differences.write(place, places[place], starts[place]);
  }
  return { starts, ends, features, featureCount: differences.count };
}
