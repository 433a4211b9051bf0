import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { writeWhole } from "./write-whole.ts";

const folder = (): string => mkdtempSync(join(tmpdir(), "corpulse-"));

describe("writeWhole()", () => {
  test("replaces a file and leaves nothing beside it", async () => {
    const cwd = folder();
    const path = join(cwd, "r.json");
    writeFileSync(path, "old");
    await writeWhole("r.json", path, "new");
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(readdirSync(cwd)).toEqual(["r.json"]);
  });

  test("writes through a link instead of replacing it", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "target.json"), "old");
    symlinkSync("target.json", join(cwd, "link.json"));
    await writeWhole("link.json", join(cwd, "link.json"), "new");
    expect(lstatSync(join(cwd, "link.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, "target.json"), "utf8")).toBe("new");
  });

  // A pipe of our own: were it replaced, a device such as /dev/null would be as well.
  test.skipIf(process.platform === "win32")("writes into a pipe instead of putting a file in its place", async () => {
    const path = join(folder(), "pipe");
    execFileSync("mkfifo", [path]);
    const [text] = await Promise.all([
      import("node:fs/promises").then(({ readFile }) => readFile(path, "utf8")),
      writeWhole("pipe", path, "through"),
    ]);
    expect(text).toBe("through");
    expect(lstatSync(path).isFIFO()).toBe(true);
  });

  test.skipIf(process.platform === "win32")(
    "refuses a socket and a directory, and leaves both as they are",
    async () => {
      const cwd = folder();
      const path = join(cwd, "socket");
      const server = createServer();
      await new Promise<void>((done) => {
        server.listen(path, done);
      });
      await expect(writeWhole("socket", path, "x")).rejects.toThrow(/Cannot write socket/);
      expect(existsSync(path)).toBe(true);
      server.close();
      await expect(writeWhole("there", cwd, "x")).rejects.toThrow(/Cannot write there: .*a directory/);
      expect(readdirSync(cwd).filter((name) => name !== "socket")).toEqual([]);
    },
  );
});
