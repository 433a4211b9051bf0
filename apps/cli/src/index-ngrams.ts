import type { NgramColumn } from "@corpulse/tokens";
import type { FamilyProgress } from "./measure-families.ts";
import type { MeasureJob, MeasureThread } from "./measure-thread.ts";

/** How n-grams are indexed. */
interface Indexing {
  /** A thread that counts the n-grams of one order while the first one numbers those of the next. */
  readonly helper: MeasureThread | undefined;
  /** When the helper can begin. */
  readonly free: Promise<unknown> | undefined;
  readonly orders: number;
  readonly onProgress: FamilyProgress;
}

/** The columns of n-grams of all orders, each as soon as it is there. */
export function indexNgrams(
  first: MeasureThread,
  { helper, free, orders, onProgress }: Indexing,
): readonly Promise<NgramColumn>[] {
  const columnOf = async (thread: MeasureThread, job: MeasureJob): Promise<NgramColumn> => {
    const message = await thread.run(job, onProgress);
    if ("column" in message) return message.column;
    throw new Error("Cannot index n-grams: a worker thread gave something else");
  };
  const columns: Promise<NgramColumn>[] = [];
  let numbered: Promise<unknown> = Promise.resolve();
  let counted: Promise<unknown> = free ?? numbered;
  for (let order = 1; order <= orders; order++) {
    if (order === 1 || helper === undefined) {
      const column = numbered.then(() => columnOf(first, { kind: order === 1 ? "single" : "extend" }));
      numbered = column;
      columns.push(column);
      continue;
    }
    const numbering = numbered.then(() => first.run({ kind: "number" }, onProgress));
    const column = Promise.all([numbering, counted]).then(([ngrams]) => {
      if ("ngrams" in ngrams) return columnOf(helper, { kind: "tally", ngrams });
      throw new Error("Cannot index n-grams: a worker thread gave something else");
    });
    numbered = numbering;
    counted = column;
    columns.push(column);
  }
  return columns;
}
