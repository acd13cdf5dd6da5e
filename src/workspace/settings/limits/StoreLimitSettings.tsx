import { useState } from 'preact/hooks';
import { type Limits, mostOfLimits, type StoreLimits, withStoreLimit } from '../../../domain/checks/limits';
import { type MarketplaceCode, marketplace, marketplaceCodes } from '../../../domain/marketplaces';
import { Field } from '../../../ui/parts/Field';
import { say } from '../../../words/say';
import { NumberSetting } from '../NumberSetting';
import type { SettingsKept } from './LimitSettings';
import { limitFields } from './limit-fields';

interface StoreLimitSettingsProps {
  limits: StoreLimits;
  everywhere: Limits;
  onSave: SettingsKept['onSave'];
}

/** The limits of single stores, each in place of the one that holds everywhere. */
export function StoreLimitSettings({ limits, everywhere, onSave }: StoreLimitSettingsProps) {
  const [added, setAdded] = useState<readonly MarketplaceCode[]>([]);
  const shown = marketplaceCodes.filter((code) => limits[code] || added.includes(code));
  const set = (code: MarketplaceCode, name: keyof Limits, value: number) => {
    // An emptied store keeps its row until the page is left.
    setAdded([...added, code]);
    onSave(({ limitsByStore }) => ({ limitsByStore: withStoreLimit(limitsByStore, code, name, value) }));
  };
  const remove = (code: MarketplaceCode) => {
    setAdded(added.filter((each) => each !== code));
    onSave(({ limitsByStore: { [code]: _, ...limitsByStore } }) => ({ limitsByStore }));
  };
  return (
    <div class="panel settings-wide" data-testid="store-limits">
      <h3>{say('limitsStoresTitle')}</h3>
      {shown.length > 0 && <p class="cc-hint">{say('limitsStoresHint')}</p>}
      {shown.map((code) => (
        <fieldset key={code} class="store-limits" data-store={code}>
          <legend>{marketplace(code).name}</legend>
          <div class="settings-fields">
            {limitFields.map(({ name, label }) => (
              <NumberSetting
                key={name}
                name={`${name}-${code}`}
                label={say(label)}
                hint=""
                least={0}
                most={mostOfLimits[name]}
                optional
                value={limits[code]?.[name] ?? 0}
                fault={say('settingsFault', {
                  most: String(mostOfLimits[name]),
                  kept: String(limits[code]?.[name] ?? everywhere[name]),
                })}
                onSave={(value) => set(code, name, value)}
              />
            ))}
          </div>
          <button type="button" class="cc-button cc-small cc-quiet" onClick={() => remove(code)}>
            {say('limitsRemove')}
          </button>
        </fieldset>
      ))}
      <Field label={say('limitsAddStore')}>
        {(control) => (
          <select
            {...control}
            class="cc-input store-limits-add"
            value=""
            data-testid="limits-add-store"
            onChange={(event) => {
              const code = marketplaceCodes.find((each) => each === event.currentTarget.value);
              event.currentTarget.value = '';
              if (code) setAdded([...added, code]);
            }}
          >
            <option value="">{say('limitsChooseStore')}</option>
            {marketplaceCodes
              .filter((code) => !shown.includes(code))
              .map((code) => (
                <option key={code} value={code}>
                  {code} · {marketplace(code).name}
                </option>
              ))}
          </select>
        )}
      </Field>
    </div>
  );
}
