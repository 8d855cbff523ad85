export { parse } from './parse.js'
export type * from './types.js'
