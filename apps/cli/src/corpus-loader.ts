import { availableParallelism } from "node:os";
import { CorpusError, type CorpusReader, type InputSummary, openCorpus } from "@corpulse/corpus";
import type { Embedding, EmbeddingBuilder } from "@corpulse/embed";
import {
  type Memory,
  ownMemory,
  SharedMemory,
  type TokenCorpus,
  TokenCorpusBuilder,
  type Tokenizer,
} from "@corpulse/tokens";
import type { CorpusFollowers } from "./corpus-followers.ts";
import { excerptAt, excerptOf } from "./excerpts.ts";
import type { IngestedBlock } from "./ingest-block.ts";
import { ingestBlocks } from "./ingest-blocks.ts";
import type { Progress } from "./progress.ts";
import type { Settings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";
import type { WorkerThreads } from "./worker-threads.ts";

/** Where documents come from: what relative paths start from, and what `-` reads. */
export interface Source {
  readonly cwd?: string;
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** Who is told how far reading is, where threads are taken from, and which of them follow what is read. */
export interface LoaderTools {
  readonly progress: Progress;
  readonly threads: WorkerThreads;
  /** @default nobody follows */
  readonly followers?: CorpusFollowers;
}

/** A document's place. */
export interface DocumentPlace {
  readonly input: string;
  readonly line: number;
  readonly byte: number;
}

/** A document's place and beginning, as reports show it. */
export interface LocatedDocument extends DocumentPlace {
  readonly excerpt: string;
}

/** Everything that is known after reading; the texts themselves are gone. */
export interface LoadedCorpus {
  /** The corpus: its vocabulary is made when it is first asked for. */
  readonly corpus: () => TokenCorpus;
  /** Where its columns lie. */
  readonly memory: Memory;
  readonly vectors: Embedding | null;
  /** One list for each call of `read`, in order. */
  readonly inputs: readonly (readonly InputSummary[])[];
  /** The selector of the text: what was given, or what was detected. */
  readonly text: string;
  readonly locate: (document: number) => DocumentPlace;
  /**
   * A document for a report to show. Of a plain file it is read again.
   *
   * @throws {CorpusError} when the file is not the one that was read
   */
  readonly show: (document: number) => LocatedDocument;
}

/** What is stated as the text where inputs are plain text. */
const EACH_LINE = "each line";

/** Documents that were ingested together, without their tokens. */
interface LoadedBlock extends Pick<IngestedBlock, "input" | "line" | "byte" | "excerpts"> {
  readonly reader: CorpusReader;
  readonly firstDocument: number;
}

/** Blocks this large keep threads busy, and what is read stays in the second-level cache until it has been tokenized. */
const CHUNK_BYTES = 1 << 18;

/** Most text has more bytes to a token, and most corpora more to a document; where one has fewer, columns grow. */
const BYTES_A_TOKEN = 4;
const BYTES_A_DOCUMENT = 64;

/** Columns of a corpus and of its n-grams are so many numbers of 32 bits a token, and so many a document. */
const NUMBERS_A_TOKEN = 8;
const NUMBERS_A_DOCUMENT = 16;

/** How many tokens and documents there may be in what is stored. */
function roomFor({ storedBytes }: CorpusReader): { readonly tokens: number; readonly documents: number } {
  const bytes = storedBytes ?? CHUNK_BYTES;
  return { tokens: Math.ceil(bytes / BYTES_A_TOKEN), documents: Math.ceil(bytes / BYTES_A_DOCUMENT) };
}

/** Reads one or more sets of inputs into one corpus: the gate reads base and candidate into the same columns. */
export class CorpusLoader {
  readonly #settings: Settings;
  readonly #tokenizer: Tokenizer;
  readonly #source: Source;
  readonly #progress: Progress;
  readonly #threads: WorkerThreads;
  readonly #followers: CorpusFollowers | undefined;
  #builder: TokenCorpusBuilder | undefined;
  #memory: SharedMemory | undefined;
  #vectors: EmbeddingBuilder | null = null;
  readonly #blocks: LoadedBlock[] = [];
  readonly #inputs: (readonly InputSummary[])[] = [];
  #documents = 0;
  #dimensions: number | undefined;
  #text: string | undefined;

  constructor(settings: Settings, tokenizer: Tokenizer, source: Source, tools: LoaderTools) {
    this.#settings = settings;
    this.#tokenizer = tokenizer;
    this.#source = source;
    this.#progress = tools.progress;
    this.#threads = tools.threads;
    this.#followers = tools.followers;
    this.#text = settings.text;
  }

  /**
   * Reads inputs and appends their documents; gives the number of documents so far. The selector that the first call detects
   * holds for all later ones.
   *
   * @throws {CorpusError} when an input cannot be read whole
   */
  async read(inputs: readonly string[], stage: string): Promise<number> {
    const reader = await this.#open(inputs, stage);
    if (reader.selector.detected) this.#progress.say(`corpulse: ${reader.selector.sentence}`);
    this.#text = reader.selector.text;
    const { tokenizer, keepCase, vectors, workers = availableParallelism() } = this.#settings;
    const options = {
      text: this.#text,
      tokenizer,
      keepCase,
      vectors,
      // Those that follow have something else to do.
      workers: workers - ((this.#followers?.planned ?? 0) > 0 ? 1 : 0),
      threads: this.#threads,
      blockBytes: CHUNK_BYTES,
    };
    if (vectors !== undefined) {
      const { EmbeddingBuilder } = await import("@corpulse/embed");
      this.#vectors ??= new EmbeddingBuilder();
    }
    const room = roomFor(reader);
    const numbers = room.tokens * NUMBERS_A_TOKEN + room.documents * NUMBERS_A_DOCUMENT;
    const memory = (this.#memory ??= new SharedMemory(numbers * Int32Array.BYTES_PER_ELEMENT));
    const builder = (this.#builder ??= new TokenCorpusBuilder({ tokenizer: this.#tokenizer, memory, ...room }));
    for await (const ingested of ingestBlocks(reader, this.#tokenizer, builder, options)) {
      this.#add(ingested, reader);
      this.#followers?.follow(builder, { ...room, memory: memory.handle });
    }
    this.#followers?.tell(builder);
    reader.close();
    this.#inputs.push(reader.summary().inputs);
    return this.#documents;
  }

  async #open(inputs: readonly string[], stage: string): Promise<CorpusReader> {
    const { vectors, maxBadRecords } = this.#settings;
    try {
      return await openCorpus(inputs, {
        ...this.#source,
        ...(this.#text === undefined ? {} : { text: this.#text }),
        ...(vectors === undefined ? {} : { vectors }),
        maxBadRecords,
        chunkBytes: CHUNK_BYTES,
        onProgress: (read, total) => this.#progress.update(stage, total === null ? null : read / total),
      });
    } catch (error) {
      // What cannot be parsed here is a selector from the command line.
      throw error instanceof SyntaxError ? new UsageError(error.message) : error;
    }
  }

  #add({ input, line, byte, excerpts, vectors, rejects, blank }: IngestedBlock, reader: CorpusReader): void {
    reader.account({ input, documents: line.length, rejects, blank });
    const path = reader.inputs[input];
    for (const [place, vector] of vectors.entries()) {
      this.#dimensions ??= vector.length;
      // Within a block such a record was a reject. Here a whole block, or all of the candidate, differs from what came before.
      if (vector.length !== this.#dimensions) {
        const where = `${path === "-" ? "standard input" : path}: line ${line[place]} (byte ${byte[place]})`;
        const rule = `has a vector of ${vector.length} dimensions, the first one has ${this.#dimensions}`;
        throw new CorpusError("bad_records", `Cannot read ${where} ${rule}`);
      }
      this.#vectors?.add(vector);
    }
    this.#blocks.push({ reader, input, firstDocument: this.#documents, line, byte, excerpts });
    this.#documents += line.length;
  }

  finish(): LoadedCorpus {
    const blocks = this.#blocks;
    const builder = this.#builder ?? new TokenCorpusBuilder({ tokenizer: this.#tokenizer });
    const blockOf = (document: number): LoadedBlock =>
      blocks.findLast(({ firstDocument }) => firstDocument <= document) as LoadedBlock;
    const locate = (document: number): DocumentPlace => {
      const { reader, input, firstDocument, line, byte } = blockOf(document);
      const place = document - firstDocument;
      return { input: reader.inputs[input], line: line[place], byte: byte[place] };
    };
    let corpus: TokenCorpus | undefined;
    return {
      corpus: () => (corpus ??= builder.finish()),
      memory: this.#memory ?? ownMemory,
      vectors: this.#vectors?.finish(`field:${this.#settings.vectors}`) ?? null,
      inputs: this.#inputs,
      text: this.#text ?? EACH_LINE,
      locate,
      show(document) {
        const { reader, input, firstDocument, excerpts } = blockOf(document);
        const place = locate(document);
        const excerpt =
          excerpts === null
            ? excerptOf(reader.textAt(input, place.byte))
            : excerptAt(excerpts, document - firstDocument);
        return { ...place, excerpt };
      },
    };
  }
}
