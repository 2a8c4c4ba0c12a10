/** The nearest `lang`, across shadow roots. */
export function langAround(element: Element | undefined): string | undefined {
  if (!element) return undefined;
  return (
    element.closest<HTMLElement>('[lang]')?.lang ?? langAround((element.getRootNode() as Partial<ShadowRoot>).host)
  );
}
