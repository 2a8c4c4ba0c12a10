/* Answers of the vendor's server, as scenarios give them. */
export type Ids = {
  chainId: number;
  stepId: number;
  limit: number;
  offset: number;
  /** A SKU, a group or a code. */ word: string;
};

/** Default and maximum of `limit` in the chain list. */
export const PAGE = 50;

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {status, headers: {'content-type': 'application/json'}});
}

/** The vendor's error object. */
export function refusal(status: number, errorCode: number, text: string): Response {
  const errorMessage = errorCode ? `[0401-${errorCode}]: ${text}` : text;
  return json({statusCode: status, errorCode, errorMessage}, status);
}

export function page(rows: readonly unknown[], {limit, offset}: Ids): Response {
  const items = rows.slice(offset, offset + Math.min(limit, PAGE));
  return json({has_more: offset + items.length < rows.length, total_items_count: rows.length, items});
}
