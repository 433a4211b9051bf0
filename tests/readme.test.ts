import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { ROOT, readText } from "./workspace-packages.ts";

test("README.md opens with what `npm start` shows", () => {
  const shown = /```console\n\$ npm start\n([\s\S]*?)\n…\n```/.exec(readText("README.md"))?.[1];
  const options = { cwd: ROOT, encoding: "utf8", stdio: "pipe", env: { ...process.env, COLUMNS: "80" } } as const;
  const report = execFileSync(process.execPath, ["apps/cli/dist/bin.js", "report", "examples/base.jsonl"], options);
  expect(shown?.split("\n").length).toBeGreaterThan(20);
  expect(report.split("\n").slice(0, shown?.split("\n").length).join("\n")).toBe(shown);
});
