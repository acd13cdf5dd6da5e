import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Gives each finished download of a folder once. Unfinished: an empty file, or one with a `.part` beside it. */
export class Downloads {
  readonly #given = new Set<string>();

  constructor(readonly folder: string) {}

  /** Waits at most 30 seconds for a new file whose name matches; its path. */
  async next(name: RegExp): Promise<string> {
    for (
      const end = Date.now() + 30_000;
      Date.now() < end;
      await new Promise((resolve) => setTimeout(resolve, 50))
    ) {
      const files = await readdir(this.folder);
      for (const file of files) {
        if (this.#given.has(file) || !name.test(file) || /\.(part|crdownload)$/.test(file)) continue;
        const unfinished = files.some((other) => other.endsWith('.part'));
        if (unfinished || (await stat(join(this.folder, file))).size === 0) continue;
        this.#given.add(file);
        return join(this.folder, file);
      }
    }
    throw new Error(
      `No new download named ${name} in ${this.folder}; there: ${(await readdir(this.folder)).join(', ') || 'nothing'}.`,
    );
  }
}
