import type {CompanyAdmin, ProjectAdmin} from '../admin.js';
import type {Finding} from '../input/check.js';

/** The groups of a project file, in an order in which each needs only those before it. */
export const GROUP_NAMES = [
  ...(['value_points', 'reward_chains', 'daily_chains', 'offer_chains', 'bonuses', 'discounts'] as const),
  ...(['coupons', 'promo_codes', 'unique_offers', 'rules', 'upsell'] as const),
  ...(['coupon_campaigns', 'promotions'] as const),
] as const;

export type GroupName = (typeof GROUP_NAMES)[number];

/** A record in the form of the file: the input of its `create`, with its identity and a few fields that only files have. */
export type Row = Readonly<Record<string, unknown>>;

/** The settings of one project. A group that is missing is left alone. A project has one upsell, or none. */
export type ProjectFile = {readonly [Name in Exclude<GroupName, 'upsell'>]?: readonly Row[]} & {readonly upsell?: Row};

/** The calls of the project, and those of its company where the key is valid for them. */
export type FileAdmin = ProjectAdmin & {readonly company?: Company | undefined};

/** The company's calls, and the project that the file is about. */
export type Company = Pick<CompanyAdmin, 'promotions' | 'couponCampaigns'> & {readonly projectId: number};

/** The server's ids of records that the file names by a key. */
export type Ids = {readonly [Name in GroupName]?: Readonly<Record<string, number>>};

/** A record of the project, in the form of the file, without its key. */
export type Live = {
  readonly id: string | number;
  readonly row: Row;
  /** Whether the vendor's answer has too little of it to compare. */
  readonly isPartial?: boolean;
  /** Where there are too many codes for a row. */
  readonly readAllCodes?: () => Promise<readonly string[]>;
};

/** What the file can do with one group. */
export type Group = {
  readonly name: GroupName;
  /** The field that names a row; for `key`, the server gives the id. */
  readonly identity: 'sku' | 'external_id' | 'campaign_code' | 'key' | 'none';
  /** The field by which a record is found whose id is not known. */
  readonly title: 'name' | 'technical_name';
  /** Whether its calls need the company's key. */
  readonly isOfCompany?: boolean;
  /** Every rule that the row, without its key, breaks. */
  readonly check: (row: Row) => readonly Finding[];
  /** Fields that the server sets where the file has none. */
  readonly assigned: readonly string[];
  /** Fields that can't change later. */
  readonly fixed: readonly string[];
  readonly list: (admin: FileAdmin) => AsyncIterable<Live>;
  /** Creates the record, and returns its id. What this cannot set, `change` does. */
  readonly create: (admin: FileAdmin, row: Row) => Promise<string | number>;
  /** What a record is like after `create`. */
  readonly afterCreation: (row: Row) => Row;
  readonly change: (admin: FileAdmin, live: Live, row: Row) => Promise<void>;
  /** Missing where the vendor has no such call. */
  readonly remove?: (admin: FileAdmin, id: never) => Promise<void>;
};

/** The rows of a group in the file; `undefined` without the group. */
export function rowsOf(file: ProjectFile, name: GroupName): readonly Row[] | undefined {
  if (name !== 'upsell') return file[name];
  return file.upsell && [file.upsell];
}

/** How people see a row. The only one of its group is named after its type. */
export function nameOf({identity}: Pick<Group, 'identity'>, row: Row): string {
  return String(row[identity === 'none' ? 'type' : identity]);
}

/** A file that is wrong, or does not fit its project. One line, with the place and the rule. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
}

/** A row without some of its fields. */
export function without(row: Row, ...names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

/** Only those fields of a row that it has. */
export function only(row: Row, names: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}
