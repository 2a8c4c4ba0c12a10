import type {ServerResponse} from 'node:http';
import type {Context} from 'hono';
import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {SandboxEnv} from '../http/env.js';
import {authorizationFailed, type Envelope} from '../http/envelopes.js';
import type {Fault, MadeUpAnswer} from './faults.js';

const WITHOUT_BODY = [204, 205, 304];

/** Whether the fault happens before the request is applied, so that it never is. */
export function strikesFirst(fault: Fault | undefined): boolean {
  return fault?.fault === 'status' || fault?.fault === 'drop-request';
}

/**
 * Applies the fault to the answer in `c.res`.
 *
 * @returns The status that was sent, or `null` without an answer.
 */
export async function inject(c: Context<SandboxEnv>, fault: Fault): Promise<number | null> {
  switch (fault.fault) {
    case 'stale':
      return c.res.status;
    case 'status':
    case 'status-after':
      return replace(c, toResponse(fault));
    case 'body':
      return replace(c, withBody(c.res.status, fault.contentType, fault.body));
    case 'delay':
      return await hold(c, fault.ms);
    case 'drop-request':
    case 'drop-answer':
      return drop(c);
    case 'truncate':
      return (await sendPart(c, fault.bytes)) ? hangUp(c) : drop(c);
    case 'stall':
      return (await sendPart(c, fault.bytes)) ? c.env.outgoing.statusCode : null;
  }
}

/** Replaces the answer but keeps its CORS headers, without which a page can't read it. */
function replace(c: Context<SandboxEnv>, response: Response): number {
  c.res = response;
  return response.status;
}

function drop(c: Context<SandboxEnv>): null {
  c.res = RESPONSE_ALREADY_SENT;
  c.env.incoming.socket.destroy();
  return null;
}

/** Closes once pending data has been written. */
function hangUp(c: Context<SandboxEnv>): number {
  c.env.incoming.socket.destroySoon();
  return c.env.outgoing.statusCode;
}

async function hold(c: Context<SandboxEnv>, milliseconds: number): Promise<number | null> {
  const {outgoing} = c.env;
  if (!outgoing.destroyed) await passed(milliseconds, outgoing);
  if (!outgoing.destroyed) return c.res.status;
  c.res = RESPONSE_ALREADY_SENT;
  return null;
}

/** Waits, but no longer than the client does: an abandoned request must not delay a closing server. */
async function passed(milliseconds: number, outgoing: ServerResponse): Promise<void> {
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    outgoing.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Sends headers that promise the whole body, and its first bytes. `false` if there was no body to cut. */
async function sendPart(c: Context<SandboxEnv>, bytes: number): Promise<boolean> {
  const {status, headers} = c.res;
  const body = Buffer.from(await c.res.arrayBuffer());
  c.res = RESPONSE_ALREADY_SENT;
  if (body.length === 0) return false;
  c.env.outgoing.writeHead(status, {...Object.fromEntries(headers), 'content-length': body.length});
  c.env.outgoing.flushHeaders();
  c.env.outgoing.write(body.subarray(0, bytes));
  return true;
}

function toResponse({status, body, headers = {}}: MadeUpAnswer): Response {
  if (WITHOUT_BODY.includes(status)) return new Response(null, {status, headers: {...headers}});
  const isText = typeof body === 'string';
  const contentType = isText ? 'text/html; charset=utf-8' : 'application/json';
  const text = isText ? body : JSON.stringify(body ?? envelopeOf(status));
  return new Response(text, {status, headers: {'content-type': contentType, ...headers}});
}

function withBody(status: number, contentType: string, body: string): Response {
  return new Response(body, {
    status: WITHOUT_BODY.includes(status) ? 200 : status,
    headers: {'content-type': contentType},
  });
}

function envelopeOf(status: number): Envelope {
  if (status === 401) return authorizationFailed().envelope;
  return {statusCode: status, errorCode: 0, errorMessage: 'A fault of the sandbox'};
}
