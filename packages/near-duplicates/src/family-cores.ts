import { copyIds } from "./copy-ids.ts";
import { type FamilyLoops, familyLoops } from "./family-loops.ts";
import type { JoinMemory } from "./join-memory.ts";
import type { ShingleSets } from "./shingle-sets.ts";

/** The sets that are asked for a core. */
const ASKED = 64;

const WORD = Int32Array.BYTES_PER_ELEMENT;

/** Finds what sets have in common, and how much of it a set holds. Shingles of the latest core have its number + 1. */
export class FamilyCores {
  readonly #sets: ShingleSets;
  readonly #memory: JoinMemory;
  readonly #loops: FamilyLoops;
  #marked = -1;
  readonly cores: Uint32Array[] = [];

  constructor(sets: ShingleSets, memory: JoinMemory) {
    this.#sets = sets;
    this.#memory = memory;
    this.#loops = memory.kernel ?? familyLoops(memory);
  }

  /** Copies the ids of a set and says where they stand. */
  #read(set: number): readonly [number, number] {
    const from = copyIds(this.#sets, set, set, this.#memory.ids);
    return [from, from + (this.#sets.ends[set] - this.#sets.starts[set]) * WORD];
  }

  /** Adds the core of some sets, the shingles that more than half of them hold, and gives its number. */
  add(members: Uint32Array): number {
    const { core } = this.#memory;
    const step = Math.ceil(members.length / ASKED);
    const asked = members.filter((_, at) => at % step === 0);
    for (const set of asked) this.#loops.countHolders(...this.#read(set));
    let length = 0;
    for (const set of asked) {
      length += this.#loops.takeCommon(...this.#read(set), asked.length, core.byteOffset + length * WORD);
    }
    return this.cores.push(core.slice(0, length)) - 1;
  }

  /** How many shingles of a core a set holds. */
  sharedWith(number: number, set: number): number {
    const { core } = this.#memory;
    if (number !== this.#marked) {
      const shingles = this.cores[number];
      core.set(shingles);
      this.#loops.numberShingles(core.byteOffset, core.byteOffset + shingles.byteLength, number + 1, 0);
      this.#marked = number;
    }
    return this.#loops.countNumbered(...this.#read(set), number + 1);
  }
}
