import type { Indicator } from '../../types.js'
import type { Clause, State } from './clause.js'
import type { Named } from './name.js'

/** Fills a name from the rows before, or leaves it to the next rule. */
export type Rule = (named: Named, clause: Clause, state: State) => Named | undefined

const gap = ({ text, start }: Clause, state: State): number =>
  start - state.end > 24 ? 99 : text.slice(state.end, start).replace(/,(?:扣除|剔除|按)[^,;]{2,16}(?=,)/, '').length
/** True where nothing stands between the row before and the clause. */
export const near = (clause: Clause, state: State): boolean =>
  clause.last !== undefined && state.end > 0 && gap(clause, state) <= 3

/** What a row is of without the plan it was held against: 一般公共预算收入∣完成年初预算. */
export const plainOf = ({ name, of }: Indicator): string =>
  of && name.endsWith(`完成${of}`) ? name.slice(0, -2 - of.length) : name

/** The name and the scope of a row before, for a clause that leaves them out. */
export function take(named: Named, row: Indicator, name = plainOf(row)): Named {
  const scope = named.scope ?? row.scope
  return { ...named, name, ...(scope && { scope }) }
}
