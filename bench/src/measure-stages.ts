import { median } from "./median.ts";
import { PLACES } from "./places.ts";
import { runProcess } from "./run-process.ts";
import type { Lap } from "./stopwatch.ts";

/** A stage's median cost over several processes, and its ratio to reading and parsing in the same processes. */
export interface StageCost extends Lap {
  readonly name: string;
  readonly cpuRatio: number;
}

/** Times every stage of a report, one after the other on one thread, in as many processes as rounds. */
export async function measureStages(file: string, rounds: number): Promise<readonly StageCost[]> {
  const runs: Record<string, Lap>[] = [];
  for (let round = 0; round < rounds; round++) {
    const { stdout } = await runProcess(process.execPath, [PLACES.program("run-stages.ts"), file]);
    runs.push(JSON.parse(stdout));
  }
  const base = Object.keys(runs[0])[0];
  return Object.keys(runs[0]).map((name) => ({
    name,
    wall: median(runs.map((laps) => laps[name].wall)),
    cpu: median(runs.map((laps) => laps[name].cpu)),
    cpuRatio: median(runs.map((laps) => laps[name].cpu / laps[base].cpu)),
  }));
}
