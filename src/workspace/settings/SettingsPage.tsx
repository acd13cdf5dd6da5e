import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OursGiven } from '../../actions/backup/ours';
import type { Desk } from '../../actions/desk/desk';
import type { Pool } from '../../actions/pool';
import { saveSwitches } from '../../stored/alerts/alert-switches';
import { type SettingsPatch, saveSettings } from '../../stored/settings';
import { useStore } from '../../ui/parts/use-store';
import { sentenceOf } from '../../words/problem-words';
import { say } from '../../words/say';
import { BackupParts } from '../backup/BackupParts';
import { settingsHref } from '../parts/route';
import { ColleagueParts } from '../team/Colleagues';
import { About } from './About';
import { AlertSettings } from './AlertSettings';
import { GivingOutSettings } from './GivingOutSettings';
import { LimitSettings } from './limits/LimitSettings';
import { StoreLimitSettings } from './limits/StoreLimitSettings';
import { PageReading } from './PageReading';
import { Shortcuts } from './Shortcuts';
import { type SettingsSection, settingsSections } from './sections';
import { ThemeSetting } from './ThemeSetting';

interface SettingsPageProps {
  pool: Pool;
  desk: Desk;
  /** The part that the address asks for. */
  section: string | null;
  /** A file of ours that was dropped somewhere else, for the part that it belongs to. */
  given: OursGiven | null;
  onTaken: () => void;
}

/** Everything a seller sets once, in parts with their own addresses. Each field is kept as soon as it is left. */
export function SettingsPage({ pool, desk, section, given, onTaken }: SettingsPageProps) {
  const { settings, alerts } = useStore(desk);
  const [told, setTold] = useState('');
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const asked =
      section && page.current?.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]`);
    if (!asked) return;
    asked.scrollIntoView({ block: 'start' });
    asked.querySelector('h2')?.focus({ preventScroll: true });
  }, [section]);
  async function save(saving: Promise<void>) {
    try {
      await saving;
      setTold(say('settingsSaved'));
    } catch (error) {
      setTold(sentenceOf(error));
    }
  }
  const kept = { settings, onSave: (patch: SettingsPatch) => void save(saveSettings(patch)) };
  const parts: Record<SettingsSection, ComponentChildren> = {
    limits: (
      <>
        <LimitSettings {...kept} />
        <StoreLimitSettings limits={settings.limitsByStore} everywhere={settings} onSave={kept.onSave} />
      </>
    ),
    'giving-out': <GivingOutSettings {...kept} asksName={!pool.knowsWho} />,
    alerts: <AlertSettings switches={alerts.switches} onSave={(patch) => void save(saveSwitches(patch))} />,
    backup: <BackupParts pool={pool} given={given} onTaken={onTaken} />,
    colleagues: <ColleagueParts {...{ pool, desk, given, onTaken }} />,
    'page-reading': <PageReading />,
    appearance: (
      <>
        <div class="panel">
          <ThemeSetting theme={settings.theme} onSave={(theme) => kept.onSave({ theme })} />
        </div>
        <div class="panel">
          <Shortcuts />
        </div>
      </>
    ),
    about: <About />,
  };
  return (
    <section class="settings-page" aria-labelledby="page-title">
      <nav class="settings-nav" aria-label={say('settingsTitle')}>
        {settingsSections.map(({ id, title }) => (
          <a key={id} href={settingsHref(id)} aria-current={id === section ? 'location' : undefined}>
            {say(title)}
          </a>
        ))}
      </nav>
      <div ref={page} class="settings-sections">
        {settingsSections.map(({ id, title }) => (
          <section key={id} class="settings-section" data-section={id} aria-labelledby={`settings-${id}`}>
            <h2 id={`settings-${id}`} tabIndex={-1}>
              {say(title)}
            </h2>
            <div class="settings-parts">{parts[id]}</div>
          </section>
        ))}
      </div>
      <p role="status" class="saved">
        {told}
      </p>
    </section>
  );
}
