import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, so small that it can be filled up. */
export interface SmallDisk {
  readonly folder: string;
  /** Fills it up but for this many bytes. */
  fill(free: number): void;
  /** Frees what was filled. */
  empty(): void;
  /** Takes the disk away; whoever uses it must have ended. */
  close(): void;
}

/** Mounts a disk in memory; null where this account may not mount. */
export function smallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'claimcheck-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill(free) {
      rmSync(ballast, { force: true });
      // The browser may take some of it in the meantime.
      for (let tries = 0; tries < 10; tries++) {
        const { bavail, bsize } = statfsSync(folder);
        const bytes = Math.floor(bavail * bsize - free);
        // Reserving is quicker than writing.
        if (bytes <= 0 || spawnSync('fallocate', ['--length', String(bytes), ballast]).status === 0) return;
      }
      throw new Error(`${folder} could not be filled.`);
    },
    empty: () => rmSync(ballast, { force: true }),
    close() {
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}
