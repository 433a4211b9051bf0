// Measures every stage, family and whole report, and writes what it found to results/. See ../README.md.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { BenchResult, ReportCost } from "./bench-result.ts";
import { benchTables } from "./bench-tables.ts";
import { CORPORA } from "./corpora.ts";
import { type GeneratedCorpusOptions, generatedCorpus } from "./generated-corpus.ts";
import { machine } from "./machine.ts";
import { measureReport } from "./measure-report.ts";
import { measureScaling } from "./measure-scaling.ts";
import { measureStages } from "./measure-stages.ts";
import { measureStartUp } from "./measure-start-up.ts";
import { PLACES, realCorpus, temporaryFolder } from "./places.ts";
import { writeCorpus } from "./write-corpus.ts";

const QUICK_SIZES = [1_250, 2_500, 5_000, 10_000];
const FULL_SIZES = [5_000, 50_000, 160_000, 500_000];
const QUICK_DOCUMENTS = 5_000;
const START_UP_ROUNDS = 21;

const { values } = parseArgs({
  options: {
    full: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    sizes: { type: "string" },
    parts: { type: "string", default: "start-up,t0.jsonl,zipf,distinct,scaling" },
    corpora: { type: "string", default: PLACES.corpora },
    out: { type: "string", default: PLACES.results },
  },
});
const { full } = values;
const rounds = Number(values.rounds);
const sizes = values.sizes?.split(",").map(Number) ?? (full ? FULL_SIZES : QUICK_SIZES);
const folder = temporaryFolder();
const say = (text: string): void => void process.stderr.write(`bench: ${text}\n`);

async function costOf(name: string, file: string, wholeOnly = false): Promise<ReportCost> {
  const report = await measureReport(file, { rounds, wholeOnly });
  return { name, rounds, report, stages: wholeOnly ? [] : await measureStages(file, rounds) };
}

async function generatedCost(name: string, options: GeneratedCorpusOptions): Promise<ReportCost> {
  const documents = full ? options.documents : QUICK_DOCUMENTS;
  const file = join(folder, "generated.jsonl");
  writeCorpus(file, generatedCorpus({ ...options, documents }));
  const cost = await costOf(`${name}, ${documents.toLocaleString("en")} × ${options.tokens} tokens`, file);
  rmSync(file);
  return cost;
}

/** Each part adds to what is known; a name of a file is a real corpus. */
async function measurePart(part: string, known: BenchResult): Promise<BenchResult> {
  if (part === "start-up") return { ...known, startUp: await measureStartUp(START_UP_ROUNDS) };
  if (part === "scaling") {
    const points = await measureScaling(sizes, rounds, folder);
    return { ...known, scaling: { rounds, points } };
  }
  if (part === "zipf") return withReport(known, await generatedCost("generated, Zipf with copies", CORPORA.likeT0()));
  if (part === "distinct")
    return withReport(known, await generatedCost("generated, n-grams distinct", CORPORA.distinct()));
  const file = realCorpus(values.corpora, part);
  if (file === null) {
    say(`${part} is absent`);
    return known;
  }
  return withReport(known, await costOf(part, file, !full));
}

function withReport(known: BenchResult, cost: ReportCost): BenchResult {
  return { ...known, reports: [...known.reports.filter(({ name }) => name !== cost.name), cost] };
}

const date = new Date().toISOString().slice(0, 10);
const file = join(values.out, `${date}-${machine().kind}.json`);
const empty: BenchResult = { date, machine: machine(), startUp: [], reports: [], scaling: null };
try {
  mkdirSync(values.out, { recursive: true });
  // A later run of the same day replaces the parts that it measures, and keeps the others.
  let result: BenchResult = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : empty;
  for (const part of values.parts.split(",")) {
    say(part);
    result = await measurePart(part, result);
    writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
    writeFileSync(join(values.out, "latest.md"), benchTables(result));
  }
  process.stdout.write(benchTables(result));
} finally {
  rmSync(folder, { recursive: true });
}
