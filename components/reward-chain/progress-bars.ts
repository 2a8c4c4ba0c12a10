/**
 * Sets how much of each of these nodes is filled, 0 to 1. It uses a custom property set from script, because a `style`
 * attribute would break under a strict CSP.
 */
export function drawProgressBars(root: ParentNode, selector: string, shares: readonly number[]): void {
  root.querySelectorAll<HTMLElement>(selector).forEach(({style}, index) => {
    const share = String(shares[index]);
    if (style.getPropertyValue('--share') !== share) style.setProperty('--share', share);
  });
}
