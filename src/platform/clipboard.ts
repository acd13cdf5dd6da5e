const patience = 1000;

/**
 * Puts a text on the clipboard. False when the browser refuses (no focus, no permission); the caller
 * then asks the seller to copy by hand.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Promise.race([navigator.clipboard.writeText(text), tooLong()]);
    return true;
  } catch (refusal) {
    console.warn('The clipboard refused the text; trying the older way.', refusal);
    return copyByCommand(text);
  }
}

/**
 * Puts a picture on the clipboard. It may still be in the making: the browser wants to be asked within the click.
 * False when the browser refuses.
 */
export async function copyPicture(png: Promise<Blob>): Promise<boolean> {
  try {
    await Promise.race([navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]), tooLong()]);
    return true;
  } catch (refusal) {
    console.warn('The clipboard refused the picture.', refusal);
    return false;
  }
}

/** Firefox neither copies nor refuses while its window is behind another: nobody may wait for that. */
function tooLong(): Promise<never> {
  return new Promise((_resolve, reject) =>
    setTimeout(() => reject(new Error('The clipboard did not answer.')), patience),
  );
}

/** The way from before the clipboard API. Fills the copy event itself, so that no text enters the page. */
function copyByCommand(text: string): boolean {
  let filled = false;
  const fill = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    filled = true;
  };
  document.addEventListener('copy', fill, { once: true });
  const ran = document.execCommand('copy');
  document.removeEventListener('copy', fill);
  return ran && filled;
}
