import { rmSync } from "node:fs";
import { join } from "node:path";
import { CORPORA } from "./corpora.ts";
import { FAMILIES } from "./families.ts";
import { generatedCorpus } from "./generated-corpus.ts";
import { median } from "./median.ts";
import { PLACES } from "./places.ts";
import { type PowerLaw, powerLaw } from "./power-law.ts";
import { runProcess } from "./run-process.ts";
import { writeCorpus } from "./write-corpus.ts";

/** What a family costs at one number of documents: the family alone, without reading; memory with reading. */
export interface ScalingPoint {
  readonly documents: number;
  /** Seconds. */
  readonly wall: number;
  readonly cpu: number;
  /** MB above what the process held before it read anything. */
  readonly peak: number;
}

export interface FamilyScaling {
  readonly family: string;
  readonly points: readonly ScalingPoint[];
  readonly wall: PowerLaw;
  readonly cpu: PowerLaw;
  readonly memory: PowerLaw;
}

async function pointOf(family: string, file: string, documents: number, rounds: number): Promise<ScalingPoint> {
  const runs: ScalingPoint[] = [];
  for (let round = 0; round < rounds; round++) {
    const { stdout } = await runProcess(process.execPath, [PLACES.program("run-family.ts"), family, file]);
    const { load, cost, peak } = JSON.parse(stdout);
    const { wall, cpu } = family === "load" ? load : cost;
    runs.push({ documents, wall, cpu, peak });
  }
  return {
    documents,
    wall: median(runs.map(({ wall }) => wall)),
    cpu: median(runs.map(({ cpu }) => cpu)),
    peak: median(runs.map(({ peak }) => peak)),
  };
}

/** How time and memory of each family grow with the number of documents, on corpora with planted copies. */
export async function measureScaling(
  sizes: readonly number[],
  rounds: number,
  folder: string,
): Promise<readonly FamilyScaling[]> {
  const names = ["load", ...Object.keys(FAMILIES).filter((name) => name !== "size")];
  const points = new Map<string, ScalingPoint[]>(names.map((name) => [name, []]));
  for (const documents of sizes) {
    const file = join(folder, `planted-${documents}.jsonl`);
    writeCorpus(file, generatedCorpus(CORPORA.planted(documents)));
    for (const [name, taken] of points) taken.push(await pointOf(name, file, documents, rounds));
    rmSync(file);
  }
  const fit = (taken: readonly ScalingPoint[], field: "wall" | "cpu" | "peak"): PowerLaw =>
    powerLaw(taken.map((point) => ({ size: point.documents, cost: point[field] })));
  return Array.from(points, ([name, taken]) => ({
    family: name === "load" ? "read and tokenize" : name,
    points: taken,
    wall: fit(taken, "wall"),
    cpu: fit(taken, "cpu"),
    memory: fit(taken, "peak"),
  }));
}
