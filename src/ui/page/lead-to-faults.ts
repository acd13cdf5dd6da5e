/** After a form was sent with something wrong in it, leads to the first field at fault. */
export function leadToFaults(): void {
  document.addEventListener('submit', ({ target }) => {
    // By the next frame the faults are drawn.
    requestAnimationFrame(() =>
      (target as HTMLFormElement).querySelector<HTMLElement>('[aria-invalid]')?.focus(),
    );
  });
}
