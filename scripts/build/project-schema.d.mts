/** The JSON Schema of project files. */
export declare function projectSchema(): Record<string, unknown>;
