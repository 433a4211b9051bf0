import type { NgramColumn } from "@corpulse/tokens";
import type { FamilyProgress } from "./measure-families.ts";
import type { MeasureJob, MeasureThread } from "./measure-thread.ts";

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
  const columnOf = async (thread: MeasureThread, job: MeasureJob): Promise<NgramColumn> => {
    const message = await thread.run(job, onProgress);
    if ("column" in message) return message.column;
    throw new Error("Cannot index n-grams: a worker thread gave something else");
  };
  const counted = async (by: MeasureThread): Promise<NgramColumn> => {
    const ngrams = await first.run({ kind: "number" }, onProgress);
    if ("ngrams" in ngrams) return columnOf(by, { kind: "tally", ngrams });
    throw new Error("Cannot number n-grams: a worker thread gave something else");
  };
  return Array.from({ length: orders }, (_, at) => {
    if (at === 0) return columnOf(first, { kind: "single" });
    return helper === undefined ? columnOf(first, { kind: "extend" }) : counted(helper);
  });
}
