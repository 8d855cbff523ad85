/** Every type that crosses a room, by what it is of. No code. */

export type * from './types/change.js'
export type * from './types/check.js'
export type * from './types/fact.js'
export type * from './types/outline.js'
export type * from './types/page.js'
export type * from './types/parse.js'
export type * from './types/plan.js'
export type * from './types/repair.js'
export type * from './types/table.js'
export type * from './types/text.js'
export type * from './types/trend.js'
