import type { Path } from '../../types.js'

/** The key under which an object stands → the definition of the schema that it follows. */
const DEFINITIONS: Readonly<Record<string, string>> = {
  sections: 'section',
  attachments: 'section',
  tasks: 'task',
  indicators: 'indicator',
  references: 'reference',
  deadlines: 'deadline',
}

/** The definition of the schema that the object at a path follows: ['sections', 0, 'tasks', 1] → task */
export function definitionAt(path: Path): string {
  const key = path.findLast((part) => typeof part === 'string')
  return key === undefined ? 'plan' : (DEFINITIONS[key] ?? String(key))
}
