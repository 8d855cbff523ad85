export { diff, trend } from './diff.js'
export { parse } from './parse.js'
export type * from './types.js'
