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
import { say } from '../../words/say';
import { useTask } from '../parts/use-task';

/** A folder that everything is copied into by itself. Absent where the browser has no such thing. */
export function FolderCopy({ pool }: { pool: Pool }) {
  const [folder, setFolder] = useState<Folder | null>(null);
  const [allowed, setAllowed] = useState(true);
  const { busy, told, run } = useTask();
  useEffect(() => {
    void run(say('folderLooking'), async () => {
      const chosen = await chosenFolder();
      if (chosen) setAllowed(await mayWrite(chosen));
      setFolder(chosen);
      return null;
    });
  }, []);
  if (!canUseFolder()) return null;
  const choose = () =>
    run(say('folderCopying'), async () => {
      const chosen = await chooseFolder();
      if (!chosen) return null;
      setFolder(chosen);
      setAllowed(true);
      return { tone: 'done', text: say('folderCopied', { file: await saveIntoFolder(pool, chosen) }) };
    });
  const allow = (chosen: Folder) =>
    run(say('folderAsking'), async () => {
      const yes = await askToWrite(chosen);
      setAllowed(yes);
      if (!yes) return { tone: 'problem', text: say('folderRefused') };
      return { tone: 'done', text: say('folderCopied', { file: await saveIntoFolder(pool, chosen) }) };
    });
  const forget = () =>
    run(say('folderForgetting'), async () => {
      await forgetFolder();
      setFolder(null);
      return { tone: 'done', text: say('folderForgotten') };
    });
  return (
    <section class="panel" aria-labelledby="folder-title">
      <h2 id="folder-title">{say('folderTitle')}</h2>
      <p class="cc-hint">{say('folderHint')}</p>
      {folder && (
        <p data-testid="folder-name">
          {folder.name ? say('folderInto', { folder: folder.name }) : say('folderIntoChosen')}
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
            {say('folderAllow')}
          </button>
        )}
        <button
          type="button"
          class="cc-button"
          data-testid="folder-choose"
          disabled={busy !== null}
          onClick={() => void choose()}
        >
          {busy ?? say(folder ? 'folderChooseOther' : 'folderChoose')}
        </button>
        {folder && (
          <button
            type="button"
            class="cc-button cc-quiet"
            data-testid="folder-forget"
            disabled={busy !== null}
            onClick={() => void forget()}
          >
            {say('folderStop')}
          </button>
        )}
      </div>
      <Told told={told} testId="folder-told" />
    </section>
  );
}
