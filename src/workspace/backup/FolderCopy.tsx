import { useEffect, useState } from 'preact/hooks';
import { saveIntoFolder } from '../../actions/backup/backup';
import type { Pool } from '../../actions/pool';
import {
  askToWrite,
  canUseFolder,
  chooseFolder,
  chosenFolder,
  type Folder,
  forgetFolder,
  mayWrite,
} from '../../platform/folder';
import { Told } from '../../ui/parts/Told';
import { useTask } from '../parts/use-task';

/** A folder that everything is copied into by itself. Absent where the browser has no such thing. */
export function FolderCopy({ pool }: { pool: Pool }) {
  const [folder, setFolder] = useState<Folder | null>(null);
  const [allowed, setAllowed] = useState(true);
  const { busy, told, run } = useTask();
  useEffect(() => {
    void run('Looking…', async () => {
      const chosen = await chosenFolder();
      if (chosen) setAllowed(await mayWrite(chosen));
      setFolder(chosen);
      return null;
    });
  }, []);
  if (!canUseFolder()) return null;
  const choose = () =>
    run('Copying…', async () => {
      const chosen = await chooseFolder();
      if (!chosen) return null;
      setFolder(chosen);
      setAllowed(true);
      return { tone: 'done', text: `Copied as ${await saveIntoFolder(pool, chosen)}.` };
    });
  const allow = (chosen: Folder) =>
    run('Asking…', async () => {
      const yes = await askToWrite(chosen);
      setAllowed(yes);
      if (!yes) return { tone: 'problem', text: 'The browser was not allowed to write there.' };
      return { tone: 'done', text: `Copied as ${await saveIntoFolder(pool, chosen)}.` };
    });
  const forget = () =>
    run('Forgetting…', async () => {
      await forgetFolder();
      setFolder(null);
      return { tone: 'done', text: 'No more copies. Those in the folder stay.' };
    });
  return (
    <section class="panel" aria-labelledby="folder-title">
      <h2 id="folder-title">Automatic copies</h2>
      <p class="cc-hint">
        Choose a folder, and after every change everything is copied into it while this page is open: one file
        a day. Whoever can read the folder can read the codes.
      </p>
      {folder && (
        <p data-testid="folder-name">
          Copied into {folder.name ? `the folder “${folder.name}”` : 'the chosen folder'}.
        </p>
      )}
      <div class="cc-row">
        {folder && !allowed && (
          <button
            type="button"
            class="cc-button"
            data-testid="folder-allow"
            disabled={busy !== null}
            onClick={() => void allow(folder)}
          >
            Allow again
          </button>
        )}
        <button
          type="button"
          class="cc-button"
          data-testid="folder-choose"
          disabled={busy !== null}
          onClick={() => void choose()}
        >
          {busy ?? (folder ? 'Choose another folder' : 'Choose a folder')}
        </button>
        {folder && (
          <button
            type="button"
            class="cc-button cc-quiet"
            data-testid="folder-forget"
            disabled={busy !== null}
            onClick={() => void forget()}
          >
            Stop copying
          </button>
        )}
      </div>
      <Told told={told} testId="folder-told" />
    </section>
  );
}
