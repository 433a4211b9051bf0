import { blockReader } from "@corpulse/corpus";
import { chooseTokenizer } from "./choose-tokenizer.ts";
import { IngestLane } from "./ingest-lane.ts";
import type { IngestSettings } from "./ingest-thread.ts";

/** A lane that ingests blocks as it is told to. */
export async function openIngestLane({ text, tokenizer, keepCase }: IngestSettings): Promise<IngestLane> {
  return new IngestLane(blockReader({ text }), await chooseTokenizer(tokenizer, keepCase));
}
