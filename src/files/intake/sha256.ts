/** SHA-256 of bytes as 64 hex digits. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  // The type allows shared memory, which digest refuses; files and encoders never give any.
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
