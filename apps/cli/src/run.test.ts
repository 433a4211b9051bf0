import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Host, run } from "./run.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "corpulse-"));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

interface Outcome {
  readonly code: Host["exitCode"];
  readonly out: string;
  readonly err: string;
}

/** A stream that keeps what is written to it. */
class Recorder extends Writable {
  text = "";
  readonly columns: number;

  constructor(columns: number) {
    super();
    this.columns = columns;
  }

  override _write(chunk: Buffer, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** A stream that refuses every write, as a full disk does. */
class Refuser extends Recorder {
  readonly #code: string;

  constructor(code: string) {
    super(80);
    this.#code = code;
  }

  override _write(_: Buffer, __: string, done: (error: Error) => void): void {
    done(Object.assign(new Error(this.#code), { code: this.#code }));
  }
}

/** Runs the tool with streams of its own, from the repository's root. */
async function corpulse(
  args: readonly string[],
  {
    stdin = [] as readonly string[],
    columns = 80,
    env = {},
    stdout = new Recorder(columns),
    stderr = new Recorder(columns),
  } = {},
): Promise<Outcome> {
  const host: Host = {
    argv: ["node", "corpulse", ...args],
    env,
    stdin: (async function* () {
      for (const text of stdin) yield new TextEncoder().encode(text);
    })(),
    stdout,
    stderr,
    cwd: () => root,
  };
  await run(host);
  // A stream tells of its failure one turn later.
  await new Promise(setImmediate);
  return { code: host.exitCode, out: stdout.text, err: stderr.text };
}

const BASE = "examples/base.jsonl";

describe("corpulse report", () => {
  test("prints a report that fits the terminal", async () => {
    for (const columns of [80, 40]) {
      const { code, out } = await corpulse(["report", BASE], { columns });
      expect(code).toBe(0);
      expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(columns);
      expect(out).not.toContain("\u001b");
      expect(out.endsWith("\n")).toBe(true);
    }
  });

  test("writes only JSON to standard output when asked to, the same for the same input", async () => {
    const [first, second] = [
      await corpulse(["report", BASE, "--out", "json=-"]),
      await corpulse(["report", BASE, "--out", "json=-"]),
    ];
    const record = JSON.parse(first.out) as { inputs: { path: string }[]; measurements: { id: string }[] };
    expect(record.inputs[0].path).toBe(BASE);
    expect(record.measurements.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["documents", "entropy_2", "self_bleu_4", "vendi_1"]),
    );
    expect(second.out).toBe(first.out);
    expect(first.out).not.toContain(root);
  });

  test("reads standard input", async () => {
    const stdin = ['{"text":"to be or not', ' to be"}\n{"text":"to be"}\n'];
    const { code, out } = await corpulse(["report", "-", "--only", "size", "--out", "json=-"], { stdin });
    expect(code).toBe(0);
    const { measurements } = JSON.parse(out) as { measurements: { id: string; value: number }[] };
    expect(measurements.find(({ id }) => id === "tokens")?.value).toBe(8);
  });

  test("says standard input where people read, and - where programs do", async () => {
    const stdin = Array.from({ length: 8 }, () => "the same few words for all of us\n");
    const shown = async (format: string): Promise<string> =>
      (await corpulse(["report", "-", "--out", `${format}=-`], { stdin })).out;
    expect(await shown("text")).toMatch(/from standard input;[^]*standard input:1 /);
    expect(await shown("markdown")).toContain("`standard input:1`");
    expect(JSON.parse(await shown("json"))).toMatchObject({ inputs: [{ path: "-" }] });
  });

  test("measures only the families that are asked for", async () => {
    const { out } = await corpulse(["report", BASE, "--only", "self-bleu", "--out", "json=-"]);
    const { measurements } = JSON.parse(out) as { measurements: { family: string }[] };
    expect(new Set(measurements.map(({ family }) => family))).toEqual(new Set(["self-bleu"]));
  });

  test("takes vectors from the data", async () => {
    const rows = [
      [1, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
      [0.6, 0.8, 0],
      [0, 0, 1],
    ];
    const path = file("vectors.jsonl", rows.map((vector) => `${JSON.stringify({ text: "a", vector })}\n`).join(""));
    const { out } = await corpulse([
      "report",
      path,
      "--vectors",
      "vector",
      "--only",
      "embedding-spread",
      "--out",
      "json=-",
    ]);
    const { measurements } = JSON.parse(out) as { measurements: { id: string; value: number; signature: string }[] };
    expect(measurements.find(({ id }) => id === "vendi_1")?.value).toBeCloseTo(2.768649717565395, 6);
    expect(measurements[0].signature).toContain("field:vector");
  });
});

describe("corpulse gate", () => {
  const gate = (candidate: string, ...more: string[]): Promise<Outcome> =>
    corpulse(["gate", "--base", BASE, "--candidate", candidate, ...more]);

  test("passes a healthy batch", async () => {
    expect((await gate("examples/healthy.jsonl")).code).toBe(0);
  });

  test("fails a batch of near-copies, naming the rule, how many records and which", async () => {
    const { code, out } = await gate("examples/copied.jsonl");
    expect(code).toBe(1);
    expect(out).toContain("overlap.near_duplicate_affected_rate");
    expect(out).toMatch(/75 of 250 records/);
    expect(out).toMatch(/copied\.jsonl:\d+ ~ examples\/base\.jsonl:\d+/);
  });

  test("fails a templated batch", async () => {
    expect((await gate("examples/templated.jsonl")).code).toBe(1);
  });

  test("agrees with its own JSON on the verdict", async () => {
    const { code, out } = await gate("examples/copied.jsonl", "--out", "json=-");
    const record = JSON.parse(out) as {
      verdict: string;
      exitCode: number;
      rules: { rule: string; evidence: { examples: unknown[] } | null }[];
    };
    expect([record.verdict, record.exitCode]).toEqual(["fail", code]);
    const rule = record.rules.find(({ rule: name }) => name === "overlap.near_duplicate_affected_rate");
    expect(rule?.evidence?.examples).toHaveLength(75);
  });

  test("evaluates sequences in texts that are hardly longer than they are", async () => {
    const lines = (from: number): string =>
      Array.from({ length: 220 }, (_, index) => {
        const seed = (index + from) * 7919;
        return `w${seed % 97} w${seed % 89}${index % 3 === 0 ? ` w${seed % 83}` : ""}\n`;
      }).join("");
    const policy = file(
      "sequences.yaml",
      "version: 1\nrules:\n  candidate.distinct_2: { fail: { max_drop: 90% } }\n  candidate.types: { fail: { max_drop: 90% } }\n",
    );
    const [base, candidate] = [file("short-base.txt", lines(0) + lines(220)), file("short-new.txt", lines(440))];
    const args = ["gate", "--base", base, "--candidate", candidate, "--policy", policy, "--out", "json=-"];
    const { rules } = JSON.parse((await corpulse(args)).out) as { rules: { verdict: string; reason: string }[] };
    expect(rules.map(({ verdict, reason }) => (verdict === "not_evaluated" ? reason : "evaluated"))).toEqual([
      "evaluated",
      "evaluated",
    ]);
  });

  test("judges by the rules of a policy file, in YAML or JSON", async () => {
    const yaml = file("strict.yaml", "version: 1\nrules:\n  candidate.distinct_2: { fail: { min: 99% } }\n");
    const json = file(
      "strict.json",
      JSON.stringify({ version: 1, rules: { "candidate.distinct_2": { fail: { min: "99%" } } } }),
    );
    expect((await gate("examples/healthy.jsonl", "--policy", yaml)).code).toBe(1);
    expect((await gate("examples/healthy.jsonl", "--policy", json)).code).toBe(1);
  });
});

/** Each line holds nine aliases of the line before: a billion values in some hundred bytes. */
function multiplyingAliases(): string {
  const lines = "b c d e f g h i j k".split(" ").map((name, index) => {
    const before = "abcdefghijk"[index];
    return `${name}: &${name} [${`*${before},`.repeat(9)}]`;
  });
  return ["a: &a [x]", ...lines, ""].join("\n");
}

describe("what is the user's to mend ends in one line and a code of its own", () => {
  const corrupt = gzipSync("some text\n".repeat(1000)).subarray(0, 40);
  const inputsFolder = mkdtempSync(join(tmpdir(), "corpulse-"));
  writeFileSync(join(inputsFolder, "a.txt"), "one two\n");
  const RULE = "version: 1\nrules:\n  overlap.exact_duplicate_rate: { fail: { max: 3% } }\n";
  let policies = 0;
  let vectors = 0;
  const vectorsOf = (rows: readonly (readonly number[])[]): string =>
    file(`vectors-${vectors++}.jsonl`, rows.map((v) => `${JSON.stringify({ text: "a b", v })}\n`).join(""));
  const policy = (text: string | Uint8Array): string[] => {
    const path = file(`policy-${policies++}.yaml`, text);
    return ["gate", "--base", BASE, "--candidate", BASE, "--policy", path];
  };
  const cases: readonly (readonly [string, readonly string[], number, RegExp])[] = [
    [
      "an unknown rule",
      policy("version: 1\nrules:\n  candidate.distinct2: { fail: { max_drop: 5% } }\n"),
      2,
      /:3:3: .*did you mean candidate\.distinct_2/,
    ],
    [
      "an impossible threshold",
      policy("version: 1\nrules:\n  candidate.distinct_2: { fail: { max: 5 } }\n"),
      2,
      /did you mean 5/,
    ],
    ["broken YAML", policy("version: 1\nrules: [}\n"), 2, /:2:\d+/],
    ["an alias bomb", policy(`a: &a [x]\nb: [${"*a,".repeat(500)}]\n`), 2, /lias/],
    ["aliases that multiply", policy(multiplyingAliases()), 2, /lias/],
    ["a tag that asks for code", policy("version: 1\nrules: !!js/function 'x'\n"), 2, /:2:8: .*plain data.*tag/],
    ["a tag nobody knows", policy(RULE.replace("3%", "!percent 3%")), 2, /:3:\d+: .*plain data/],
    ["two documents in one policy", policy(`${RULE}---\n${RULE}`), 2, /:4:1: it must be a single document/],
    ["a key that is a list", policy(`${RULE}? [a, b]\n: 1\n`), 2, /no key/],
    ["a policy without a version", policy(RULE.slice(11)), 2, /version must be 1, current value is nothing/],
    ["a policy in UTF-16", policy(Buffer.from(RULE, "utf16le")), 2, /UTF-8/],
    ["a policy in Latin-1", policy(Buffer.from(`${RULE}# caf\u00e9\n`, "latin1")), 2, /UTF-8/],
    ["a policy of a megabyte", policy(`${RULE}#${"x".repeat(1e6)}\n`), 2, /larger than/],
    [
      "a policy that is a directory",
      ["gate", "--base", BASE, "--candidate", BASE, "--policy", "examples"],
      2,
      /EISDIR/,
    ],
    ["standard input twice", ["gate", "--base", "-", "--candidate", "-"], 2, /standard input can be read once/],
    ["empty standard input", ["report", "-"], 3, /Cannot read standard input: /],
    ["an empty path", ["report", ""], 3, /must not be empty/],
    [
      "vectors longer than the first",
      [
        "report",
        vectorsOf([
          [1, 2],
          [1, 2, 3],
        ]),
        "--vectors",
        "v",
      ],
      3,
      /line 2 .*3 dim/,
    ],
    ["vectors beyond 32 bits", ["report", vectorsOf([[1e39, 2]]), "--vectors", "v"], 3, /line 1 .*32-bit/],
    [
      "vectors of the candidate that are shorter than those of the base",
      ["gate", "--base", vectorsOf([[1, 2]]), "--candidate", vectorsOf([[1]]), "--vectors", "v"],
      3,
      /line 1 \(byte 0\) has a vector of 1 dimensions, the first one has 2/,
    ],
    ["an empty family", ["report", BASE, "--only", ""], 2, /current value is ""/],
    ["an output over an input", ["report", BASE, "--only", "size", "--out", `json=./${BASE}`], 2, /place of an input/],
    [
      "an output over one of the files of a pattern",
      ["report", join(inputsFolder, "*.txt"), "--only", "size", "--out", `json=${join(inputsFolder, "a.txt")}`],
      2,
      /place of an input/,
    ],
    ["an output that is a directory", ["report", BASE, "--only", "size", "--out", "json=examples"], 4, /a directory/],
    ["a policy that is not there", ["gate", "--base", BASE, "--candidate", BASE, "--policy", "none.yaml"], 2, /ENOENT/],
    ["a pattern that matches nothing", ["report", "no/such/*.jsonl"], 3, /no\/such\/\*\.jsonl/],
    ["a missing file", ["report", "none.jsonl"], 3, /none\.jsonl/],
    ["a missing field", ["report", BASE, "--text", "story"], 3, /base\.jsonl: line 1 \(byte 0\).*story/],
    ["a corrupt gzip file", ["report", file("corrupt.txt.gz", corrupt)], 3, /corrupt\.txt\.gz/],
    ["an empty file", ["report", file("empty.jsonl", "")], 3, /empty\.jsonl|no document/],
    ["a value out of range", ["report", BASE, "--similarity", "1.5"], 2, /--similarity/],
    ["a bad template", ["report", BASE, "--text", "{a"], 2, /template/],
    ["an unknown tokenizer", ["report", BASE, "--tokenizer", "wrods"], 2, /wrods/],
    ["an unknown tokenizer of natural", ["report", BASE, "--tokenizer", "natural:portre"], 2, /portre/],
    ["an unknown id", ["explain", "self_blue_4"], 2, /did you mean self_bleu_4/],
    [
      "an output nobody can write",
      ["report", BASE, "--only", "size", "--out", `json=${join(folder, "no", "x.json")}`],
      4,
      /ENOENT/,
    ],
  ];

  test.each(cases)("%s", async (_, args, code, message) => {
    const outcome = await corpulse(args);
    expect(outcome.code).toBe(code);
    const lines = outcome.err
      .trim()
      .split("\n")
      .filter((line) => !line.startsWith("corpulse: Text: "));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
    expect(outcome.err).not.toMatch(/\n\s+at /);
  });

  test.each([
    ["a flag given twice", ["report", BASE, "--seed", "1", "--seed", "2"], /given twice/],
    ["a mistyped flag", ["report", BASE, "--similarty", "0.5"], /Did you mean --similarity/],
    ["a mistyped command", ["reprot"], /Did you mean report/],
    ["no input", ["report"], /missing required argument/],
  ])("%s", async (_, args, message) => {
    const { code, out, err } = await corpulse(args);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(message);
  });
});

describe("streams that fail", () => {
  const commands: readonly (readonly string[])[] = [
    ["report", BASE, "--only", "size"],
    ["report", BASE, "--only", "size", "--out", "json=-"],
    ["gate", "--base", BASE, "--candidate", "examples/copied.jsonl", "--only", "near-duplicates"],
    ["explain", "self_bleu_3"],
    ["--help"],
    ["--version"],
  ];

  test.each(commands)("a full disk behind standard output exits 4 with one line: %s %s", async (...args) => {
    const { code, err } = await corpulse(args, { stdout: new Refuser("ENOSPC") });
    expect(code).toBe(4);
    expect(err.split("\n").filter((line) => line !== "" && !line.startsWith("corpulse: Text: "))).toEqual([
      "corpulse: Cannot write to standard output: the system refused it with ENOSPC",
    ]);
  });

  test("a reader that stops reading changes no verdict", async () => {
    const gate = ["gate", "--base", BASE, "--candidate", "examples/copied.jsonl", "--only", "near-duplicates"];
    expect((await corpulse(gate, { stdout: new Refuser("EPIPE") })).code).toBe(1);
    expect((await corpulse(["--help"], { stdout: new Refuser("EPIPE") })).code ?? 0).toBe(0);
  });

  test("standard error that cannot be written changes no code", async () => {
    expect((await corpulse(["report", "none.jsonl"], { stderr: new Refuser("ENOSPC") })).code).toBe(3);
    expect((await corpulse(["report", BASE, "--only", "size"], { stderr: new Refuser("EIO") })).code).toBe(0);
  });
});

describe("the width", () => {
  test.each(["40.5", "-5", "0", "NaN", "1e9", "", "99999999999999999999"])(
    "is the terminal's where COLUMNS is %j",
    async (COLUMNS) => {
      const given = await corpulse(["explain", "self_bleu_3"], { env: { COLUMNS }, columns: 60 });
      expect(given).toEqual(await corpulse(["explain", "self_bleu_3"], { columns: 60 }));
      expect(given.code).toBe(0);
    },
  );

  test("is kept by --help as well", async () => {
    const { out } = await corpulse(["report", "--help"], { env: { COLUMNS: "60" } });
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
    const top = await corpulse(["--help"]);
    expect(Math.max(...top.out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

describe("arguments are shown harmlessly", () => {
  test.each([
    ["a command", ["re\u001b[31mport"]],
    ["an option", ["report", "--\u202eseed"]],
    ["a field", ["report", BASE, "--text", "{\u001b]52;c;eA==\u0007"]],
    ["a policy", ["gate", "--base", BASE, "--candidate", BASE, "--policy", "a\n\u001b[2Jb"]],
    ["an output", ["report", BASE, "--out", "x\u001b[2J=y"]],
    ["a CI command", ["report", "##[error]x", "--only", "##vso[task.complete]"]],
  ])("%s", async (_, args) => {
    const { code, err } = await corpulse(args);
    expect(code).toBe(2);
    // oxlint-disable-next-line no-control-regex -- it is control characters that must not be there
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]|##(?:\[|vso)/);
  });
});
