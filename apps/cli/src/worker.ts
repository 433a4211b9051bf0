import { parentPort } from "node:worker_threads";
import type { RecordBlock } from "@corpulse/corpus";
import type { IngestLane } from "./ingest-lane.ts";
import type { IngestMessage, IngestSettings } from "./ingest-thread.ts";
import type { MeasureMessage, MeasureRequest } from "./measure-thread.ts";
import type { Measuring } from "./measuring.ts";

/** What a thread is told: how to ingest and the blocks that follow, or what to measure and the jobs that follow. */
export type WorkerRequest =
  | { readonly kind: "ingest"; readonly settings: IngestSettings }
  | { readonly kind: "block"; readonly block: RecordBlock }
  | MeasureRequest;

const post = (message: IngestMessage | MeasureMessage): void => parentPort?.postMessage(message);

/** What a thread needs is loaded when it is told what to do: most threads either ingest or measure. */
async function openLane(settings: IngestSettings): Promise<IngestLane> {
  const { openIngestLane } = await import("./open-ingest-lane.ts");
  const opened = await openIngestLane(settings);
  post("ready");
  return opened;
}

async function load(): Promise<Measuring> {
  const { Measuring } = await import("./measuring.ts");
  return new Measuring(post);
}

let lane: Promise<IngestLane> | undefined;
let measuring: Promise<Measuring> | undefined;

/** A worker thread: it ingests blocks or measures, one request after the other, and posts what came of each. */
parentPort?.on("message", async (request: WorkerRequest) => {
  if (request.kind === "ingest") lane = openLane(request.settings);
  else if (request.kind === "block") {
    const { block } = request;
    // A buffer arrives as a plain array of bytes.
    const bytes = Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength);
    const ingested = (await lane)?.ingest({ ...block, bytes });
    if (ingested !== undefined) post(ingested);
  } else {
    // What ingesting needed is let go of.
    lane = undefined;
    measuring ??= load();
    (await measuring).take(request);
  }
});
