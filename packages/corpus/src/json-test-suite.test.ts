import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readBytes } from "./fixtures/read-all.ts";

// nst/JSONTestSuite: y_ must parse, n_ must be rejected, i_ may go either way.
const suite = resolve(import.meta.dirname, "../../../../shared/malformed/json/test_parsing");
const present = existsSync(suite);
const files = present ? readdirSync(suite).toSorted() : [];

const good = (count: number): Buffer => Buffer.from('{"text":"good"}\n'.repeat(count));

/** The outcome of one file as a line among nine good ones; `null` when the file holds a line feed, which is no line. */
async function outcome(name: string): Promise<readonly [string, string] | null> {
  const line = readFileSync(join(suite, name));
  if (line.subarray(0, -1).includes(10)) return null;
  const bytes = Buffer.concat([good(4), line, Buffer.from(line.at(-1) === 10 ? "" : "\n"), good(5)]);
  const { texts, summary } = await readBytes(bytes, { text: "text", maxBadRecords: 1 });
  const { blank, rejected } = summary.inputs[0];
  const whole = texts.join() === "good,good,good,good,good,good,good,good,good" && blank + rejected === 1;
  return [name, whole ? (summary.rejects[0]?.reason ?? "blank") : "a good line was lost"];
}

const outcomes = async (prefix: string): Promise<readonly (readonly [string, string])[]> => {
  const all = await Promise.all(files.filter((name) => name.startsWith(prefix)).map(outcome));
  return all.filter((entry) => entry !== null);
};

describe.skipIf(!present)("JSONTestSuite in ../shared/malformed/json, each file a line among nine good ones", () => {
  test("none of the 95 valid values is rejected as JSON", async () => {
    const found = await outcomes("y_");
    expect(files.filter((name) => name.startsWith("y_"))).toHaveLength(95);
    expect(found.filter(([, reason]) => reason !== "missing_field" && reason !== "not_text")).toEqual([]);
  });

  test("each of the 188 invalid values is rejected or blank, never a document", async () => {
    const found = await outcomes("n_");
    expect(files.filter((name) => name.startsWith("n_"))).toHaveLength(188);
    expect(found.length).toBeGreaterThan(180);
    const allowed = ["invalid_json", "invalid_encoding", "binary", "too_deep"];
    const others = found.filter(([, reason]) => !allowed.includes(reason));
    // Nothing but white space: no line of JSON Lines, but no record either.
    expect(others).toEqual([
      ["n_single_space.json", "blank"],
      ["n_structure_no_data.json", "blank"],
    ]);
  });

  test("the 35 undecided values have one outcome each", async () => {
    const found = await outcomes("i_");
    expect(found).toHaveLength(35);
    const count = (wanted: string): number => found.filter(([, reason]) => reason === wanted).length;
    // Bytes that are not UTF-8, UTF-16, and a byte order mark in the middle of a file are refused, the other 21 parse.
    expect({ json: count("invalid_json"), encoding: count("invalid_encoding"), binary: count("binary") }).toEqual({
      json: 1,
      encoding: 10,
      binary: 3,
    });
    expect(count("missing_field") + count("not_text")).toBe(21);
  });
});
