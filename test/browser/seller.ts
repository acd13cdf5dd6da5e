import type { Harness, Page } from './harness/index.ts';

/** Steps a seller takes on Amazon's pages, shared by the tests and the demonstration. Real clicks and keys only. */

/** Opens the form and fills it in as a hurried seller would: multi-use code, 80 %, nothing else looked at. */
export async function fillBadly(harness: Harness): Promise<Page> {
  const page = await harness.open('/promotions/new?type=PERCENTAGE_OFF');
  await page.see('#startDate');
  await page.click({ css: 'label', text: 'Group' });
  await page.type(await discountField(page), '80');
  return page;
}

/** Mends every setting that the checklist complains of. */
export async function mend(page: Page, name: string, trackingId: string): Promise<void> {
  await page.click({ css: 'label', text: 'Single-use' });
  await page.click({ css: 'label', text: 'Preferential' });
  await page.click({ css: 'label', text: 'One redemption per customer' });
  await page.type(await discountField(page), '20');
  await chooseProducts(page);
  await page.type('#internalDescription', name);
  await page.type(await fieldBeside(page, 'Tracking ID'), trackingId);
  await page.click({ css: 'a, button, summary, [role=button]', text: 'Customize messaging' });
  await page.click({ css: 'label', text: 'Detail page display text' });
}

/** Review, Submit. */
export async function submit(page: Page): Promise<void> {
  await page.click('#a-autoid-1');
  await page.waitFor(() => location.pathname.endsWith('/preview') && document.readyState === 'complete');
  await page.click('#a-autoid-1');
  await page.waitFor(() => location.pathname.endsWith('/submit') && document.readyState === 'complete');
}

/** View promotion; in the moment the panel is there, Manage claim codes. */
export async function manageCodes(page: Page): Promise<void> {
  await page.click('a[href*="promotions/view"]');
  await page.waitFor(
    () => location.pathname.endsWith('/view') && document.querySelector('claimcheck-overlay') !== null,
  );
  await page.click({ css: 'a, input, button', text: 'Manage claim codes' });
  await page.waitFor(() => location.pathname.includes('claim-codes') && document.readyState === 'complete');
}

/** All of it, from the form to where its codes are. */
export async function submitAndManageCodes(page: Page): Promise<void> {
  await submit(page);
  await manageCodes(page);
}

/** Asks Amazon for a group of codes and refreshes until it says Ready. */
export async function generateCodes(page: Page, group: string, quantity: number): Promise<void> {
  await page.type(await fieldBeside(page, 'Group Name'), group);
  await page.type(await fieldBeside(page, 'Quantity'), String(quantity));
  await page.click({ css: 'input[type=submit]' });
  for (let tries = 0; tries < 5; tries++) {
    const status = await page.waitFor(
      ({ name, count }: { name: string; count: string }) => {
        if (document.readyState !== 'complete') return null;
        const rows = [...document.querySelectorAll('tr')];
        // Two groups may share a name.
        return rows.find(({ cells }) => cells[0]?.textContent === name && cells[1]?.textContent === count)
          ?.textContent;
      },
      { name: group, count: String(quantity) },
    );
    if (status.includes('Ready')) return;
    await page.reload();
  }
  throw new Error('The codes did not become ready.');
}

/** The selector of the text field in the row of a label. */
async function fieldBeside(page: Page, label: string): Promise<string> {
  const id = await page.waitFor((text: string) => {
    const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === text);
    return found
      ?.closest('.a-row')
      ?.querySelector<HTMLInputElement>('input[type=text], input[type=number], input:not([type])')?.id;
  }, label);
  return `[id="${id}"]`;
}

function discountField(page: Page): Promise<string> {
  return fieldBeside(page, 'Buyer gets');
}

async function chooseProducts(page: Page): Promise<void> {
  const id = await page.evaluate(
    () =>
      [...document.querySelectorAll('select')].find((select) =>
        [...select.options].some((option) => option.text === 'Entire catalog'),
      )?.id,
  );
  await page.select(`[id="${id}"]`, 'Garlic press (1 ASIN)');
}
