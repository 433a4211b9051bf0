// Runs the peers on the same jobs as ours, in turn, and writes what it found to results/. See ../README.md.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CORPORA } from "./corpora.ts";
import { generatedCorpus } from "./generated-corpus.ts";
import { machine } from "./machine.ts";
import { npmPeers } from "./npm-peers.ts";
import { peerFaults } from "./peer-faults.ts";
import { runPeerJob } from "./peer-job.ts";
import { peerJobs } from "./peer-jobs.ts";
import { type PeerFindings, peerTables } from "./peer-tables.ts";
import { PLACES, realCorpus, temporaryFolder } from "./places.ts";
import { pythonEnvironment } from "./python-environment.ts";
import { recallRow } from "./recall-job.ts";
import { writeCorpus } from "./write-corpus.ts";

const RECALL_DOCUMENTS = 10_000;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    parts: { type: "string" },
    corpora: { type: "string", default: PLACES.corpora },
    environment: { type: "string" },
    out: { type: "string", default: PLACES.results },
  },
});
const rounds = Number(values.rounds);
const folder = temporaryFolder();
const say = (text: string): void => void process.stderr.write(`bench:peers: ${text}\n`);
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A part of the work: it adds to what is known, and its failure stops no other part. */
type Part = readonly [name: string, measure: (known: PeerFindings) => Promise<PeerFindings>];

const without = <T>(list: readonly T[], isSame: (one: T) => boolean): readonly T[] =>
  list.filter((one) => !isSame(one));

try {
  const python = await pythonEnvironment(values.environment ?? join(folder, "python"), say);
  const t0 = realCorpus(values.corpora, "t0.jsonl");
  const generated = join(folder, "recall.jsonl");
  writeCorpus(generated, generatedCorpus(CORPORA.planted(RECALL_DOCUMENTS)));

  const recallOn = (name: string, file: string | null): readonly Part[] => {
    if (file === null) return [];
    const part: Part = [
      `recall ${name}`,
      async (known) => {
        const row = await recallRow(name, file, folder, python);
        return { ...known, recalls: [...without(known.recalls, ({ corpus }) => corpus === name), row] };
      },
    ];
    return [part];
  };
  const jobs = peerJobs({ folder, python, t0 }).map((job): Part => [
    job.title,
    async (known) => {
      const result = await runPeerJob(job, rounds);
      return { ...known, results: [...without(known.results, ({ title }) => title === job.title), result] };
    },
  ]);
  const notes: Part = [
    "notes",
    async (known) => ({ ...known, notes: [...(await peerFaults(folder, python)), ...(await npmPeers(folder))] }),
  ];
  const parts = [
    ...jobs,
    ...recallOn(`generated, ${RECALL_DOCUMENTS.toLocaleString("en")} × 100`, generated),
    ...recallOn("coco-test.txt", realCorpus(values.corpora, "coco-test.txt")),
    ...recallOn("t0.jsonl", t0),
    notes,
  ];

  const date = new Date().toISOString().slice(0, 10);
  const file = join(values.out, `${date}-${machine().kind}-peers.json`);
  mkdirSync(values.out, { recursive: true });
  // A later run of the same day replaces the parts that it measures, and keeps the others.
  const earlier: Partial<PeerFindings> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  let found: PeerFindings = {
    results: [],
    recalls: [],
    notes: [],
    failures: [],
    ...earlier,
    date,
    machine: machine(),
    versions: python.versions,
    absent: python.absent,
  };
  const chosen = values.parts?.split(",");
  for (const [name, measure] of parts) {
    if (chosen !== undefined && !chosen.some((part) => name.toLowerCase().startsWith(part.toLowerCase()))) continue;
    say(name);
    found = { ...found, failures: without(found.failures, (failure) => failure.startsWith(`${name}: `)) };
    try {
      found = await measure(found);
    } catch (error) {
      found = { ...found, failures: [...found.failures, `${name}: ${reason(error)}`] };
      say(`${name} failed: ${reason(error)}`);
    }
    writeFileSync(file, `${JSON.stringify(found, null, 1)}\n`);
    writeFileSync(join(values.out, "latest-peers.md"), peerTables(found));
  }
  process.stdout.write(peerTables(found));
} finally {
  rmSync(folder, { recursive: true });
}
