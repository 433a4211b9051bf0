import type { BlockLines } from "./block-lines.ts";
import { isBlankText } from "./is-blank-text.ts";
import type { OpenPlaces } from "./open-places.ts";
import type { TextKernel } from "./text-kernel.ts";
import type { TextSink } from "./text-sink.ts";
import { BLANK, UNSURE } from "./unsure.ts";

/**
 * Gives the texts of the lines that a kernel has taken in to a sink, as far as it is sure of them, and says whether it has been
 * of all. These are so few that the loop is compiled once, for the next call, and not a second time while it runs.
 */
export function readLines(kernel: TextKernel, lines: BlockLines, sink: TextSink, outcome: OpenPlaces): boolean {
  while (lines.feed + 1 < kernel.end) {
    const length = kernel.read(lines.feed + 1);
    if (length === UNSURE) return false;
    lines.advance(kernel.feed);
    if (length === BLANK || isBlankText(kernel.units, length)) outcome.blank++;
    else {
      const text = kernel.beginning(length);
      sink.units(text.length).set(text);
      sink.addUnits(length);
      outcome.add(lines);
    }
  }
  return true;
}
