import { inTurn, type Standing } from "./in-turn.ts";
import { nodeContender } from "./node-contender.ts";
import { PLACES } from "./places.ts";

/** What is compared with only reading the file: each a whole process of the built tool, the whole report first. */
const REPORTS: readonly (readonly [name: string, ...args: readonly string[]])[] = [
  ["whole report"],
  ["whole report, 1 worker", "--workers", "1"],
  ["lexical families together", "--only", "size,ngram-entropy,self-bleu,near-duplicates"],
  ["ngram-entropy alone", "--only", "size,ngram-entropy"],
  ["self-bleu alone", "--only", "self-bleu"],
  ["near-duplicates alone", "--only", "near-duplicates"],
  ["embedding-spread alone", "--only", "embedding-spread"],
];

/** Reports of a file, in turn with a script that only reads it and parses each line. */
export async function measureReport(
  file: string,
  { rounds, wholeOnly }: { readonly rounds: number; readonly wholeOnly: boolean },
): Promise<readonly Standing[]> {
  const reports = wholeOnly ? REPORTS.slice(0, 1) : REPORTS;
  const standings = await inTurn(
    [
      nodeContender("read and JSON.parse", PLACES.program("read-and-parse.mjs"), file),
      ...reports.map(([name, ...args]) => nodeContender(name, PLACES.cli, "report", file, "--out", "json=-", ...args)),
    ],
    rounds,
  );
  return standings.map((standing) => ({ ...standing, stdout: "" }));
}
