import type { BlockLines } from "./block-lines.ts";
import { isBlankText } from "./is-blank-text.ts";
import type { OpenPlaces } from "./open-places.ts";
import type { TextKernel } from "./text-kernel.ts";
import type { TextSink } from "./text-sink.ts";
import { BLANK, UNSURE } from "./unread-line.ts";

/** Gives the texts of lines to a sink, as far as a kernel is sure of them. */
export function readLines(kernel: TextKernel, lines: BlockLines, sink: TextSink, outcome: OpenPlaces): void {
  for (;;) {
    const length = kernel.read(lines.feed + 1);
    if (length === UNSURE) return;
    lines.advance(kernel.feed);
    if (length === BLANK || isBlankText(kernel.units, length)) outcome.blank++;
    else {
      const text = kernel.beginning(length);
      sink.units(text.length).set(text);
      sink.addUnits(length);
      outcome.add(lines);
    }
  }
}
