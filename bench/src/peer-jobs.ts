import { join } from "node:path";
import { CORPORA } from "./corpora.ts";
import { generatedCorpus } from "./generated-corpus.ts";
import type { Contender } from "./in-turn.ts";
import { nodeContender } from "./node-contender.ts";
import { agreement, type PeerJob } from "./peer-job.ts";
import { PLACES } from "./places.ts";
import type { PythonEnvironment } from "./python-environment.ts";
import { writeCorpus } from "./write-corpus.ts";
import { writeVectors } from "./write-vectors.ts";

/** So that a library for matrices uses as many threads as we do here: one. */
const ONE_THREAD = { OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" };

const SLOW_ROUNDS = 3;

/** What the jobs of the peers need: where to write, the peers, and real corpora where there are any. */
export interface PeerSetting {
  readonly folder: string;
  readonly python: PythonEnvironment;
  readonly t0: string | null;
}

const ours = (job: string, file: string): Contender =>
  nodeContender("corpulse", PLACES.program("run-ours.ts"), job, file);

const oursOnVectors = (job: string, file: string, name = "corpulse"): Contender =>
  nodeContender(name, PLACES.program("run-vectors.mjs"), job, file);

function generated(folder: string, documents: number): string {
  const file = join(folder, `planted-${documents}.jsonl`);
  writeCorpus(file, generatedCorpus(CORPORA.planted(documents)));
  return file;
}

/** The jobs, those first that take least. */
export function peerJobs({ folder, python, t0 }: PeerSetting): readonly PeerJob[] {
  /** A script of a peer, or nothing where its package is absent. */
  const peer = (name: string, packageName: string, script: string, ...args: readonly string[]): readonly Contender[] =>
    packageName in python.versions ? [{ name, run: () => python.run(script, args) }] : [];
  const oneThread = (name: string, packageName: string, script: string, file: string): readonly Contender[] =>
    packageName in python.versions ? [{ name, run: () => python.run(script, [file], { env: ONE_THREAD }) }] : [];

  const [small, tiny, usual] = [generated(folder, 200), generated(folder, 40), generated(folder, 10_000)];
  const [many, fewer] = [writeVectors(folder, 100_000, 384), writeVectors(folder, 20_000, 384)];

  const nearDuplicates = (file: string, title: string, rounds?: number): PeerJob => ({
    title: `Near-duplicates at 0.8, ${title}: from JSON Lines to pairs (ours verified, theirs candidates)`,
    contenders: [
      ours("near-duplicates", file),
      nodeContender(
        "corpulse report --only near-duplicates",
        PLACES.cli,
        "report",
        file,
        "--only",
        "near-duplicates",
        "--out",
        "json=-",
      ),
      nodeContender("corpulse report (everything)", PLACES.cli, "report", file, "--out", "json=-"),
      ...peer("rensa, rho sampling, 8 bands", "rensa", "near_duplicates_rensa.py", file, "rho", "8"),
      ...peer("rensa, full sets, 16 bands", "rensa", "near_duplicates_rensa.py", file, "full", "16"),
      ...peer("datasketch, default bands", "datasketch", "near_duplicates_datasketch.py", file, "default"),
      // It takes one field, which t0.jsonl does not have.
      ...(file === t0 ? [] : peer("text-dedup", "text-dedup", "near_duplicates_text_dedup.py", file)),
    ],
    check: (printed) =>
      `Kernels of the peers begin with shingles in memory, ours with token columns. Ours: ${printed["corpulse"].pairs} verified pairs, complete: ${printed["corpulse"].complete}`,
    ...(rounds === undefined ? {} : { rounds }),
  });

  return [
    {
      title: "Self-BLEU 2–5, 200 × 100 tokens",
      contenders: [
        ours("self-bleu", small),
        ...peer("NLTK", "nltk", "self_bleu_nltk.py", small),
        ...peer("fast-bleu", "fast-bleu", "self_bleu_fast_bleu.py", small),
      ],
      check: ({ corpulse, NLTK, "fast-bleu": fast }) =>
        `${agreement("NLTK", corpulse.values, NLTK?.values, 1e-12)}. ${agreement("fast-bleu", corpulse.values, fast?.values, 1e-3)} (it reads past the end of its list of reference lengths)`,
    },
    {
      title: "Pooled BLEU 2–5 of all against the others, 40 × 100 tokens",
      contenders: [ours("self-bleu", tiny), ...peer("sacrebleu", "sacrebleu", "pooled_bleu_sacrebleu.py", tiny)],
      check: ({ corpulse, sacrebleu }) => agreement("sacrebleu", pooledOf(corpulse["pooled"]), sacrebleu?.values, 1e-9),
    },
    {
      title: "Self-BLEU 2–5, 10,000 × 100 tokens",
      contenders: [ours("self-bleu", usual), ...peer("fast-bleu", "fast-bleu", "self_bleu_fast_bleu.py", usual)],
      check: ({ corpulse, "fast-bleu": fast }) => agreement("fast-bleu", corpulse.values, fast?.values, 1e-3),
      rounds: SLOW_ROUNDS,
    },
    {
      title: "Vendi 1 and 2, participation ratio, mean pairwise distance, 100,000 × 384, one thread",
      contenders: [
        oursOnVectors("spread", many),
        oursOnVectors("spread-in-memory", many, "corpulse, vectors in memory"),
        ...oneThread("NumPy, covariance form", "numpy", "spread_numpy.py", many),
        ...oneThread("vendi-score, dual form", "vendi-score", "spread_vendi_score.py", many),
      ],
      check: ({ corpulse, "NumPy, covariance form": numpy, "vendi-score, dual form": vendi }) =>
        `The first reads vectors piece by piece, in its kernel. ${agreement("NumPy", corpulse.values, numpy?.values, 1e-4)}. ${agreement("vendi-score (both orders)", corpulse.values, vendi?.values, 1e-4)}`,
    },
    {
      title: "Mean distance to the exact nearest neighbour, 20,000 × 384, one thread",
      contenders: [
        oursOnVectors("nearest", fewer),
        ...oneThread("NumPy, blocked product", "numpy", "nearest_numpy.py", fewer),
        ...oneThread("semhash, approximate", "semhash", "nearest_semhash.py", fewer),
      ],
      check: ({ corpulse, "NumPy, blocked product": numpy }) =>
        `${agreement("NumPy", corpulse.values, numpy?.values, 1e-5)}. semhash finds approximate neighbours above 0.9 only`,
    },
    nearDuplicates(usual, "generated, 10,000 × 100 tokens"),
    ...(t0 === null ? [] : [nearDuplicates(t0, "t0.jsonl", SLOW_ROUNDS)]),
  ];
}

/** The pooled BLEU of each order, as our records carry it. */
function pooledOf(parts: unknown): readonly number[] {
  return Array.isArray(parts) ? parts.map(Number) : [];
}
