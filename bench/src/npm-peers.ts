import { writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { CORPORA } from "./corpora.ts";
import { generatedCorpus } from "./generated-corpus.ts";
import { median } from "./median.ts";
import { PLACES } from "./places.ts";
import { printedBy } from "./peer-job.ts";
import { runProcess } from "./run-process.ts";
import { digits } from "./table.ts";
import { writeCorpus } from "./write-corpus.ts";

const DOCUMENTS = 1_000;
const ROUNDS = 5;
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";

/** Candidate pairs with the package `minhash`, 128 permutations, as its page shows it. */
const MINHASH_PROGRAM = `
import { readFileSync } from "node:fs";
import minhash from "minhash";
const texts = readFileSync(process.argv[2], "utf8").trim().split("\\n").map((line) => JSON.parse(line).text);
const started = performance.now();
const index = new minhash.LshIndex({ bandSize: 4 });
let pairs = 0;
for (const [number, text] of texts.entries()) {
  const words = text.split(" ");
  const sketch = new minhash.Minhash({ numPerm: 128 });
  for (let at = 2; at < words.length; at++) sketch.update(words[at - 2] + " " + words[at - 1] + " " + words[at]);
  index.insert(String(number), sketch);
  pairs += index.query(sketch).length - 1;
}
console.log(JSON.stringify({ kernel: (performance.now() - started) / 1000, pairs }));
`;

/** The one score of the package \`bleu-score\` for a near-copy of ten words with one replaced, at orders up to 4. */
const BLEU_PROGRAM = `
import { createRequire } from "node:module";
const loaded = createRequire(import.meta.url)("bleu-score");
const bleu = loaded.bleu ?? loaded.default ?? loaded;
console.log(JSON.stringify({ values: [bleu("a b c d e f g h i j", "a b c d e x g h i j", 4)] }));
`;

/** BLEU-4 of that pair by hand: precisions 9/10, 7/9, 5/8 and 3/7. */
const BLEU_BY_HAND = ((9 / 10) * (7 / 9) * (5 / 8) * (3 / 7)) ** (1 / 4);

async function note(name: string, folder: string, say: () => Promise<string>): Promise<string> {
  try {
    await runProcess(NPM, ["install", "--prefix", folder, "--no-audit", "--no-fund", "--ignore-scripts", name]);
    return await say();
  } catch (error) {
    return `${name} (npm) could not be run: ${(error instanceof Error ? error.message : String(error)).slice(0, 200)}`;
  }
}

async function minhashNote(folder: string): Promise<string> {
  const [program, file] = [join(folder, "minhash.mjs"), join(folder, "small.jsonl")];
  writeFileSync(program, MINHASH_PROGRAM);
  writeCorpus(file, generatedCorpus(CORPORA.planted(DOCUMENTS)));
  const kernels: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = printedBy(
      await runProcess(process.execPath, [PLACES.program("run-ours.ts"), "near-duplicates", file]),
    );
    const theirs = printedBy(await runProcess(process.execPath, [program, file]));
    kernels.push({ ours: ours.kernel ?? Number.NaN, theirs: theirs.kernel ?? Number.NaN });
  }
  const [own, their] = [median(kernels.map(({ ours }) => ours)), median(kernels.map(({ theirs }) => theirs))];
  return `minhash (npm), 128 permutations on ${DOCUMENTS.toLocaleString("en")} × 100 tokens: ${digits(their, " s")} to candidates where ours takes ${digits(own, " s")} to verified pairs, ${digits(their / own, "×")}`;
}

async function bleuNote(folder: string): Promise<string> {
  const program = join(folder, "bleu.mjs");
  writeFileSync(program, BLEU_PROGRAM);
  const { values = [] } = printedBy(await runProcess(process.execPath, [program]));
  return `bleu-score (npm) takes one reference, so it has no self-BLEU; of a copy of ten words with one replaced it makes ${digits(values[0])}, by hand it is ${digits(BLEU_BY_HAND)}`;
}

/** What the packages of npm do that come nearest. */
export async function npmPeers(parent: string): Promise<readonly string[]> {
  const folder = join(parent, "npm");
  await mkdir(folder);
  writeFileSync(join(folder, "package.json"), '{"private":true}');
  return [
    await note("minhash", folder, () => minhashNote(folder)),
    await note("bleu-score", folder, () => bleuNote(folder)),
  ];
}
