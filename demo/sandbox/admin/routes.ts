import type {Context, Hono} from 'hono';
import type {SandboxEnv} from '../http/env.js';
import {projectNotFound} from '../http/envelopes.js';
import {toInteger} from '../http/numbers.js';
import {addCalls} from '../http/routes.js';
import type {BackOffice} from './back-office.js';
import {credentialsOf, opensProject} from './credentials.js';
import type {Version} from './dates.js';
import * as refuse from './refusals.js';

/** A server-side call with a key that is valid for the project, and the version in its path. */
export type AdminRequest = {readonly c: Context<SandboxEnv>; readonly office: BackOffice; readonly version: Version};

export type AdminCall = (request: AdminRequest) => Response | Promise<Response>;
export type AdminCalls = {readonly [M in 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE']?: AdminCall};

/** Adds calls below the project's `admin`. */
export type AddAdminCalls = (path: string, calls: AdminCalls) => void;

type Guard = (c: Context<SandboxEnv>, projectId: number) => void;

/**
 * Each call checks, in this order: a known method (405/0), a valid key (401, its code by `guard`), this project
 * (404/0), and its own input (422/1102).
 */
export function adminCallsOf(
  app: Hono<SandboxEnv>,
  office: BackOffice,
  version: Version,
  demand: Guard,
): AddAdminCalls {
  return (path, calls) => {
    const handlers = Object.entries(calls).map(([method, call]) => [
      method,
      async (c: Context<SandboxEnv>) => {
        demand(c, office.projectId);
        demandProject(c, office.projectId);
        return await call({c, office, version});
      },
    ]);
    addCalls(app, `/api/${version}/project/:project_id/admin${path}`, Object.fromEntries(handlers));
  };
}

/** 401/1020, whatever is wrong with the credentials. */
export const demandKey: Guard = (c, projectId) => {
  if (!opensProject(credentialsOf(c), projectId)) throw refuse.wrongCredentials();
};

/** The calls of rules have other codes: one for a missing header, another for wrong credentials. */
export const demandRuleKey: Guard = (c, projectId) => {
  const credentials = credentialsOf(c);
  const isList = c.req.method === 'GET' && !/\d$/.test(c.req.path);
  if (credentials === null) throw isList ? refuse.headerNotSent() : refuse.headerMissing();
  if (!opensProject(credentials, projectId)) throw refuse.tokenNotFound();
};

const demandProject: Guard = (c, projectId) => {
  if (toInteger(c.req.param('project_id'), 'project_id') !== projectId) throw projectNotFound();
};

/** The whole number in the path parameter of that name. */
export function idIn(c: Context<SandboxEnv>, name: string): number {
  return toInteger(c.req.param(name), name);
}

/** The answer to a call that changed something and returns nothing. */
export function noContent(c: Context<SandboxEnv>): Response {
  return c.body(null, 204);
}
