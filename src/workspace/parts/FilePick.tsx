interface FilePickProps {
  label: string;
  testId: string;
  /** The kinds of files, as the browser's own dialog takes them. */
  accept?: string;
  /** The file chosen last, still in use. */
  file: { readonly name: string } | null;
  onPick: (file: File) => void;
}

/** Chooses one file, one of our own if nothing else is said. */
export function FilePick({ label, testId, accept = '.claimcheck', file, onPick }: FilePickProps) {
  return (
    <div>
      <input
        type="file"
        accept={accept}
        class={file ? 'cc-file-chosen' : undefined}
        aria-label={label}
        data-testid={testId}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          // Else the same file could not be chosen a second time.
          event.currentTarget.value = '';
          if (chosen) onPick(chosen);
        }}
      />
      {file && <span class="cc-hint">{file.name}</span>}
    </div>
  );
}
