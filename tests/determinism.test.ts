import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drawWithoutReplacement, seededRandom } from "@corpulse/measurement";
import { describe, expect, test } from "vitest";
import { testWithShared } from "./shared-corpora.ts";
import { ROOT } from "./workspace-packages.ts";

const BIN = join(ROOT, "apps/cli/dist/bin.js");

/** Runs the built tool, as users do: worker threads take part when the corpus is large enough. */
function reportOf(path: string, workers: number, env: Readonly<Record<string, string>> = {}): string {
  const args = [BIN, "report", path, "--out", "json=-", "--workers", String(workers)];
  const options = { encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28, stdio: "pipe" } as const;
  return execFileSync(process.execPath, args, options);
}

/** A corpus of Zipf-distributed words, large enough for threads, with planted copies and near-copies. */
function generatedCorpus(): string {
  const random = seededRandom(5);
  const word = (): string => `w${Math.floor(Math.exp(random() * Math.log(20_000)))}`;
  const texts = Array.from({ length: 6000 }, () =>
    Array.from({ length: 20 + Math.floor(random() * 40) }, word).join(" "),
  );
  for (const document of drawWithoutReplacement(6000, 300, random)) texts.push(texts[document]);
  for (const document of drawWithoutReplacement(6000, 300, random)) texts.push(`${texts[document]} ${word()}`);
  const path = join(mkdtempSync(join(tmpdir(), "corpulse-")), "zipf.jsonl");
  writeFileSync(path, texts.map((text) => `${JSON.stringify({ text })}\n`).join(""));
  return path;
}

describe("the JSON report is the same bytes", () => {
  const path = generatedCorpus();
  const expected = reportOf(path, 1);

  test.each([2, 3, 8])("for %d workers", (workers) => {
    expect(reportOf(path, workers)).toBe(expected);
  });

  test("in any time zone and language", () => {
    expect(reportOf(path, 2, { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" })).toBe(expected);
  });

  testWithShared("for 1 and 2 workers on a real corpus", "corpora/gsm8k-train.jsonl", (shared) => {
    expect(reportOf(shared, 2)).toBe(reportOf(shared, 1));
  });
});
