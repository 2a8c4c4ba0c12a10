import {type Finding, pathOf} from '../input/check.js';
import {isSame} from './canonical.js';
import {GROUPS} from './groups/groups.js';
import {type Group, GROUP_NAMES, ProjectError, type ProjectFile, type Row, without} from './rows.js';

const IDENTITY = /^[A-Za-z0-9._-]{1,255}$/;

/**
 * What a parsed JSON or YAML file says, if all of it is valid.
 *
 * @throws {ProjectError} with the place and the rule of the first mistake.
 */
export function toProjectFile(value: unknown): ProjectFile {
  const file = toRow(value, 'the file');
  const strange = Object.keys(file).find(name => !GROUP_NAMES.some(known => known === name));
  if (strange !== undefined) refuse(strange, `is not a group; there are: ${GROUP_NAMES.join(', ')}`);
  for (const group of GROUPS) if (file[group.name] !== undefined) checkGroup(group, file[group.name], file);
  return file;
}

function checkGroup(group: Group, value: unknown, file: Row): void {
  if (group.identity === 'none') return checkRow(group, toRow(value, group.name), group.name, file);
  if (!Array.isArray(value)) refuse(group.name, 'must be a list');
  const rows = value.map((row, index) => toRow(row, `${group.name}[${index}]`));
  rows.forEach((row, index) => {
    const place = `${group.name}[${index}]`;
    checkIdentity(group, rows, index);
    checkRow(group, row, place, file);
  });
}

function checkRow(group: Group, row: Row, place: string, file: Row): void {
  const finding = group.check(withoutKeys(group, row, place, file))[0];
  if (finding) refuse(placeOf(place, finding), finding.message);
}

function placeOf(place: string, {path}: Finding): string {
  const inner = pathOf({path});
  return inner && !inner.startsWith('[') ? `${place}.${inner}` : place + inner;
}

function checkIdentity({name, identity, title}: Group, rows: readonly Row[], index: number): void {
  const place = `${name}[${index}]`;
  const value = rows[index]?.[identity];
  if (value === undefined) refuse(`${place}.${identity}`, 'is missing');
  if (typeof value !== 'string' || !IDENTITY.test(value))
    refuse(`${place}.${identity}`, 'must be 1 to 255 letters, digits, dots, dashes and underscores');
  if (rows.findIndex(row => row[identity] === value) !== index) refuse(`${place}.${identity}`, 'is there before');
  if (identity !== 'key') return;
  // A record whose id is not known is found by its name.
  const isNamed = (row: Row): boolean => isSame({[title]: row[title]}, {[title]: rows[index]?.[title]});
  if (rows.findIndex(isNamed) !== index) refuse(`${place}.${title}`, 'is there before; two records need two names');
}

/** The row as the checks of calls know it: without its key, and with a number for every promotion that it excludes. */
function withoutKeys({identity}: Group, row: Row, place: string, file: Row): Row {
  const fields = identity === 'key' ? without(row, 'key') : row;
  const {excluded_promotions: excluded} = fields;
  if (!Array.isArray(excluded)) return fields;
  const numbers = (excluded as unknown[]).map((each, index) => {
    if (typeof each !== 'string') return each;
    const isKnown = ['bonuses', 'discounts'].some(name => keysIn(file[name]).includes(each));
    if (!isKnown)
      refuse(`${place}.excluded_promotions[${index}]`, 'must be the key of a bonus or discount of the file');
    return 1;
  });
  return {...fields, excluded_promotions: numbers};
}

function keysIn(rows: unknown): unknown[] {
  return Array.isArray(rows) ? rows.map(row => (row as Row | null)?.['key']) : [];
}

function toRow(value: unknown, place: string): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(place, 'must be an object');
  return value as Row;
}

function refuse(place: string, rule: string): never {
  throw new ProjectError(`\`${place}\` ${rule}.`);
}
