import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { printedBy } from "./peer-job.ts";
import type { PythonEnvironment } from "./python-environment.ts";
import { digits } from "./table.ts";

const LINES = 2_000;

const line = (index: number): string =>
  JSON.stringify({
    text: `the same long sentence comes again and again in this corpus, now for the time number ${index}`,
  });

/** Where a peer computes something else than its name says, by number. */
export async function peerFaults(folder: string, python: PythonEnvironment): Promise<readonly string[]> {
  if (!("diversity" in python.versions)) return [];
  const file = join(folder, "repetitive.jsonl");
  writeFileSync(file, Array.from({ length: LINES }, (_, index) => `${line(index)}\n`).join(""));
  const { values = [], once } = printedBy(await python.run("compression_diversity.py", [file]));
  return [
    `diversity ${python.versions["diversity"]} compresses twice: on ${LINES.toLocaleString("en")} lines that differ in a number its gzip ratio is ${digits(values[0])}, gzip's own ${digits(Number(once))}`,
  ];
}
