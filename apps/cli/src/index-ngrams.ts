import type { NgramColumn } from "@corpulse/tokens";
import type { FamilyProgress } from "./measure-families.ts";
import type { MeasureThread } from "./measure-thread.ts";

/** How n-grams are indexed. */
interface Indexing {
  /** A thread that counts the n-grams of one order while the first one numbers those of the next. */
  readonly helper: MeasureThread | undefined;
  readonly orders: number;
  readonly onProgress: FamilyProgress;
}

/** The columns of n-grams of all orders, each as soon as it is there. */
export function indexNgrams(
  first: MeasureThread,
  { helper, orders, onProgress }: Indexing,
): readonly Promise<NgramColumn>[] {
  const counted = async (by: MeasureThread): Promise<NgramColumn> => {
    const ngrams = await first.run({ kind: "number" }, onProgress);
    return (await by.run({ kind: "tally", ngrams }, onProgress)).column;
  };
  return Array.from({ length: orders }, async (_, at) => {
    if (at > 0 && helper !== undefined) return counted(helper);
    return (await first.run({ kind: at === 0 ? "single" : "extend" }, onProgress)).column;
  });
}
