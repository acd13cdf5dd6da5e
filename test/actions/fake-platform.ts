/** Stands in for src/platform: remembers what would have reached the clipboard, the disk and the tabs. */
type Changed = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

const kept = new Map<string, unknown>();
const listeners = new Set<Changed>();
const starters = new Set<() => void>();

export const done = {
  copied: [] as string[],
  /** What the clipboard answers. */
  lets: true,
  downloads: [] as { name: string; blob: Blob; text: Promise<string>; type: string }[],
  tabs: [] as string[],
};

function deaf() {
  return { addListener: () => undefined, removeListener: () => undefined };
}

/** As the browser does when it starts. */
export function startUp(): void {
  for (const listener of starters) listener();
}

/** Forgets all of it. */
export function forget(): void {
  kept.clear();
  Object.assign(done, { copied: [], lets: true, downloads: [], tabs: [] });
}

export const browser = {
  storage: {
    local: {
      get: async (wanted: string | readonly string[] | null) => {
        const keys = wanted === null ? [...kept.keys()] : [wanted].flat();
        const found = keys.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)] as const);
        return structuredClone(Object.fromEntries(found));
      },
      set: async (values: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(values)) {
          kept.set(key, value);
          for (const listener of listeners) listener({ [key]: { newValue: value } }, 'local');
        }
      },
    },
    onChanged: {
      addListener: (listener: Changed) => listeners.add(listener),
      removeListener: (listener: Changed) => listeners.delete(listener),
    },
  },
  tabs: { create: async ({ url }: { url: string }) => done.tabs.push(url) },
  runtime: {
    getURL: (path: string) => `chrome-extension://id/${path}`,
    getManifest: () => ({}),
    onStartup: { addListener: (listener: () => void) => starters.add(listener) },
    onInstalled: deaf(),
  },
  extension: { getViews: () => [] },
  permissions: { onAdded: deaf(), onRemoved: deaf() },
};

export async function copyText(text: string): Promise<boolean> {
  done.copied.push(text);
  return done.lets;
}

export function downloadText(name: string, parts: BlobPart[], type: string): void {
  const blob = new Blob(parts);
  done.downloads.push({ name, blob, text: blob.text(), type });
}
