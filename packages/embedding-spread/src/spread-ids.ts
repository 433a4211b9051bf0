/** The measurements of the family, in the registry's order. */
export const SPREAD_IDS = [
  "mean_pairwise_distance",
  "mean_nearest_distance",
  "vendi_1",
  "vendi_2",
  "participation_ratio",
  "radius",
] as const;

/** The name of a measurement of this family. */
export type SpreadId = (typeof SPREAD_IDS)[number];

/** The measurements that are asked for, each of which must be among those on offer. */
export function checkedIds<Id extends SpreadId>(only: readonly Id[], offered: readonly Id[]): ReadonlySet<Id> {
  const unknown = only.find((id) => !offered.includes(id));
  if (unknown !== undefined || only.length === 0) {
    throw new RangeError(
      `Cannot measure spread: \`only\` must name some of ${offered.join(", ")}, current value is ${unknown ?? "empty"}`,
    );
  }
  return new Set(only);
}

/** Whether some of them are derived from the products of dimensions. */
export function needProducts(wanted: ReadonlySet<SpreadId>): boolean {
  return wanted.has("vendi_1") || wanted.has("vendi_2") || wanted.has("participation_ratio");
}
