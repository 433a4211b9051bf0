import { mkdtemp, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { OutputError } from "./output-error.ts";
import { UsageError } from "./usage-error.ts";
import { checkOutputs, parseOutput, writeOutputs } from "./write-outputs.ts";

describe("parseOutput()", () => {
  test("takes a format and a path", () => {
    expect(parseOutput("json=out/report.json")).toEqual({ format: "json", path: "out/report.json" });
    expect(parseOutput("md=-")).toEqual({ format: "markdown", path: "-" });
    expect(parseOutput("json=a=b")).toEqual({ format: "json", path: "a=b" });
  });

  test.each(["json", "json=", "=x", "pdf=x", "", "constructor=x"])("refuses %j", (value) => {
    expect(() => parseOutput(value)).toThrow(UsageError);
  });
});

describe("checkOutputs()", () => {
  test("refuses two outputs in one place", () => {
    const [json, markdown] = ["json=-", "md=-"].map(parseOutput);
    const places = { cwd: "/", read: [] };
    expect(() => checkOutputs([json, markdown], places)).toThrow(/standard output twice/);
    expect(() => checkOutputs([json, parseOutput("md=x")], places)).not.toThrow();
    expect(() => checkOutputs([parseOutput("json=x"), parseOutput("md=./a/../x")], places)).toThrow(/twice/);
  });

  test("refuses an output in the place of an input, whatever it is called", async () => {
    const cwd = await mkdtemp(join(tmpdir(), "corpulse-"));
    await writeFile(join(cwd, "data.jsonl"), "");
    await symlink("data.jsonl", join(cwd, "link.jsonl"));
    const check = (out: string, read: string): void =>
      checkOutputs([parseOutput(`json=${out}`)], { cwd, read: [read] });
    for (const path of ["data.jsonl", "./data.jsonl", "link.jsonl", join(cwd, "data.jsonl")]) {
      expect(() => check(path, "data.jsonl")).toThrow(/place of an input/);
      expect(() => check("data.jsonl", path)).toThrow(UsageError);
    }
    expect(() => check("other.jsonl", "data.jsonl")).not.toThrow();
    expect(() => check("-", "-")).not.toThrow();
  });
});

describe("writeOutputs()", () => {
  const render = (format: string, terminal: boolean): string => `${format} ${terminal}`;

  test("writes files whole and the terminal form to standard output", async () => {
    const folder = await mkdtemp(join(tmpdir(), "corpulse-"));
    const stdout = new PassThrough();
    await writeOutputs([{ format: "json", path: join(folder, "r.json") }], render, { cwd: "/", stdout });
    expect(await readdir(folder)).toEqual(["r.json"]);
    expect(await readFile(join(folder, "r.json"), "utf8")).toBe("json false");
    expect(stdout.read().toString()).toBe("text true");
  });

  test("writes nothing but the chosen format to standard output", async () => {
    const stdout = new PassThrough();
    await writeOutputs([{ format: "json", path: "-" }], render, { cwd: "/", stdout });
    expect(stdout.read().toString()).toBe("json false");
  });

  test("leaves nothing behind when a place cannot be written", async () => {
    const folder = await mkdtemp(join(tmpdir(), "corpulse-"));
    const missing = join(folder, "no", "r.json");
    await expect(
      writeOutputs([{ format: "json", path: missing }], render, { cwd: "/", stdout: new PassThrough() }),
    ).rejects.toThrow(OutputError);
    expect(await readdir(folder)).toEqual([]);
  });
});
