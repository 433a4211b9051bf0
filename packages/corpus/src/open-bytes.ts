import { ByteStream } from "./byte-stream.ts";
import { caughtMessage } from "./caught.ts";
import { checkEncoding, HEAD_BYTES } from "./check-encoding.ts";
import { CorpusError } from "./corpus-error.ts";
import type { Compression } from "./corpus-reader.ts";
import { gunzip } from "./gunzip.ts";
import { readFile } from "./input-file.ts";
import { inputName, STDIN } from "./input-name.ts";
import type { Input } from "./resolve-inputs.ts";
import { visible } from "./visible.ts";

/** The text of an input as bytes: expanded, in UTF-8, its mark left out. */
export interface OpenInput {
  readonly bytes: ByteStream;
  readonly compression: Compression;
  /** Where `bytes` begins: behind the mark of UTF-8, when there is one. */
  readonly start: number;
}

/** How bytes are read. */
export interface ByteOptions {
  readonly chunkBytes: number;
  /** Gives standard input, which is opened when it is asked for. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Is told of every chunk, as it is stored. */
  readonly onRead: (bytes: number) => void;
}

const GZIP_MARK = 0x1f8b;

async function* readStdin({ stdin, onRead }: ByteOptions): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stdin()) {
      onRead(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw new CorpusError("not_readable", `Cannot read ${inputName(STDIN)}: ${visible(caughtMessage(error))}`, {
      cause: error,
    });
  }
}

/**
 * Opens an input and looks at its beginning.
 *
 * @throws {CorpusError} when it cannot be read, or is not text in UTF-8, plain or gzip
 */
export async function openBytes(input: Input, options: ByteOptions): Promise<OpenInput> {
  const { chunkBytes, onRead } = options;
  const path = input === STDIN ? STDIN : input.path;
  const stored = new ByteStream(input === STDIN ? readStdin(options) : readFile(input, chunkBytes, onRead));
  const mark = await stored.peek(2);
  const compressed = mark.length === 2 && mark.readUInt16BE() === GZIP_MARK;
  const bytes = compressed ? new ByteStream(gunzip(path, stored, chunkBytes)) : stored;
  try {
    const start = checkEncoding(path, await bytes.peek(HEAD_BYTES));
    bytes.drop(start);
    return { bytes, compression: compressed ? "gzip" : "none", start };
  } catch (error) {
    await bytes.close();
    throw error;
  }
}
