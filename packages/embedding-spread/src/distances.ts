import { distance as ml } from "ml-distance";
import type { UsableRows } from "./usable-rows.ts";

type SignedDistance =
  | "euclidean"
  | "squaredEuclidean"
  | "manhattan"
  | "chebyshev"
  | "gower"
  | "avg"
  | "lorentzian"
  | "dice"
  | "jaccard";

type PositiveDistance =
  | "canberra"
  | "clark"
  | "czekanowski"
  | "sorensen"
  | "soergel"
  | "kulczynski"
  | "tanimoto"
  | "waveHedges"
  | "squared"
  | "squaredChord"
  | "probabilisticSymmetric"
  | "divergence"
  | "additiveSymmetric"
  | "kumarJohnson"
  | "jeffreys"
  | "topsoe"
  | "jensenShannon"
  | "jensenDifference"
  | "taneja";

/** A function of ml-distance. */
type Between = typeof ml.manhattan;

function squaredEuclidean(left: ArrayLike<number>, right: ArrayLike<number>): number {
  let sum = 0;
  for (let k = 0; k < left.length; k++) sum += (left[k] - right[k]) ** 2;
  return sum;
}

/** Distances that are symmetric and 0 for equal vectors, whatever the sign of their coordinates. */
const SIGNED: Readonly<Record<SignedDistance, Between>> = {
  euclidean: (left, right) => Math.sqrt(squaredEuclidean(left, right)),
  squaredEuclidean,
  manhattan: ml.manhattan,
  chebyshev: ml.chebyshev,
  gower: ml.gower,
  avg: ml.avg,
  lorentzian: ml.lorentzian,
  dice: ml.dice,
  jaccard: ml.jaccard,
};

/** The same for vectors whose coordinates are all above 0: they divide by coordinates or take their logarithm. */
const POSITIVE: Readonly<Record<PositiveDistance, Between>> = {
  canberra: ml.canberra,
  clark: ml.clark,
  czekanowski: ml.czekanowski,
  sorensen: ml.sorensen,
  soergel: ml.soergel,
  kulczynski: ml.kulczynski,
  tanimoto: ml.tanimoto,
  waveHedges: ml.waveHedges,
  squared: ml.squared,
  squaredChord: ml.squaredChord,
  probabilisticSymmetric: ml.probabilisticSymmetric,
  divergence: ml.divergence,
  additiveSymmetric: ml.additiveSymmetric,
  kumarJohnson: ml.kumarJohnson,
  jeffreys: ml.jeffreys,
  topsoe: ml.topsoe,
  jensenShannon: ml.jensenShannon,
  jensenDifference: ml.jensenDifference,
  taneja: ml.taneja,
};

/** The distances that spread can be measured with: cosine, and those of ml-distance that are symmetric. */
export type DistanceName = "cosine" | SignedDistance | PositiveDistance;

/** The names of all distances that spread can be measured with. */
export const DISTANCES: readonly string[] = ["cosine", ...Object.keys(SIGNED), ...Object.keys(POSITIVE)];

/** What to take instead of what ml-distance has but no spread can be measured with. */
const INSTEAD: ReadonlyMap<string, readonly [why: string, instead: DistanceName]> = new Map([
  ["kullbackLeibler", ["it is not symmetric", "jeffreys"]],
  ["kdivergence", ["it is not symmetric", "topsoe"]],
  ["neyman", ["it is not symmetric", "squared"]],
  ["pearson", ["it is not symmetric", "squared"]],
  ["motyka", ["it is 0.5 for equal vectors", "czekanowski"]],
  ["hellinger", ["rounding makes it undefined for equal vectors", "squaredChord"]],
  ["matusita", ["rounding makes it undefined for equal vectors", "squaredChord"]],
  ["bhattacharyya", ["it is not 0 for equal vectors that do not sum to 1", "squaredChord"]],
  ["intersection", ["it is not 0 for equal vectors that do not sum to 1", "manhattan"]],
  ["minkowski", ["it needs an exponent", "euclidean"]],
  ["innerProduct", ["it is a similarity", "cosine"]],
  ["fidelity", ["it is a similarity", "squaredChord"]],
  ["harmonicMean", ["it is a similarity", "squared"]],
]);

const isDistance = (name: string): name is DistanceName => DISTANCES.includes(name);
const isPositive = (name: DistanceName): name is PositiveDistance => Object.hasOwn(POSITIVE, name);

/** The distance of a name, checked. */
export function checkedDistance(name: string): DistanceName {
  if (isDistance(name)) return name;
  const known = INSTEAD.get(name);
  const rule = known ? `${known[0]}, use ${known[1]}` : `the distance must be one of ${DISTANCES.join(", ")}`;
  throw new RangeError(`Cannot measure spread with this distance: ${rule}, current value is ${name}`);
}

/** Whether the distance has no meaning for a zero vector. */
export function needsDirection(name: DistanceName): boolean {
  return name === "cosine" || name === "dice" || name === "jaccard";
}

/** Why the rows have no such distance, if they have none. */
export function refusal({ data }: UsableRows, name: DistanceName): string | undefined {
  if (!isPositive(name)) return undefined;
  let smallest = Infinity;
  for (let index = 0; index < data.length; index++) smallest = Math.min(smallest, data[index]);
  return smallest > 0 ? undefined : `the ${name} distance needs coordinates above 0, the smallest is ${smallest}`;
}

/**
 * The distance of two rows by their numbers. Cosine distance is half the squared distance of the unit rows: the same
 * number as 1 − cos, but exactly 0 for equal rows and with all its digits for near ones.
 */
export function rowDistance(rows: UsableRows, name: DistanceName): (left: number, right: number) => number {
  const { data, dimensions, documents, scales } = rows;
  if (name === "cosine") {
    return (left, right) => {
      const a = documents[left] * dimensions;
      const b = documents[right] * dimensions;
      let squared = 0;
      for (let k = 0; k < dimensions; k++) squared += (data[a + k] * scales[left] - data[b + k] * scales[right]) ** 2;
      return squared / 2;
    };
  }
  const between: Between = isPositive(name) ? POSITIVE[name] : SIGNED[name];
  const views = Array.from(documents, (document) => data.subarray(document * dimensions, (document + 1) * dimensions));
  return (left, right) => Math.max(0, between(views[left], views[right]));
}
