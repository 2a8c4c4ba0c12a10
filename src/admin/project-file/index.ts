/** The settings of a project as data: reads them, compares them with a file, and makes the project as the file says. */

export {toProjectFile} from './check-file.js';
export {type Plan, type PlanOptions, planProject, type Step} from './plan.js';
export {type ApplyOptions, applyProject, type Progress, stepOf} from './apply.js';
export {pullProject} from './pull.js';
export {
  type FileAdmin,
  GROUP_NAMES,
  type GroupName,
  type Ids,
  ProjectError,
  type ProjectFile,
  type Row,
  rowsOf,
} from './rows.js';
