import { send } from '../../messaging/send';
import type { PageReading } from '../../page/read-page';
import type { CodeGroup } from '../../page/readers/code-group';
import { browser } from '../../platform/native';
import { say } from '../../words/say';

/** Bytes travel to the background as base64, at most this many. */
const mostBytes = 20 * 1024 * 1024;

export type CaptureResult =
  | { readonly done: true; readonly message: string }
  | { readonly done: false; readonly message: string };

/**
 * Follows Amazon's own download link of one group, as pressing it would, and hands the file to the inbox.
 * Where the link can't be followed the workspace opens and asks for the file. Call only on a trusted click.
 */
export async function captureGroup(group: CodeGroup, reading: PageReading): Promise<CaptureResult> {
  if (group.downloadUrl === null) return handOver(group, reading, null, '');
  let answer: Response;
  try {
    answer = await fetch(group.downloadUrl, { credentials: 'same-origin' });
  } catch (error) {
    return failed(say('noAnswer', error instanceof Error ? error.message : String(error), say('byHand')));
  }
  if (!answer.ok) return failed(say('refused', String(answer.status), say('byHand')));
  const file = await answer.blob();
  if ((answer.headers.get('content-type') ?? '').includes('text/html'))
    return failed(say('signedOut', say('byHand')));
  if (file.size > mostBytes) return failed(say('tooLarge', say('byHand')));
  return handOver(group, reading, file, fileNameOf(answer, group));
}

function failed(message: string): CaptureResult {
  return { done: false, message };
}

async function handOver(
  group: CodeGroup,
  reading: PageReading,
  file: Blob | null,
  fileName: string,
): Promise<CaptureResult> {
  const reply = await send((message) => browser.runtime.sendMessage(message), 'inbox/add', {
    fileName,
    base64: file === null ? null : await toBase64(file),
    group: group.name.slice(0, 500),
    quantity: group.quantity,
    marketplace: reading.store.marketplace?.code ?? null,
    account: reading.store.account?.slice(0, 500) ?? null,
    promotion: reading.shown,
  });
  if (!reply.ok) return { done: false, message: reply.message };
  return {
    done: true,
    message: say(file === null ? 'chooseThere' : 'saveThere'),
  };
}

function fileNameOf(answer: Response, group: CodeGroup): string {
  const said = /filename\*?=(?:UTF-8'')?"?([^";]+)/i.exec(
    answer.headers.get('content-disposition') ?? '',
  )?.[1];
  return (said ?? `${group.name || 'codes'}.zip`).slice(0, 500);
}

/** A blob, not an ArrayBuffer: Firefox keeps a content script from touching buffers that a fetch made. */
function toBase64(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(say('captureUnreadFile')));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.readAsDataURL(file);
  });
}
