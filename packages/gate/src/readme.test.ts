import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parsePolicy } from "./parse-policy.ts";
import { RECOMMENDED_POLICY } from "./recommended-policy.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const [, yaml] = /```yaml\n(.*?)```/s.exec(readme) ?? [];

/** The README's policy is written in flow style, one entry a line, so that quoting its words makes it JSON. */
function readFlow(text: string): unknown {
  const lines = text
    .replaceAll(/ *#.*$/gm, "")
    .trim()
    .split("\n");
  const quoted = lines
    .join(",\n")
    .replaceAll(/[a-z_0-9.%]+(?::[0-9]+)?/g, (word) => (/^[0-9.]+$/.test(word) ? word : `"${word}"`));
  return JSON.parse(`{${quoted.replace('"rules":,', '"rules": {')}}}`);
}

test("the policy in the README is one", () => {
  const policy = parsePolicy(readFlow(yaml ?? ""));
  expect(policy.rules).toHaveLength(4);
  expect(policy.off).toEqual(["candidate.mean_nearest_distance"]);
});

test("the README states the defaults", () => {
  expect(parsePolicy(readFlow(yaml ?? "")).gate).toEqual(RECOMMENDED_POLICY.gate);
});
