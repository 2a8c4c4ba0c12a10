import {readFile} from 'node:fs/promises';
import type {Seed} from './seed.js';
import {SeedError} from './checks.js';
import {assertLinks} from './seed-links.js';
import {seedShape} from './seed-shape.js';

/**
 * The seed in a JSON file, with defaults filled in.
 *
 * @throws SeedError that names the file, and the field if the file is JSON.
 */
export async function readSeed(file: string): Promise<Seed> {
  const value = parse(await read(file), file);
  try {
    return toSeed(value);
  } catch (error) {
    throw error instanceof SeedError ? new SeedError(`${file}:`, error.message) : error;
  }
}

/**
 * A value as a seed.
 *
 * @throws SeedError that names the field, such as `chains[0].steps[1].price.amount`.
 */
export function toSeed(value: unknown): Seed {
  const {$schema: _, ...seed} = seedShape(value, '');
  assertLinks(seed);
  return seed;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new SeedError(file, `cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
}

/** Some editors write a byte order mark, which JSON does not allow. */
function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new SeedError(file, `is not JSON (${(error as Error).message.replace(/\s+/g, ' ')})`);
  }
}
