import { existsSync } from "node:fs";
import { test } from "vitest";
import { ROOT } from "./workspace-packages.ts";

/** The path of a file of the shared folder beside the repository, where real corpora lie that are not ours to publish. */
export function sharedPath(relative: string): string {
  return `${ROOT}../shared/${relative}`;
}

/** A test on a file of the shared folder; where the file is absent, a skipped test that says so. */
export function testWithShared(title: string, relative: string, body: (path: string) => void | Promise<void>): void {
  const path = sharedPath(relative);
  // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title -- the caller brings both
  test(title, async (context) => {
    context.skip(!existsSync(path), `../shared/${relative} is absent`);
    await body(path);
  });
}
