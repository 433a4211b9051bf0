import { openCorpus } from "@corpulse/corpus";
import { type TokenCorpus, TokenCorpusBuilder } from "@corpulse/tokens";

/** Reads all documents and drops them; gives their number. */
export async function readOnly(path: string): Promise<number> {
  const reader = await openCorpus([path]);
  let documents = 0;
  for await (const batch of reader.documents()) documents += batch.length;
  return documents;
}

export async function loadCorpus(path: string): Promise<TokenCorpus> {
  const reader = await openCorpus([path]);
  const builder = new TokenCorpusBuilder();
  for await (const batch of reader.documents()) for (const { text } of batch) builder.add(text);
  return builder.finish();
}
