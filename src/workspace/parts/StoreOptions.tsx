import { marketplace, marketplaceCodes } from '../../domain/marketplaces';

/** Every store, and the choice of not knowing. */
export function StoreOptions() {
  return (
    <>
      {marketplaceCodes.map((code) => (
        <option key={code} value={code}>
          {code} · {marketplace(code).name}
        </option>
      ))}
      <option value="">not known</option>
    </>
  );
}
