/** The question that asks for a version by its name. */
export const sinceVersion = (name: string): string => `What changed since version "${name}"?`;
