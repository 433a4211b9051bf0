import { join } from "node:path";
import type { PythonEnvironment } from "./python-environment.ts";
import { PLACES } from "./places.ts";
import type { Recall } from "./recall-of.ts";
import { runProcess } from "./run-process.ts";
import { digits } from "./table.ts";

/** How much of all true pairs each way finds, in percent: banding of ours alone, then peers by what they propose. */
export interface RecallRow {
  readonly corpus: string;
  readonly truePairs: number;
  /** Whether our join excludes that a pair was missed, so that the others can be held against it. */
  readonly exact: boolean;
  readonly found: readonly { readonly name: string; readonly recall: number; readonly precision: number | null }[];
}

const PEERS: readonly (readonly [name: string, packageName: string, script: string, ...args: readonly string[]])[] = [
  ["datasketch, default bands at 0.8", "datasketch", "near_duplicates_datasketch.py", "default"],
  ["rensa, full sets, 8 bands as in its benchmark", "rensa", "near_duplicates_rensa.py", "full", "8"],
  ["rensa, full sets, 16 bands", "rensa", "near_duplicates_rensa.py", "full", "16"],
];

/** Recall of each way on one corpus, against the exact join. */
export async function recallRow(
  corpus: string,
  file: string,
  folder: string,
  python: PythonEnvironment,
): Promise<RecallRow> {
  const installed = PEERS.filter(([, packageName]) => packageName in python.versions);
  const files: string[] = [];
  for (const [index, [, , script, ...args]] of installed.entries()) {
    const pairs = join(folder, `pairs-${index}.bin`);
    await python.run(script, [file, ...args, pairs]);
    files.push(pairs);
  }
  const { stdout } = await runProcess(process.execPath, [PLACES.program("run-ours.ts"), "recall", file, ...files]);
  const printed: { pairs: number; banded: number; complete: boolean; recalls: readonly Recall[] } = JSON.parse(stdout);
  return {
    corpus,
    truePairs: printed.pairs,
    exact: printed.complete,
    found: [
      { name: "corpulse, with the exact join", recall: 1, precision: 1 },
      { name: "corpulse, banding alone", recall: printed.banded / printed.pairs, precision: 1 },
      ...printed.recalls.map(({ recall, precision }, index) => ({ name: installed[index][0], recall, precision })),
    ],
  };
}

export const percent = (share: number | null): string => (share === null ? "–" : digits(share * 100, " %"));
