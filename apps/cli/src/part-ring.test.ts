import { TokenCorpusBuilder } from "@corpulse/tokens";
import { expect, test } from "vitest";
import { PartRing, PARTS_WAITING } from "./part-ring.ts";

test("PartRing keeps parts while as many more are taken as it has places, in memory that it uses again", () => {
  const builder = new TokenCorpusBuilder();
  const ring = new PartRing();
  const parts = Array.from({ length: 10 }, (_, at) => {
    builder.add(`${"a ".repeat(10 - at)} w${at}`);
    const taken = builder.takePart();
    const expected = { tokens: [...taken.tokens], fingerprints: [...taken.fingerprints] };
    return { kept: ring.keep(taken), expected };
  });
  for (const { kept, expected } of parts.slice(-PARTS_WAITING)) {
    expect({ tokens: [...kept.tokens], fingerprints: [...kept.fingerprints] }).toEqual(expected);
    expect(kept.tokens.buffer).toBeInstanceOf(SharedArrayBuffer);
  }
  expect(parts[0].kept.tokens.buffer).toBe(parts[PARTS_WAITING].kept.tokens.buffer);
});
