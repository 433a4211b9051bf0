import { type CorpusReader, type InputSummary, openCorpus } from "@corpulse/corpus";
import { type Embedding, EmbeddingBuilder } from "@corpulse/embed";
import { type TokenCorpus, TokenCorpusBuilder, type Tokenizer } from "@corpulse/tokens";
import { UsageError } from "./usage-error.ts";
import { Excerpts } from "./excerpts.ts";
import type { Progress } from "./progress.ts";
import type { Settings } from "./settings.ts";

/** Where documents come from: what relative paths start from, and what `-` reads. */
export interface Source {
  readonly cwd?: string;
  readonly stdin?: AsyncIterable<Uint8Array>;
}

/** Where each document stands: the number of its input, its line (from 1) and the byte that line begins at. */
interface Places {
  readonly input: number[];
  readonly line: number[];
  readonly byte: number[];
}

/** A document's place and beginning, as reports show it. */
export interface LocatedDocument {
  readonly input: string;
  readonly line: number;
  readonly byte: number;
  readonly excerpt: string;
}

/** Everything that is known after reading; the texts themselves are gone. */
export interface LoadedCorpus {
  readonly corpus: TokenCorpus;
  readonly vectors: Embedding | null;
  /** One list for each call of `read`, in order. */
  readonly inputs: readonly (readonly InputSummary[])[];
  /** The selector of the text: what was given, or what was detected. */
  readonly text: string;
  readonly locate: (document: number) => LocatedDocument;
}

/** What is stated as the text where inputs are plain text. */
const EACH_LINE = "each line";

/** Reads one or more sets of inputs into one corpus: the gate reads base and candidate into the same columns. */
export class CorpusLoader {
  readonly #settings: Settings;
  readonly #source: Source;
  readonly #progress: Progress;
  readonly #builder: TokenCorpusBuilder;
  readonly #vectors: EmbeddingBuilder | null;
  readonly #excerpts = new Excerpts();
  readonly #places: Places = { input: [], line: [], byte: [] };
  readonly #paths: string[] = [];
  readonly #inputs: (readonly InputSummary[])[] = [];
  #text: string | undefined;

  constructor(settings: Settings, tokenizer: Tokenizer, source: Source, progress: Progress) {
    this.#settings = settings;
    this.#source = source;
    this.#progress = progress;
    this.#text = settings.text;
    this.#builder = new TokenCorpusBuilder({ tokenizer });
    this.#vectors = settings.vectors === undefined ? null : new EmbeddingBuilder();
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
    await this.#addAll(reader);
    this.#inputs.push(reader.summary().inputs);
    return this.#places.line.length;
  }

  async #open(inputs: readonly string[], stage: string): Promise<CorpusReader> {
    const { vectors, maxBadRecords } = this.#settings;
    try {
      return await openCorpus(inputs, {
        ...this.#source,
        ...(this.#text === undefined ? {} : { text: this.#text }),
        ...(vectors === undefined ? {} : { vectors }),
        maxBadRecords,
        onProgress: (read, total) => this.#progress.update(stage, total === null ? null : read / total),
      });
    } catch (error) {
      // What cannot be parsed here is a selector from the command line.
      throw error instanceof SyntaxError ? new UsageError(error.message) : error;
    }
  }

  async #addAll(reader: CorpusReader): Promise<void> {
    const firstInput = this.#paths.length;
    this.#paths.push(...reader.inputs);
    for await (const batch of reader.documents()) {
      for (const { text, input, line, byte, vector } of batch) {
        this.#builder.add(text);
        this.#excerpts.add(text);
        this.#places.input.push(firstInput + input);
        this.#places.line.push(line);
        this.#places.byte.push(byte);
        if (vector !== undefined) this.#vectors?.add(vector);
      }
    }
  }

  finish(): LoadedCorpus {
    const [paths, places, excerpts] = [this.#paths, this.#places, this.#excerpts];
    return {
      corpus: this.#builder.finish(),
      vectors: this.#vectors?.finish(`field:${this.#settings.vectors}`) ?? null,
      inputs: this.#inputs,
      text: this.#text ?? EACH_LINE,
      locate: (document) => ({
        input: paths[places.input[document]],
        line: places.line[document],
        byte: places.byte[document],
        excerpt: excerpts.at(document),
      }),
    };
  }
}
