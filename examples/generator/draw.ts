import { seededRandom } from "../../packages/measurement/src/seeded-random.ts";

/** Seeded choices: the only source of variety in the generated records. */
export interface Draw {
  /** One of the choices. */
  pick<T>(choices: readonly T[]): T;
  /** `count` different choices, in the order drawn. */
  some<T>(choices: readonly T[], count: number): readonly T[];
  /** A whole number in low…high, both included. */
  number(low: number, high: number): number;
  /** True in `share` of the cases. */
  chance(share: number): boolean;
}

export function draw(seed: number): Draw {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    pick: (choices) => choices[below(choices.length)],
    some(choices, count) {
      const rest = [...choices];
      return Array.from({ length: count }, () => rest.splice(below(rest.length), 1)[0]);
    },
    number: (low, high) => low + below(high - low + 1),
    chance: (share) => random() < share,
  };
}
