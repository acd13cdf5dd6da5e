import { alertKinds, houseKinds } from '../../domain/alerts/alert';
import { type AlertSwitches, levelOf } from '../../domain/alerts/switches';
import { setMuted } from '../../stored/alerts/alert-switches';
import { alertNames } from '../../words/alert-words';
import { say } from '../../words/say';
import { settingsHref } from '../parts/route';

/** Which alerts one promotion raises, of those that are on at all. */
export function PromotionAlerts({ promotionId, switches }: { promotionId: string; switches: AlertSwitches }) {
  const off = switches.muted[promotionId] ?? [];
  const kinds = alertKinds.filter(
    (kind) => !houseKinds.some((each) => each === kind) && levelOf(kind, switches) !== 'off',
  );
  return (
    <details class="panel promotion-alerts" data-testid="promotion-alerts">
      <summary>{say('alertsOfPromotion')}</summary>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <label class="setting-tick">
              <input
                type="checkbox"
                checked={!off.includes(kind)}
                data-testid={`promotion-alert-${kind}`}
                onChange={(event) => void setMuted(promotionId, kind, !event.currentTarget.checked)}
              />
              {say(alertNames[kind])}
            </label>
          </li>
        ))}
      </ul>
      <p class="cc-hint">
        <a href={settingsHref('alerts')}>{say('alertsAll')}</a>
      </p>
    </details>
  );
}
