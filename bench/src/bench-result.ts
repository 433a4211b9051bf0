import type { Standing } from "./in-turn.ts";
import type { Machine } from "./machine.ts";
import type { FamilyScaling } from "./measure-scaling.ts";
import type { StageCost } from "./measure-stages.ts";

/** What reports of one corpus cost: whole processes, and the stages within one. */
export interface ReportCost {
  readonly name: string;
  /** How often each was run. */
  readonly rounds: number;
  readonly report: readonly Standing[];
  readonly stages: readonly StageCost[];
}

/** All that the runs of `npm run bench` of one day found. */
export interface BenchResult {
  readonly date: string;
  readonly machine: Machine;
  readonly startUp: readonly Standing[];
  readonly reports: readonly ReportCost[];
  readonly scaling: { readonly rounds: number; readonly points: readonly FamilyScaling[] } | null;
}
