// Runs the peers on the same jobs as ours, in turn, and writes what it found to results/. See ../README.md.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CORPORA } from "./corpora.ts";
import { generatedCorpus } from "./generated-corpus.ts";
import { machine } from "./machine.ts";
import { npmPeers } from "./npm-peers.ts";
import { peerJobs } from "./peer-jobs.ts";
import { type PeerResult, runPeerJob } from "./peer-job.ts";
import { peerTables } from "./peer-tables.ts";
import { peerFaults } from "./peer-faults.ts";
import { PLACES, realCorpus, temporaryFolder } from "./places.ts";
import { pythonEnvironment } from "./python-environment.ts";
import { type RecallRow, recallRow } from "./recall-job.ts";
import { writeCorpus } from "./write-corpus.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    corpora: { type: "string", default: PLACES.corpora },
    environment: { type: "string" },
    out: { type: "string", default: PLACES.results },
  },
});
const rounds = Number(values.rounds);
const folder = temporaryFolder();
const say = (text: string): void => void process.stderr.write(`bench:peers: ${text}\n`);

try {
  const python = await pythonEnvironment(values.environment ?? join(folder, "python"), say);
  const t0 = realCorpus(values.corpora, "t0.jsonl");
  const results: PeerResult[] = [];
  const failures: string[] = [];
  for (const job of peerJobs({ folder, python, t0 })) {
    say(job.title);
    try {
      results.push(await runPeerJob(job, rounds));
    } catch (error) {
      failures.push(`${job.title}: ${error instanceof Error ? error.message : String(error)}`);
      say(failures.at(-1) ?? "");
    }
  }
  say("recall against the exact join");
  const generated = join(folder, "recall.jsonl");
  writeCorpus(generated, generatedCorpus(CORPORA.planted(10_000)));
  const recalls: RecallRow[] = [];
  for (const [name, file] of [
    ["generated, 10,000 × 100", generated],
    ["coco-test.txt", realCorpus(values.corpora, "coco-test.txt")],
    ["t0.jsonl", t0],
  ] as const) {
    if (file !== null) recalls.push(await recallRow(name, file, folder, python));
  }
  say("what peers get wrong, and npm packages");
  const notes = [...(await peerFaults(folder, python)), ...(await npmPeers(folder))];
  const date = new Date().toISOString().slice(0, 10);
  const found = {
    date,
    machine: machine(),
    versions: python.versions,
    absent: python.absent,
    results,
    failures,
    recalls,
    notes,
  };
  const text = peerTables(found);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, `${date}-${found.machine.kind}-peers.json`), `${JSON.stringify(found, null, 1)}\n`);
  writeFileSync(join(values.out, "latest-peers.md"), text);
  process.stdout.write(text);
} finally {
  rmSync(folder, { recursive: true });
}
