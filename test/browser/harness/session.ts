import type { Driver } from './page.ts';
import type { ColorScheme } from './types.ts';

/** What a browser is started with. */
export interface SessionOptions {
  extension: string;
  profile: string;
  downloads: string;
  proxyPort: number;
  headless: boolean;
  viewport: { width: number; height: number };
  colorScheme: ColorScheme;
  clipboard: boolean;
  privateWindows: boolean;
  locale: string;
}

/** One run of a browser. */
export interface Session {
  /** Origin of the extension's pages. */
  readonly origin: string;
  newPage(url: string): Promise<Driver>;
  pages(): Promise<Driver[]>;
  setColorScheme(scheme: ColorScheme): Promise<void>;
  /** Stops the extension's service worker; where there is none, rejects. */
  stopWorker(): Promise<void>;
  /** Empties the browser and keeps it for the next launch in this worker; false where it isn't kept, and still runs. */
  keep?(): Promise<boolean>;
  /** Ends the browser's process; the profile stays. */
  end(): Promise<void>;
  /** Kills the browser's process without warning (SIGKILL), as a crash would; the profile stays. */
  kill(): Promise<void>;
}
