import {LiveOpsError} from '../../../errors.js';
import type {Company, FileAdmin} from '../rows.js';

/** The company's calls. A plan asks for them before it reads a group that needs them. */
export function companyOf({company}: FileAdmin): Company {
  if (!company) throw new LiveOpsError('config', 'This group needs `company`.');
  return company;
}
