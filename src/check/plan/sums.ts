import { fold } from '../../text/fold.js'
import type { Evidence, Indicator, Path, TaskAt } from '../../types.js'

/** A stated total and what its parts add up to; `exact` where the words say that the parts are all. */
export interface Sum {
  readonly path: Path
  readonly total: number
  readonly parts: number
  readonly exact: boolean
}

type Counted = { fact: Indicator & Evidence; path: Path; at: number }

/** Sums without binary rounding: [0.1, 0.2] → 0.3 */
const add = (numbers: readonly number[]) => Number(numbers.reduce((a, b) => a + b, 0).toPrecision(12))

/** Parts of one unit that stand side by side, joined by 、 ， or 和 only. */
function isList(parts: readonly Counted[], text: string): boolean {
  const words = text.slice(parts[0]!.at, parts.at(-1)!.at)
  return !/[;。:()]|其中/.test(words)
}

/** The totals of a task that its own parts can be added up to: 「共30家，其中公立20家、民营12家」 */
export function sumsOf(task: TaskAt): Sum[] {
  const text = fold(task.task.text)
  const start = task.task.span[0]
  const counted = task.indicators
    .filter(
      ({ fact: { value, comparator, change } }) => value !== undefined && comparator === '=' && change === undefined,
    )
    .map(
      ({ fact, path }): Counted => ({
        fact,
        path,
        at: text.indexOf(fold(fact.quote), Math.max(0, fact.span[0] - start - 20)),
      }),
    )
    .filter(({ at }) => at >= 0)
  return [...partsOf(counted, text), ...totalBehind(counted, text)]
}

/** 「N个，其中A a个、B b个」: the parts may overlap only where the words do not list them in a row. */
function partsOf(counted: readonly Counted[], text: string): Sum[] {
  const among = text.indexOf('其中')
  if (among < 0 || text.indexOf('其中', among + 2) >= 0) return []
  const total = counted.findLast(({ at }) => at < among)
  if (!total || text.slice(total.at, among).match(/[。;]/)) return []
  const parts = counted.filter(({ at, fact }) => at > among && fact.unit === total.fact.unit)
  if (parts.length < 2 || !isList(parts, text) || total.fact.unit === '%') return []
  return [
    { path: total.path, total: total.fact.value!, parts: add(parts.map(({ fact }) => fact.value!)), exact: false },
  ]
}

/** 「公立20家、民营12家，共计32家」: the words say that nothing is left out. */
function totalBehind(counted: readonly Counted[], text: string): Sum[] {
  return counted.flatMap((total, i) => {
    const words = text.slice(Math.max(0, total.at - 4), total.at) + fold(total.fact.quote).split(/\d/)[0]
    if (!/(?:共计|合计|总计)[^,;。、\d]{0,12}$/.test(words)) return []
    const clause = Math.max(
      text.lastIndexOf('。', total.at),
      text.lastIndexOf(';', total.at),
      text.lastIndexOf(':', total.at),
    )
    const parts = counted.slice(0, i).filter(({ at, fact }) => at > clause && fact.unit === total.fact.unit)
    if (parts.length < 2 || !isList(parts, text)) return []
    return [
      { path: total.path, total: total.fact.value!, parts: add(parts.map(({ fact }) => fact.value!)), exact: true },
    ]
  })
}
