import { type Measurement, signatureDifferences } from "@corpulse/measurement";
import type { Rule } from "./policy.ts";
import { type Side, summarizeSide } from "./summarize-side.ts";

type Valued = Measurement & { readonly value: number };

/** A value that can be held against a limit; a hand-made record may hold anything. */
const isValued = (measurement: Measurement): measurement is Valued => {
  const { value, interval } = measurement;
  const ends = interval === null ? [] : [interval.low, interval.high];
  return Number.isFinite(value) && ends.every((end) => Number.isFinite(end));
};

/** What keeps two measurements from being compared, in words; `undefined` when nothing does. */
export function whyNotComparable(left: string, right: string): string | undefined {
  const settings = signatureDifferences(left, right);
  return settings.length === 0 ? undefined : `measured with different settings: ${settings.join(", ")}`;
}

/** Finds a rule's measurement in every draw of one side: the side as one value, or why there is none. */
export function readSide(
  rule: Rule,
  lists: readonly (readonly Measurement[])[],
  name: string,
  shareDrawn: number = 0,
): Side | string {
  const found = lists.map((list) => list.find(({ family, id }) => family === rule.family && id === rule.id));
  const present = found.filter((measurement) => measurement !== undefined);
  if (present.length === 0 || present.length < found.length) return `not measured in ${name}`;
  const valued = present.filter(isValued);
  const absent = present.find((measurement) => !isValued(measurement));
  if (absent !== undefined) {
    const share = present.length === 1 ? "" : ` in ${present.length - valued.length} of ${present.length} draws`;
    return `no value in ${name}${share}: ${absent.reason ?? "its value is not finite"}`;
  }
  const odd = present
    .map(({ signature }) => whyNotComparable(present[0].signature, signature))
    .find((why) => why !== undefined);
  return odd === undefined ? summarizeSide(valued, shareDrawn) : `the draws of ${name} were ${odd}`;
}
