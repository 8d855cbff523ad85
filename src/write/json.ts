import type { Writer } from '../types.js'

/** A plan as JSON, two spaces a level. */
export const writer: Writer = {
  extension: 'json',
  write: (plan) => `${JSON.stringify(plan, null, 2)}\n`,
}
