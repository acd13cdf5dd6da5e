/** Stands in for src/platform: remembers what would have reached the clipboard, the disk and the tabs. */
type Changed = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

const kept = new Map<string, unknown>();
const listeners = new Set<Changed>();
const starters = new Set<() => void>();
const alarms = new Set<(alarm: { name: string }) => void>();
const allowed = new Set<() => void>();
const clicks = new Set<(id: string) => void>();

export const done = {
  copied: [] as string[],
  /** What the clipboard answers. */
  lets: true,
  downloads: [] as { name: string; blob: Blob; text: Promise<string>; type: string }[],
  tabs: [] as string[],
  /** Whether notifications are allowed, and whether the seller allows them when asked. */
  mayNotify: false,
  allows: true,
  shown: [] as { id: string; title: string; message: string }[],
  alarms: [] as string[],
};

function deaf() {
  return { addListener: () => undefined, removeListener: () => undefined };
}

/** As the browser does when it starts. */
export function startUp(): void {
  for (const listener of starters) listener();
}

/** As the browser does when an alarm rings. */
export function ring(name: string): void {
  for (const listener of alarms) listener({ name });
}

/** As the browser does when a notification is clicked. */
export function clickNotification(id: string): void {
  for (const listener of clicks) listener(id);
}

/** Forgets all of it. */
export function forget(): void {
  kept.clear();
  Object.assign(done, { copied: [], lets: true, downloads: [], tabs: [] });
  Object.assign(done, { mayNotify: false, allows: true, shown: [], alarms: [] });
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
  permissions: {
    onAdded: {
      addListener: (listener: () => void) => allowed.add(listener),
      removeListener: (listener: () => void) => allowed.delete(listener),
    },
    onRemoved: deaf(),
    contains: async () => done.mayNotify,
    request: async () => {
      done.mayNotify = done.allows;
      if (done.allows) for (const listener of allowed) listener();
      return done.allows;
    },
  },
  alarms: {
    onAlarm: {
      addListener: (listener: (alarm: { name: string }) => void) => alarms.add(listener),
    },
    get: async () => undefined,
    create: async (name: string) => void done.alarms.push(name),
  },
  notifications: {
    create: async (id: string, { title, message }: { title: string; message: string }) => {
      done.shown.push({ id, title, message });
      return id;
    },
    clear: async () => true,
    onClicked: {
      addListener: (listener: (id: string) => void) => clicks.add(listener),
    },
  },
};

export async function copyText(text: string): Promise<boolean> {
  done.copied.push(text);
  return done.lets;
}

export function downloadText(name: string, parts: BlobPart[], type: string): void {
  const blob = new Blob(parts);
  done.downloads.push({ name, blob, text: blob.text(), type });
}
