import { readFileSync } from "node:fs";

/** The version of this package. */
export function version(): string {
  const packageJson = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(packageJson) as { version: string }).version;
}
