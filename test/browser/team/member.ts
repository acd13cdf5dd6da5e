import { type BrowserName, type Harness, type LaunchOptions, launch, type Page } from '../harness/index.ts';
import type { TeamDoor } from './in-page/team-door.ts';
import { withTeamDoor } from './team-build.ts';

/** One member of a team: a browser with the team's build in it, whose workspace is open. */
export class Member {
  /** Milliseconds from taking its seat until all that happened before was followed. */
  joined: number | null = null;

  private constructor(
    readonly name: string,
    readonly harness: Harness,
    /** The workspace; another one after `reopen`. */
    public workspace: Page,
  ) {}

  /** Starts a browser for somebody, with a door unless another `extension` is named. Whoever calls this must call `close`. */
  static async start(
    name: string,
    browser: BrowserName,
    options: Partial<LaunchOptions> = {},
  ): Promise<Member> {
    const { folder, remove } = options.extension
      ? { folder: options.extension, remove: () => {} }
      : await withTeamDoor(browser);
    try {
      const harness = await launch(browser, { ...options, extension: folder });
      const { close } = harness;
      Object.assign(harness, { close: () => close().finally(remove) });
      return new Member(name, harness, await harness.extensionPage('workspace'));
    } catch (error) {
      remove();
      throw error;
    }
  }

  /** Opens the workspace again, after it or the whole browser was closed. */
  async reopen(): Promise<void> {
    this.workspace = await this.harness.extensionPage('workspace');
  }

  /** Calls one of the door's functions in the workspace. */
  async ask<Name extends keyof TeamDoor>(
    name: Name,
    ...given: Parameters<TeamDoor[Name]>
  ): Promise<Awaited<ReturnType<TeamDoor[Name]>>> {
    await this.workspace.waitFor(() => 'teamDoor' in globalThis, undefined, { what: 'the door' });
    return this.workspace.evaluate(
      (call: { name: string; given: unknown[] }) => {
        const { teamDoor } = globalThis as unknown as {
          teamDoor: Record<string, (...given: unknown[]) => unknown>;
        };
        return teamDoor[call.name]?.(...call.given);
      },
      { name, given },
    ) as Promise<Awaited<ReturnType<TeamDoor[Name]>>>;
  }

  /** Waits until this browser has followed the log to `seq`, or to where it ends as far as it knows. */
  async followed(seq = 1, timeout = 60_000): Promise<void> {
    for (const end = Date.now() + timeout; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
      const standing = await this.ask('standing');
      if (standing.kind === 'current' && standing.seq >= seq) return;
      if (Date.now() > end)
        throw new Error(`${this.name} stands at ${JSON.stringify(standing)}, not ${seq}.`);
    }
  }

  close(): Promise<void> {
    return this.harness.close();
  }
}
