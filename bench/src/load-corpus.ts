import { blockReader, openCorpus } from "@corpulse/corpus";
import { type TokenCorpus, TokenCorpusBuilder } from "@corpulse/tokens";

/** Reads all documents and drops them; gives their number. */
export async function readOnly(path: string): Promise<number> {
  const reader = await openCorpus([path]);
  let documents = 0;
  for await (const batch of reader.documents()) documents += batch.length;
  return documents;
}

/** Takes texts from the bytes of records to token columns, as a report does on one thread. */
export async function loadCorpus(path: string): Promise<TokenCorpus> {
  const reader = await openCorpus([path]);
  const read = blockReader({ text: reader.selector.text });
  const builder = new TokenCorpusBuilder();
  for await (const block of reader.blocks()) {
    const { line, rejects, blank } = read(block, builder);
    reader.account({ input: block.input, documents: line.length, rejects, blank });
  }
  return builder.finish();
}
