import type { ShingleSets } from "./shingle-sets.ts";

/** The sets that are asked for a core. */
const ASKED = 64;

/** Finds what sets have in common, and how much of it a set holds. */
export class FamilyCores {
  readonly #sets: ShingleSets;
  readonly #holders: Uint8Array;
  /** One more than the number of the last core that holds each shingle. */
  readonly #coreOf: Uint32Array;
  #marked = -1;
  readonly cores: Uint32Array[] = [];

  constructor(sets: ShingleSets) {
    this.#sets = sets;
    this.#holders = new Uint8Array(sets.column.documentFrequencies.length);
    this.#coreOf = sets.table.fill(0);
  }

  /** Adds the core of some sets, the shingles that more than half of them hold, and gives its number. */
  add(members: Uint32Array): number {
    const { column, starts, ends, repeatStarts, repeatEnds } = this.#sets;
    const { ids, repeats } = column;
    const holders = this.#holders;
    const step = Math.ceil(members.length / ASKED);
    const asked = members.filter((_, at) => at % step === 0);
    for (const set of asked) {
      for (let at = starts[set]; at < ends[set]; at++) if (ids[at] >= 0) holders[ids[at]]++;
      for (let at = repeatStarts[set]; at < repeatEnds[set]; at++) holders[ids[repeats[at]]]--;
    }
    const core: number[] = [];
    for (const set of asked) {
      for (let at = starts[set]; at < ends[set]; at++) {
        const id = ids[at];
        if (id < 0) continue;
        if (holders[id] * 2 > asked.length) core.push(id);
        holders[id] = 0;
      }
    }
    return this.cores.push(Uint32Array.from(core)) - 1;
  }

  /** How many shingles of a core a set holds. */
  sharedWith(core: number, set: number): number {
    const { column, starts, ends, repeatStarts, repeatEnds } = this.#sets;
    const { ids, repeats } = column;
    const coreOf = this.#coreOf;
    if (core !== this.#marked) for (const shingle of this.cores[core]) coreOf[shingle] = core + 1;
    this.#marked = core;
    let shared = 0;
    for (let at = starts[set]; at < ends[set]; at++) if (ids[at] >= 0 && coreOf[ids[at]] === core + 1) shared++;
    for (let at = repeatStarts[set]; at < repeatEnds[set]; at++) if (coreOf[ids[repeats[at]]] === core + 1) shared--;
    return shared;
  }
}
