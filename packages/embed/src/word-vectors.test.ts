import { expect, test } from "vitest";
import { addSigned } from "./add-signed.ts";
import { BATCH } from "./row-kernel.ts";
import { wordProjection } from "./word-projection.ts";
import { wordVectors } from "./word-vectors.ts";

const vocabulary = ["one", "two", "three", "four", "five", "six"];
const documentFrequencies = Uint32Array.of(1, 4, 2, 9, 2, 3);
const project = wordProjection({ vocabulary, documentFrequencies, documents: 9 }, 0);

function projected(id: number): Float32Array {
  const vector = new Float64Array(8);
  project(id, (feature, weight) => addSigned(vector, feature, weight));
  return Float32Array.from(vector);
}

test.each([0, 8, 16, 24, 32, 1000])("wordVectors gives the same vectors when %d numbers are kept", (mostKept) => {
  const { kernel, locate } = wordVectors(project, documentFrequencies, 8, mostKept);
  const { table } = kernel;
  expect(table.length).toBeLessThanOrEqual(Math.min(mostKept, 5 * 8) + BATCH * 8);
  for (const ids of [
    [0, 1, 2, 3],
    [4, 5, 0, 2],
    [3, 3, 1, 0],
  ]) {
    const places = ids.map((id, lane) => locate(id, lane));
    expect(places.map((at) => table.slice(at, at + 8))).toEqual(ids.map(projected));
  }
});
