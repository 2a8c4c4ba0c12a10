type Module = {source: string; dependencies: readonly {resolved: string}[]};
type Row = {values?: readonly string[]; types?: readonly string[]};

export function unusedPermissions(
  modules: readonly Module[],
  layers?: Readonly<Record<string, Row>>,
  soleImporters?: Readonly<Record<string, readonly string[]>>,
): string[];
