import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { errorOf, temporaryFolder, writeFiles } from "./fixtures/read-all.ts";
import { resolveInputs } from "./resolve-inputs.ts";

const cwd = temporaryFolder();
mkdirSync(join(cwd, "sub"));
mkdirSync(join(cwd, "folder.txt"));
writeFiles(cwd, {
  "b.txt": "",
  "a.txt": "",
  "B.txt": "",
  "a\u00e4.txt": "",
  "x[1].log": "",
  "sub/c.txt": "",
  "line\nbreak.md": "",
});

const paths = async (...inputs: readonly string[]): Promise<readonly string[]> =>
  (await resolveInputs(inputs, cwd)).map((input) => (input === "-" ? input : input.path));

describe("resolveInputs()", () => {
  test("a pattern gives files only, by code unit, spelled as the pattern spells them", async () => {
    expect(await paths("*.txt")).toEqual(["B.txt", "a.txt", "a\u00e4.txt", "b.txt"]);
    expect(await paths("**/c.*")).toEqual(["sub/c.txt"]);
    expect(await paths("{b,a}.txt")).toEqual(["a.txt", "b.txt"]);
    expect(await paths(`${cwd}/sub/*`)).toEqual([join(cwd, "sub/c.txt")]);
  });

  test("inputs keep their order, and each file is read once", async () => {
    expect(await paths("b.txt", "-", "?.txt", "./a.txt", "-", resolve(cwd, "sub/../b.txt"))).toEqual([
      "b.txt",
      "-",
      "B.txt",
      "a.txt",
    ]);
  });

  test("a file whose name looks like a pattern is meant when it exists", async () => {
    expect(await paths("x[1].log")).toEqual(["x[1].log"]);
  });

  test.each([
    ["no_match", "*.nope", "Cannot find inputs: a pattern must match at least one file, current value is *.nope"],
    ["no_match", "folder.*", "Cannot find inputs: a pattern must match at least one file, current value is folder.*"],
    ["not_found", "nope.txt", "Cannot read nope.txt: there is no such file"],
    ["not_found", "no\u001b]2J\nwhere", "Cannot read no\\x1b]2J\\x0awhere: there is no such file"],
    [
      "not_a_file",
      "sub",
      "Cannot read sub: it must be a file, current value is a directory; name its files with a pattern",
    ],
    ["not_a_file", "/dev/null", "Cannot read /dev/null: it must be a file, current value is a device"],
    ["not_readable", "a.txt/b", "Cannot read a.txt/b: ENOTDIR: not a directory"],
  ])("%s: %j", async (code, input, message) => {
    const error = await errorOf(resolveInputs([input], cwd));
    expect([error.code, error.message]).toEqual([code, message]);
  });

  test("pipes and circular links are refused, not waited for", async () => {
    execFileSync("mkfifo", [join(cwd, "pipe")]);
    symlinkSync("circle", join(cwd, "circle"));
    expect((await errorOf(resolveInputs(["pipe"], cwd))).message).toContain("current value is a pipe");
    expect((await errorOf(resolveInputs(["circle"], cwd))).code).toBe("not_readable");
    expect((await errorOf(resolveInputs(["circl*"], cwd))).code).toBe("not_readable");
  });

  test("there must be an input", async () => {
    expect((await errorOf(resolveInputs([], cwd))).code).toBe("no_match");
  });
});
