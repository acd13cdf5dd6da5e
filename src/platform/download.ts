/** Long enough for a slow disk or a "Save as" question: revoked at once, some browsers save nothing. */
const keepUrlFor = 120_000;

/** Lets the browser save a file under `name`. The parts are joined in their order; `type` is a MIME type. */
export function downloadText(name: string, parts: BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), keepUrlFor);
}
