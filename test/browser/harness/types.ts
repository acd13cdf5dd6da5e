import type { Replica, ReplicaOptions } from '../../seller-central/server.ts';
import type { EngineWay } from './engine-way.ts';

export type BrowserName = 'chromium' | 'firefox';
export type ColorScheme = 'light' | 'dark';

/** A host that a browser asked the network for. Only Seller Central's names are allowed, and they lead to the replica. */
export interface Attempt {
  readonly host: string;
  readonly port: number;
  readonly allowed: boolean;
}

export interface LaunchOptions {
  /** Folder of the unpacked extension, built for this browser. */
  extension: string;
  /** A replica that runs already, over TLS; else one is started and closed with the browser. */
  replica?: Replica;
  /** For the replica that is started here. */
  replicaOptions?: Pick<ReplicaOptions, 'now'>;
  /** Default true. False opens a window for a person. */
  headless?: boolean;
  /** Default 1280 × 900. */
  viewport?: { width: number; height: number };
  colorScheme?: ColorScheme;
  /** Default true: pages may read the clipboard without being asked, so that tests can look at it. */
  clipboard?: boolean;
  /** Folder for downloads; else a new one in the system's temporary folder, removed by `close`. */
  downloads?: string;
  /** Folder for the profile, which is left where it is; else a new one, removed by `close`. */
  profile?: string;
  /** Only private windows, with the extension allowed in them. Firefox alone; default false. */
  privateWindows?: boolean;
  /** The browser's language, default `en-US`. */
  locale?: string;
}

/** What a click or keystroke is aimed at: a CSS selector, searched through open shadow roots too. */
export interface Target {
  css: string;
  /** Only elements whose text, label or value holds this. */
  text?: string;
}

/** What waiting gives: an element can't leave the page, so it gives `true`. */
export type Found<Result> = Result extends Node ? true : NonNullable<Result>;

/** One tab, the same in both browsers. Every wait ends with an error that says what was waited for. */
export interface Page {
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page; it sees nothing of the test, `argument` is handed over as JSON. */
  evaluate<Result, Argument = undefined>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ): Promise<Result>;
  /** Runs the function until it gives something truthy, through navigations. Default 30 seconds. */
  waitFor<Result, Argument = undefined>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
    options?: { timeout?: number; what?: string },
  ): Promise<Found<Result>>;
  /** Waits until the target is there and visible. */
  see(target: string | Target): Promise<void>;
  /** Clicks in the middle of the target with the mouse (trusted); refuses when something else covers it. */
  click(target: string | Target): Promise<void>;
  /** Replaces what a text field holds, by keyboard (trusted). */
  type(target: string | Target, text: string): Promise<void>;
  /** Shows its tab: one that nobody sees may take its time. */
  bringToFront(): Promise<void>;
  /** Presses one key, e.g. `Tab` or `Shift+Tab`, where the focus is. */
  press(key: string): Promise<void>;
  /** Chooses an option of a native select by its value or text, by keyboard (trusted). */
  select(target: string | Target, option: string): Promise<void>;
  /** The text of the first visible target. */
  text(target: string | Target): Promise<string>;
  /** Gives files to an `input[type=file]`, visible or not. */
  setFiles(target: string | Target, paths: readonly string[]): Promise<void>;
  screenshot(path: string, options?: { fullPage?: boolean }): Promise<void>;
  setViewport(size: { width: number; height: number }): Promise<void>;
  /** What the browser hands to screen readers: `role "name"` and states of everything, in order. Chromium alone. */
  accessibility(): Promise<string[]>;
  close(): Promise<void>;
}

/** A real browser with the extension in it, whose whole network is the replica, and a team's engine where there is one. */
export interface Harness {
  readonly browser: BrowserName;
  readonly replica: Replica;
  /** Origin of the extension's pages: `chrome-extension://…` or `moz-extension://…`. */
  readonly extensionOrigin: string;
  /** Every host asked for so far, but for what is known to be the browser's own (its updates, its dictionary). */
  readonly attempts: readonly Attempt[];
  /** Its way to a team's engine, for the team's build. */
  readonly engine: EngineWay;
  /** The browser's profile. */
  readonly profile: string;
  /** Where downloads land, whichever page they come from. */
  readonly downloads: string;
  /** Opens a new tab. Paths (`/promotions/new`) are taken on `https://sellercentral.amazon.com`. */
  open(url: string): Promise<Page>;
  /** Opens one of the extension's pages in a tab, e.g. `extensionPage('workspace', '#/settings')`. */
  extensionPage(which: 'popup' | 'workspace', hash?: string): Promise<Page>;
  /** The tab whose address holds this text, waiting for it to open. */
  pageAt(address: string): Promise<Page>;
  /** Waits for a finished download whose name matches and that was not given before; its path. */
  download(name?: RegExp): Promise<string>;
  readClipboard(page: Page): Promise<string>;
  setColorScheme(scheme: ColorScheme): Promise<void>;
  /** Ends the browser and starts it again with the same profile. Pages from before are gone. */
  restart(): Promise<void>;
  /** Stops the extension's service worker at once, whatever it is doing, as Chromium itself may. Chromium alone. */
  stopWorker(): Promise<void>;
  /** Kills the browser without warning (SIGKILL) and starts it again with the same profile. */
  kill(): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}
