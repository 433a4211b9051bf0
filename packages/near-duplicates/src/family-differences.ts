import { copyIds } from "./copy-ids.ts";
import type { Families } from "./families.ts";
import { familyLoops } from "./family-loops.ts";
import type { JoinMemory } from "./join-memory.ts";
import type { Features } from "./postings.ts";
import type { ShingleSets } from "./shingle-sets.ts";

const WORD = Int32Array.BYTES_PER_ELEMENT;

/**
 * What tells each member of a family from its core: the shingles that only the member has, and those that only the core
 * has, with numbers that no two families share. Members that have none of these in common share no more than is certain.
 */
export function familyDifferences(
  sets: ShingleSets,
  places: Uint32Array,
  { classes, cores }: Families,
  memory: JoinMemory,
): Features {
  const starts = new Uint32Array(places.length);
  const ends = new Uint32Array(places.length);
  let room = 0;
  for (const { family, size, inCore, members } of classes) {
    room += members.length * (size + cores[family].length - 2 * inCore);
  }
  const features = new Uint32Array(room);
  if (classes.length === 0) return { starts, ends, features, featureCount: 0 };
  const { ids, core, seen, differing, heads, written } = memory;
  const loops = memory.kernel ?? familyLoops(memory);
  // Each shingle has one more than the last feature that it was: one of an earlier family where it was none of this one.
  heads.fill(0);
  written[0] = 0;
  let before = 0;
  let used = 0;
  classes.forEach(({ family, first, members }, number) => {
    const { length } = cores[family];
    if (number === first) {
      before = written[0];
      core.set(cores[family]);
      loops.numberShingles(core.byteOffset, core.byteOffset + length * WORD, before + 1, 1);
      written[0] = before + length;
    }
    for (const place of members) {
      const set = places[place];
      const from = copyIds(sets, set, set, ids);
      const last = from + (sets.ends[set] - sets.starts[set]) * WORD;
      const count = loops.writeDifferences(from, last, before, length, seen.byteOffset, differing.byteOffset);
      features.set(differing.subarray(0, count), used);
      starts[place] = used;
      used += count;
      ends[place] = used;
    }
  });
  return { starts, ends, features, featureCount: written[0] };
}
