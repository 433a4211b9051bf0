import { expect, test } from "vitest";
import { plainShare } from "./plain-share.ts";

test.each([
  [0.124, "12", "100"],
  [0.0004, "4", "10,000"],
  [0, "0", "100"],
  [1, "100", "100"],
  [0.9996, "9,996", "10,000"],
])("plainShare(%d) is %s of %s", (share, count, of) => {
  expect(plainShare(share)).toEqual({ count, of });
});
