interface FilePickProps {
  label: string;
  testId: string;
  /** The file chosen last, still in use. */
  file: File | null;
  onPick: (file: File) => void;
}

/** Chooses one of our own files. */
export function FilePick({ label, testId, file, onPick }: FilePickProps) {
  return (
    <div>
      <input
        type="file"
        accept=".claimcheck"
        aria-label={label}
        data-testid={testId}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          // Else the same file could not be chosen a second time.
          event.currentTarget.value = '';
          if (chosen) onPick(chosen);
        }}
      />
      {file && <p class="cc-hint">{file.name}</p>}
    </div>
  );
}
