import { type Contender, inTurn, type Standing } from "./in-turn.ts";
import type { ProcessCost } from "./run-process.ts";

/** What a script of a peer, or ours, prints besides its values. */
export interface Printed {
  /** Seconds of the part that a peer's own benchmark would show. */
  readonly kernel?: number;
  /** The same in processor time. */
  readonly kernelCpu?: number;
  readonly values?: readonly number[];
  readonly pairs?: number;
  readonly banded?: number;
  readonly flagged?: number;
  readonly complete?: boolean;
  readonly [name: string]: unknown;
}

/** One job on one file: ours first, then those of the peers that could be installed. */
export interface PeerJob {
  readonly title: string;
  readonly contenders: readonly Contender[];
  /** Says in a sentence whether all computed the same, from what each printed. */
  readonly check: (printed: Readonly<Record<string, Printed>>) => string;
  /** For jobs that take minutes. */
  readonly rounds?: number;
}

export interface PeerResult {
  readonly title: string;
  readonly rounds: number;
  readonly standings: readonly (Standing & { readonly kernel: number | null; readonly kernelCpu: number | null })[];
  readonly check: string;
}

/** The last line is JSON; a tool that prints something else says nothing to compare. */
export function printedBy({ stdout }: Pick<ProcessCost, "stdout">): Printed {
  const last = stdout.trim().split("\n").at(-1) ?? "";
  try {
    const printed: unknown = JSON.parse(last);
    return typeof printed === "object" && printed !== null ? { ...printed } : {};
  } catch {
    return {};
  }
}

/** Runs a job's contenders in turn. A peer that fails on the way stops only its own job. */
export async function runPeerJob(job: PeerJob, usualRounds: number): Promise<PeerResult> {
  const rounds = Math.min(job.rounds ?? usualRounds, usualRounds);
  const standings = await inTurn(job.contenders, rounds);
  const printed = Object.fromEntries(standings.map((standing) => [standing.name, printedBy(standing)]));
  return {
    title: job.title,
    rounds,
    standings: standings.map((standing) => ({
      ...standing,
      stdout: "",
      kernel: printed[standing.name].kernel ?? null,
      kernelCpu: printed[standing.name].kernelCpu ?? null,
    })),
    check: job.check(printed),
  };
}

/** The largest relative difference between two lists of values. */
export function largestDifference(ours: readonly number[] = [], theirs: readonly number[] = []): number {
  const length = Math.min(ours.length, theirs.length);
  const differences = Array.from(
    { length },
    (_, index) => Math.abs(ours[index] - theirs[index]) / Math.abs(ours[index]),
  );
  return length === 0 ? Number.NaN : Math.max(...differences);
}

/** Whether a peer agrees to a stated tolerance, as part of a sentence. */
export function agreement(
  name: string,
  ours: readonly number[] | undefined,
  theirs: readonly number[] | undefined,
  tolerance: number,
): string {
  const difference = largestDifference(ours, theirs);
  if (Number.isNaN(difference)) return `${name}: not compared`;
  return `${name}: largest relative difference ${difference.toExponential(1)}, ${difference <= tolerance ? "within" : "NOT within"} ${tolerance}`;
}
