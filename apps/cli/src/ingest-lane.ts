import type { RecordBlock } from "@corpulse/corpus";
import { TokenCorpusBuilder, type TokenPart, type Tokenizer } from "@corpulse/tokens";
import { type IngestedBlock, ingestBlock, type ReadBlock } from "./ingest-block.ts";
import { PartRing } from "./part-ring.ts";

/** A block that was ingested apart from those before it: its documents' tokens still have numbers of their own. */
export interface IngestedPart {
  readonly ingested: IngestedBlock;
  readonly part: TokenPart;
}

/** Ingests some blocks of a corpus, in order, into parts: every thread has one, and the thread that reads too. */
export class IngestLane {
  readonly #read: ReadBlock;
  readonly #builder: TokenCorpusBuilder;
  readonly #ring = new PartRing();

  constructor(read: ReadBlock, tokenizer: Tokenizer) {
    this.#read = read;
    this.#builder = new TokenCorpusBuilder({ tokenizer });
  }

  ingest(block: RecordBlock): IngestedPart {
    const ingested = ingestBlock(block, this.#read, this.#builder);
    return { ingested, part: this.#ring.keep(this.#builder.takePart()) };
  }
}
