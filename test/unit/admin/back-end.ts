import assert from 'node:assert/strict';
import {after, before, beforeEach} from 'node:test';
import {
  createAdmin,
  isLiveOpsError,
  type CompanyAdmin,
  type LiveOpsError,
  type ProjectAdmin,
} from '../../../src/admin/index.js';
import type {Seed} from '../../../demo/sandbox/seed/seed.js';
import {startSandbox} from '../../support/sandbox-node.js';
import type {SandboxControl} from '../../support/sandbox-control.js';

export const PROJECT = 44056;
export const MERCHANT = 2340;
export const KEY = 'sandbox-api-key';

export type BackEnd = {readonly sandbox: SandboxControl; readonly admin: ProjectAdmin & CompanyAdmin};

/** A sandbox for the test file, fresh for each of its tests, and a client of its own. */
export function backEnd(seed?: Seed): BackEnd {
  let sandbox: SandboxControl;
  let admin: ProjectAdmin & CompanyAdmin;
  before(async () => {
    sandbox = await startSandbox(seed);
    admin = adminOf(sandbox);
  });
  beforeEach(async () => await sandbox.reset());
  after(async () => await sandbox.close());
  return {
    get sandbox() {
      return sandbox;
    },
    get admin() {
      return admin;
    },
  };
}

/** A client of the sandbox. */
export function adminOf(sandbox: SandboxControl, apiKey = KEY): ProjectAdmin & CompanyAdmin {
  return createAdmin({projectId: PROJECT, merchantId: MERCHANT, apiKey, ...basesOf(sandbox)});
}

export function basesOf({url, apiBase}: SandboxControl): {storeBase: string; merchantBase: string} {
  return {storeBase: apiBase, merchantBase: `${url}/merchant/v2`};
}

/** The error that the promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<LiveOpsError> {
  const error = await promise.then(
    () => assert.fail('nothing was thrown'),
    (reason: unknown) => reason,
  );
  assert.ok(isLiveOpsError(error), String(error));
  return error;
}

/** Asserts code, status and the vendor's code of a refusal. */
export async function assertRefused(
  promise: Promise<unknown>,
  code: LiveOpsError['code'],
  status: number,
  vendorCode?: number,
): Promise<void> {
  const error = await errorOf(promise);
  assert.deepEqual([error.code, error.status, error.vendorCode], [code, status, vendorCode]);
}

/** Asserts that bad input was refused here, by the path of its field. */
export async function assertRefusedHere(promise: Promise<unknown>, path: string): Promise<void> {
  const {code, message} = await errorOf(promise);
  assert.equal(code, 'config', message);
  assert.ok(message.startsWith(`\`${path}\` `), `${message} does not name ${path}`);
}

export async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
