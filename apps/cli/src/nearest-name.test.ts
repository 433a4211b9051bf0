import { expect, test } from "vitest";
import { nearestName } from "./nearest-name.ts";

const known = ["self_bleu_2", "self_bleu_4", "vendi_1", "mtld"];

test.each([
  ["self_blue_4", "self_bleu_4"],
  ["selfbleu_2", "self_bleu_2"],
  ["vendi1", "vendi_1"],
  ["something else entirely", undefined],
])("nearestName(%j) is %j", (typed, expected) => {
  expect(nearestName(typed, known)).toBe(expected);
});
