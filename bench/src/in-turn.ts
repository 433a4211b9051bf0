import { median, medianRatio } from "./median.ts";
import type { ProcessCost } from "./run-process.ts";

/** What several runs of one program cost, in medians. */
export interface Summary {
  readonly wall: number;
  readonly cpu: number | null;
  readonly peak: number | null;
  readonly walls: readonly number[];
}

/** A program to measure. Programs are compared in turn, A B A B, so that what else the machine does falls on all alike. */
export interface Contender {
  readonly name: string;
  run(): Promise<ProcessCost>;
}

/** A contender's cost, and how it stands to the first one: the medians of each round's ratios. */
export interface Standing extends Summary {
  readonly name: string;
  readonly wallRatio: number;
  readonly cpuRatio: number | null;
  readonly peakRatio: number | null;
  /** What the last run printed. */
  readonly stdout: string;
}

const wallsOf = (costs: readonly ProcessCost[]): readonly number[] => costs.map(({ wall }) => wall);

const known = (values: readonly (number | null)[]): readonly number[] | null => {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === values.length ? numbers : null;
};

function ratioOf(runs: readonly ProcessCost[], base: readonly ProcessCost[], field: "cpu" | "peak"): number | null {
  const values = known(runs.map((run) => run[field]));
  const baseValues = known(base.map((run) => run[field]));
  // Below a hundredth of a second the processor's clock shows nothing.
  return values === null || baseValues === null || baseValues.includes(0) ? null : medianRatio(values, baseValues);
}

function medianOrNull(values: readonly (number | null)[]): number | null {
  const numbers = known(values);
  return numbers === null ? null : median(numbers);
}

/** Runs each contender once a round, in order, and summarizes; ratios are to the first contender. */
export async function inTurn(contenders: readonly Contender[], rounds: number): Promise<readonly Standing[]> {
  const runs: ProcessCost[][] = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    // One at a time is the point.
    for (const [index, contender] of contenders.entries()) runs[index].push(await contender.run());
  }
  return contenders.map(({ name }, index) => ({
    name,
    wall: median(wallsOf(runs[index])),
    cpu: medianOrNull(runs[index].map(({ cpu }) => cpu)),
    peak: medianOrNull(runs[index].map(({ peak }) => peak)),
    walls: wallsOf(runs[index]),
    wallRatio: medianRatio(wallsOf(runs[index]), wallsOf(runs[0])),
    cpuRatio: ratioOf(runs[index], runs[0], "cpu"),
    peakRatio: ratioOf(runs[index], runs[0], "peak"),
    stdout: runs[index].at(-1)?.stdout ?? "",
  }));
}
