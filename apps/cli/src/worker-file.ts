/** The file of a worker thread, beside this one: a source when this one is, else built. */
export function workerFile(name: "ingest-worker" | "measure-worker"): URL {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return new URL(`./${name}.${extension}`, import.meta.url);
}
