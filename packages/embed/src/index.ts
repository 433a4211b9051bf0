export { embedTexts } from "./embed-texts.ts";
export type { Embedder } from "./embedder.ts";
export { EmbeddingBuilder } from "./embedding-builder.ts";
export { embeddingFromData } from "./embedding-from-data.ts";
export type { EmbeddingFromDataOptions } from "./embedding-from-data.ts";
export type { Embedding } from "./embedding.ts";
export { lexicalEmbedding } from "./lexical-embedding.ts";
export type { LexicalEmbeddingOptions } from "./lexical-embedding.ts";
