import { marketplace, marketplaceCodes } from '../../domain/marketplaces';
import { say } from '../../words/say';

/** Every store, and the choice of not knowing. */
export function StoreOptions() {
  return (
    <>
      {marketplaceCodes.map((code) => (
        <option key={code} value={code}>
          {code} · {marketplace(code).name}
        </option>
      ))}
      <option value="">{say('storeUnknownChoice')}</option>
    </>
  );
}
