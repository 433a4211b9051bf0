/** Union–find: which sets are linked to which, directly or through others. The smallest number names its component. */
export class DisjointSets {
  readonly #parent: Uint32Array;
  /** How many unions joined two components: the number of sets less the number of components. */
  joined = 0;

  constructor(size: number) {
    this.#parent = new Uint32Array(size).map((_, set) => set);
  }

  find(set: number): number {
    const parent = this.#parent;
    while (parent[set] !== set) {
      parent[set] = parent[parent[set]];
      set = parent[set];
    }
    return set;
  }

  union(left: number, right: number): void {
    const a = this.find(left);
    const b = this.find(right);
    if (a === b) return;
    this.#parent[Math.max(a, b)] = Math.min(a, b);
    this.joined++;
  }
}
