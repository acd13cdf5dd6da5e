/** Longest stretch of work between two breaths, in milliseconds. */
const stretch = 40;

// Not setTimeout: a hidden tab's timers fire once a second, and an import goes on when its tab is left.
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Hears how far a work has come; what it throws ends that work. */
export type Progress = (done: number, total: number) => void;

/** Lets long work give way to clicks and painting: await the result now and then; true where it was time to. */
export function startPace(): () => Promise<boolean> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < stretch) return false;
    await nextTask();
    since = performance.now();
    return true;
  };
}
