import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface DropZoneProps {
  /** Kinds of file, as an input's `accept`. */
  accept: string;
  multiple?: boolean;
  testId: string;
  title: string;
  kinds: string;
  /** A file is held over the page. */
  over?: boolean;
  onFiles: (files: readonly File[]) => void;
  children?: ComponentChildren;
}

/** Where files are chosen; dropped ones are the page's own matter. */
export function DropZone({ accept, multiple, testId, title, kinds, over, onFiles, children }: DropZoneProps) {
  const id = useId();
  return (
    <div class={`drop-zone ${over ? 'drop-over' : ''}`}>
      <input
        id={id}
        class="drop-input"
        type="file"
        accept={accept}
        multiple={multiple ?? false}
        data-testid={testId}
        onChange={(event) => {
          const input = event.currentTarget;
          onFiles([...(input.files ?? [])]);
          // The same file chosen again must be read again.
          input.value = '';
        }}
      />
      <label for={id}>
        <b>{title}</b> <span>{kinds}</span>
      </label>
      {children}
    </div>
  );
}
