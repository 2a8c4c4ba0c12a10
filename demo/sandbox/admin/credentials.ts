import type {Context} from 'hono';
import type {SandboxEnv} from '../http/env.js';

/** The company that owns the project of the sandbox. */
export const MERCHANT_ID = 2340;

/** Valid in all projects of the company. */
export const COMPANY_KEY = 'sandbox-api-key';

/** Valid only in this project, so calls that name no project refuse it. */
export const PROJECT_KEY = 'sandbox-project-api-key';

/** The content of a request's `Authorization` header. */
export type Credentials = {readonly user: string; readonly key: string};

/** The pair of Basic authorization; `null` without the header, `undefined` for anything else. */
export function credentialsOf(c: Context<SandboxEnv>): Credentials | null | undefined {
  const header = c.req.header('Authorization');
  if (header === undefined) return null;
  const encoded = /^basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  const [, user, key] = /^([^:]*):(.*)$/s.exec(Buffer.from(encoded ?? '', 'base64').toString()) ?? [];
  return user === undefined || key === undefined ? undefined : {user, key};
}

/** Whether the pair may make the project's calls: by the project's id or the company's. */
export function opensProject(credentials: Credentials | null | undefined, projectId: number): boolean {
  if (!credentials) return false;
  const {user, key} = credentials;
  if (user === String(MERCHANT_ID)) return key === COMPANY_KEY;
  return user === String(projectId) && (key === COMPANY_KEY || key === PROJECT_KEY);
}

/** Whether the pair may make the calls that name a company and no project. */
export function opensCompany(credentials: Credentials | null | undefined): boolean {
  return credentials?.user === String(MERCHANT_ID) && credentials.key === COMPANY_KEY;
}
