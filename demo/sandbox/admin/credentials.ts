import type {Context} from 'hono';
import type {SandboxEnv} from '../http/env.js';

/** The company that owns the project of the sandbox. */
export const MERCHANT_ID = 2340;

/** Valid in all projects of the company. */
export const COMPANY_KEY = 'sandbox-api-key';

/** Valid in the one project, so that the calls that name no project refuse it. */
export const PROJECT_KEY = 'sandbox-project-api-key';

/** What a request brought in its `Authorization` header. */
export type Credentials = {readonly user: string; readonly key: string};

/** The pair of Basic authorization; `null` without the header, `undefined` when it is something else. */
export function credentialsOf(c: Context<SandboxEnv>): Credentials | null | undefined {
  const header = c.req.header('Authorization');
  if (header === undefined) return null;
  const encoded = /^basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  const [, user, key] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  return user === undefined || key === undefined ? undefined : {user, key};
}

/** Whether the pair opens the calls of the project: by the project's id or the company's. */
export function opensProject(credentials: Credentials | null | undefined, projectId: number): boolean {
  if (!credentials) return false;
  const {user, key} = credentials;
  if (user === String(MERCHANT_ID)) return key === COMPANY_KEY;
  return user === String(projectId) && (key === COMPANY_KEY || key === PROJECT_KEY);
}

/** Whether the pair opens the calls that name a company and no project. */
export function opensCompany(credentials: Credentials | null | undefined): boolean {
  return credentials?.user === String(MERCHANT_ID) && credentials.key === COMPANY_KEY;
}
