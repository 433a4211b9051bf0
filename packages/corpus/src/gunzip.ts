import { inputName } from "./input-name.ts";
import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { caughtCode, caughtMessage } from "./caught.ts";
import { CorpusError } from "./corpus-error.ts";
import { visible } from "./visible.ts";

/** Below this many bytes no expansion is a threat, above it one by more than this factor is no text. */
const FREE_EXPANSION = 2 ** 30;
const MOST_EXPANSION = 200;

/** How far the compressed bytes have been taken. */
interface Position {
  read: number;
  /** One past the last byte that is not zero: files may be padded with zeros. */
  filled: number;
}

async function* watched(chunks: AsyncIterable<Buffer>, position: Position): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const padding = chunk.findLastIndex((byte) => byte !== 0);
    if (padding >= 0) position.filled = position.read + padding + 1;
    position.read += chunk.length;
    // The pipe behind holds more than one chunk at a time.
    yield Buffer.from(chunk);
  }
}

function corrupt(path: string, what: string, cause?: unknown): CorpusError {
  return new CorpusError("corrupt_gzip", `Cannot read ${inputName(path)}: it must be whole gzip data, ${what}`, {
    cause,
  });
}

function whatFailed(error: unknown, position: Position, taken: number): string {
  if (caughtCode(error) === "Z_BUF_ERROR") return `current value ends early, at byte ${position.read}`;
  return `current value is damaged after byte ${taken}: ${visible(caughtMessage(error))}`;
}

/**
 * Expands gzip data of any number of members.
 *
 * @throws {CorpusError} when it is cut off, damaged, followed by anything but zeros, or expands like no text does
 */
export async function* gunzip(path: string, chunks: AsyncIterable<Buffer>, chunkBytes: number): AsyncGenerator<Buffer> {
  // Loaded when it is needed: most corpora are not compressed.
  const { createGunzip } = await import("node:zlib");
  const position: Position = { read: 0, filled: 0 };
  const source = Readable.from(watched(chunks, position), { highWaterMark: 1 });
  const expander = createGunzip({ chunkSize: Math.max(64, chunkBytes) });
  source.on("error", (error) => expander.destroy(error));
  source.pipe(expander);
  let expanded = 0;
  try {
    for await (const chunk of expander as AsyncIterable<Buffer>) {
      expanded += chunk.length;
      if (expanded > FREE_EXPANSION && expanded > MOST_EXPANSION * position.read) {
        const rule = `gzip data must not expand more than ${MOST_EXPANSION}-fold beyond the first GiB`;
        throw new CorpusError(
          "expansion",
          `Cannot read ${inputName(path)}: ${rule}, current value is ${expanded} bytes from ${position.read}`,
        );
      }
      yield chunk;
    }
    // The expander stops at the first zero after a member and does not look at what follows.
    source.unpipe(expander);
    await finished(source.resume());
    if (position.filled > expander.bytesWritten) {
      throw corrupt(path, `current value has other data after its end at byte ${expander.bytesWritten}`);
    }
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    throw corrupt(path, whatFailed(error, position, expander.bytesWritten), error);
  } finally {
    source.destroy();
    expander.destroy();
  }
}
