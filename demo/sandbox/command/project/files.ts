import {readFile, rename, writeFile} from 'node:fs/promises';
import {extname} from 'node:path';
import {parseDocument, stringify} from 'yaml';
import {type Ids, ProjectError, type ProjectFile, toProjectFile} from '../../../../src/admin/project-file/index.js';

const WIDTH = 120;
const INDENT = 2;

/** For editors with YAML support, which then complete and check the file. */
const SCHEMA_LINE = '# yaml-language-server: $schema=./node_modules/liveops-elements/dist/project.schema.json\n';

/**
 * A project file: JSON with the extension `.json`, else YAML.
 *
 * @throws {ProjectError} with the place of the first mistake.
 */
export async function readProjectFile(path: string): Promise<ProjectFile> {
  const text = await readFile(path, 'utf8');
  try {
    return toProjectFile(isJson(path) ? JSON.parse(text) : parseYaml(text));
  } catch (error) {
    throw new ProjectError(`${path}: ${(error as Error).message.split('\n')[0]?.replace(/:$/, '') ?? ''}`);
  }
}

export async function writeProjectFile(path: string, file: ProjectFile): Promise<void> {
  const text = isJson(path) ? toJson(file) : SCHEMA_LINE + stringify(file, {lineWidth: WIDTH});
  await replaceFile(path, text);
}

/** The server's ids of records that the file names by a key. They belong to one project. */
export class LockFile {
  readonly #path: string;
  readonly #project: string;
  #projects: Readonly<Record<string, Ids>> = {};

  /** @param project - The project's id; one of the sandbox is another one than the vendor's. */
  constructor(file: string, project: string) {
    this.#path = `${file}.lock.json`;
    this.#project = project;
  }

  /** @throws {ProjectError} if the file is damaged: without it, records could be made twice. */
  async read(): Promise<Ids> {
    const text = await readFile(this.#path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}';
      throw error;
    });
    try {
      this.#projects = JSON.parse(text) as Record<string, Ids>;
    } catch {
      throw new ProjectError(`${this.#path} is not JSON. Restore it, or delete it to find records by their names.`);
    }
    return this.#projects[this.#project] ?? {};
  }

  async write(ids: Ids): Promise<void> {
    this.#projects = {...this.#projects, [this.#project]: ids};
    await replaceFile(this.#path, toJson(this.#projects));
  }
}

/** A process that is killed midway leaves the file as it was: half a lock file would stop the next `apply`. */
async function replaceFile(path: string, text: string): Promise<void> {
  const draft = `${path}.draft`;
  await writeFile(draft, text);
  await rename(draft, path);
}

function parseYaml(text: string): unknown {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw error;
  return document.toJS();
}

function isJson(path: string): boolean {
  return extname(path) === '.json';
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, INDENT)}\n`;
}
