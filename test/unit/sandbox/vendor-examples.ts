/*
 * Sends the request examples of an OpenAPI file of the vendor's to a sandbox, each to its own operation, and says how it
 * went. The file is not part of the project; `node --import ./test/runner/typescript.mjs test/unit/sandbox/replay.ts FILE`.
 */

type Json = Record<string, unknown>;

export type OpenApi = {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components?: unknown;
};

type Operation = {readonly operationId?: string; readonly requestBody?: unknown; readonly responses?: Json};

/** One example, ready to be sent. */
export type VendorExample = {
  readonly operation: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
};

export type Replayed = VendorExample & {
  readonly status: number;
  readonly answer: string;
  readonly isDocumented: boolean;
};

type Sent = VendorExample & {readonly documented: readonly string[]};

/** The examples of all server-side operations, in the order of the file. */
export function examplesIn(file: OpenApi): readonly Sent[] {
  return Object.entries(file.paths)
    .filter(([path]) => path.includes('/admin/'))
    .flatMap(([path, methods]) => Object.entries(methods).flatMap(entry => examplesOf(file, path, entry)));
}

function examplesOf(file: OpenApi, path: string, [method, operation]: [string, Operation]): Sent[] {
  const documented = Object.keys(operation.responses ?? {}).filter(status => status.startsWith('2'));
  const sent = {operation: operation.operationId ?? '', method: method.toUpperCase(), path, documented};
  return bodiesOf(resolved(file, operation.requestBody)).map(([name, body]) => ({...sent, name, body}));
}

function bodiesOf(requestBody: unknown): [string, unknown][] {
  const {content} = (requestBody ?? {}) as {content?: {'application/json'?: {example?: unknown; examples?: Json}}};
  const {example, examples = {}} = content?.['application/json'] ?? {};
  const named = Object.entries(examples).map(([name, each]): [string, unknown] => [
    name,
    (each as {value: unknown}).value,
  ]);
  return example === undefined ? named : [['example', example], ...named];
}

/** A `$ref` into the same file, followed. */
function resolved(file: OpenApi, part: unknown): unknown {
  const {$ref} = (part ?? {}) as {$ref?: string};
  if ($ref === undefined) return part;
  const parts = $ref.split('/').slice(1);
  return resolved(
    file,
    parts.reduce<unknown>((value, key) => (value as Json)[key.replaceAll('~1', '/')], file),
  );
}

/** What a path or a body of the vendor's names and a sandbox has under other names: ids it has given itself. */
export type Names = (example: VendorExample) => Promise<{path: string; body: unknown}>;

/** Sends each example as the project 44056 and reports what came. */
export async function replay(file: OpenApi, apiBase: string, names: Names): Promise<readonly Replayed[]> {
  const rows: Replayed[] = [];
  for (const {documented, ...example} of examplesIn(file)) {
    const {path, body} = await names(example);
    const headers = {authorization: `Basic ${btoa('44056:sandbox-api-key')}`, 'content-type': 'application/json'};
    const answer = await fetch(apiBase + path, {method: example.method, headers, body: JSON.stringify(body)});
    const isDocumented = documented.includes(String(answer.status));
    rows.push({...example, status: answer.status, answer: await answer.text(), isDocumented});
  }
  return rows;
}
