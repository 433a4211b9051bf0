import { CONTEXT, type CopiedRuns } from "./find-copies.ts";
import { COPIED, DOCUMENT, END, FRESH, SOURCE, STRETCH } from "./ngram-stretches.ts";

/** Writes the stretches of an order, for which there is room, and gives how many numbers they are. */
export function writeStretches(
  offsets: Uint32Array,
  { starts, ends, sources }: CopiedRuns,
  order: number,
  stretches: Int32Array,
): number {
  let used = 0;
  let run = 0;
  const push = (document: number, fresh: number, copied: number, end: number, source: number): void => {
    stretches[used + DOCUMENT] = document;
    stretches[used + FRESH] = fresh;
    stretches[used + COPIED] = copied;
    stretches[used + END] = end;
    stretches[used + SOURCE] = source;
    used += STRETCH;
  };
  for (let document = 0; document + 1 < offsets.length; document++) {
    const end = offsets[document + 1];
    let position = offsets[document] + order - 1;
    for (; run < starts.length && ends[run] <= end; run++) {
      const copied = Math.max(position, starts[run] - CONTEXT + order);
      if (copied >= ends[run]) continue;
      push(document, position, copied, ends[run], sources[run] + copied - starts[run]);
      position = ends[run];
    }
    if (position < end) push(document, position, end, end, 0);
  }
  return used;
}
