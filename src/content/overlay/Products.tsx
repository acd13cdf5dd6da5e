import type { OverlayActions } from './model';

/** The form shows only a selection's name: the seller says once which products are in it. */
export function Products({ actions }: { actions: OverlayActions }) {
  return (
    <details class="accept">
      <summary>Paste its SKUs or ASINs</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (event.isTrusted)
            actions.listProducts(event.currentTarget.querySelector('textarea')?.value ?? '');
        }}
      >
        <textarea
          rows={3}
          aria-label="SKUs or ASINs in this product selection"
          placeholder="One per line; SKUs tell FBA from FBM"
        />
        <button type="submit" class="small" data-products>
          Compare
        </button>
      </form>
      <p class="why">Each counts once you open its offer page; this form then shows how many were read.</p>
    </details>
  );
}
