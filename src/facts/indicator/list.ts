import type { Context, Sentence } from '../../types.js'
import type { State } from './fill.js'
import { splitScope } from './head.js'
import type { Quantity } from './quantity.js'
import { printed, type Read, readOne } from './read.js'

const SEPARATOR = /[、]|以及|和|与|及(?!以上)/

/** The items of a list with the words that only the last one writes out dealt to all: 基层、二级、三级∣医疗机构. */
function spread(items: readonly string[]): string[] {
  const last = items.at(-1)!
  const before = items.at(-2)!
  let cut = -1
  let longest = 0
  for (let p = last.length; p >= 2; p--) {
    let same = 0
    while (same < before.length && same < p && before[before.length - 1 - same] === last[p - 1 - same]) same++
    if (same > longest) [longest, cut] = [same, p]
  }
  if (longest === 0) cut = before[0] === last[0] || before.length <= 3 ? before.length : -1
  if (cut === last.length) return [...items]
  if (cut < 0) {
    const measure =
      /(?:通车里程|增加值|(?:排放|消耗|消费|使用|吞吐|周转|运输|销售|交易|发电|供应|储备|生产|进出口)总?[量额]|占比|比重|总额|总量|产量|余额|面积|人数|里程|覆盖率|比例|数量|率|数|额|量)$/.exec(
        last,
      )
    if (!measure || measure.index < 2) return [...items]
    cut = measure.index
  }
  const tail = last.slice(cut)
  return items.map((item, i) => (i === items.length - 1 ? last : item + tail))
}

/** The 、 list of n items before a clause that 上述 or 该 points back to. */
function pointedTo(text: string, before: number, count: number): string[] | undefined {
  for (const clause of text
    .slice(Math.max(0, before - 400), before)
    .split(/[,;。:]/)
    .reverse()) {
    const items = clause.split('、')
    if (items.length !== count) continue
    const [second, last] = [items[1]!, items.at(-1)!]
    const from = items[0]!.lastIndexOf(second.slice(0, 2))
    return [
      from >= 0 ? items[0]!.slice(from) : items[0]!.slice(-second.length),
      ...items.slice(1, -1),
      last.slice(0, second.length),
    ]
  }
  return undefined
}

/** Deals the values of a list out over its subjects: 基层、二级医疗机构配备比例分别不低于80%、60% → two indicators. */
export function dealOut(
  list: readonly Quantity[],
  sentence: Sentence,
  context: Context,
  state: State,
): (Read | undefined)[] {
  const first = readOne(list[0]!, list[1]!.start, sentence, context, { ...state })
  if (!first) return []
  const end = Math.max(first.span.end, list.at(-1)!.end)
  const whole =
    (first.value.scope && sentence.text.includes(first.value.scope + first.value.name) ? first.value.scope : '') +
    first.value.name
  const names = subjects(whole, list.length, sentence.text, first.span.start)
  if (!names)
    context.note(
      'list-counts-differ',
      { start: first.span.start, end },
      { text: whole, subjects: whole.split(SEPARATOR).length, values: list.length },
    )
  const pointing = /^([^,;。]{2,20}?)(?:上述|以上|该)/.exec(whole)
  const outer = names && pointing ? pointing[1]! : whole === first.value.name ? first.value.scope : undefined
  return list.map((q, i): Read => {
    const { min: _min, max: _max, value: _value, scope, ...rest } = first.value
    const split = names ? splitScope(names[i]!) : { name: first.value.name, scope }
    const kept = split.scope ?? outer ?? (names ? undefined : scope)
    return {
      span: { start: first.span.start, end },
      rule: names ? 'dealt-list' : 'list',
      value: printed({
        ...rest,
        name: split.name,
        ...(kept && { scope: kept }),
        comparator: q.comparator ?? first.value.comparator,
        ...(q.value !== undefined ? { value: q.value } : { min: q.min!, max: q.max! }),
      }),
    }
  })
}

function subjects(whole: string, count: number, text: string, start: number): string[] | undefined {
  const pointer = /(?:上述|以上|该)([^、]*?)(占比|比例|覆盖率|达标率|数量|总数|[^、]{2,3}率)$/.exec(
    text.slice(start, start + 80).split(/均|分别|达/)[0]!,
  )
  if (pointer) {
    const items = pointedTo(text, start, count)
    if (items) return items.map((item) => item + pointer[2])
  }
  if (count === 2 && whole.startsWith('城乡')) {
    const rest = whole.slice(2)
    return [(rest.startsWith('居民') ? '城镇' : '城市') + rest, `农村${rest}`]
  }
  for (const separator of [SEPARATOR, /、/]) {
    const items = whole.split(separator).map((item) => item.trim())
    if (items.length === count && items.every((item) => item.length > 0)) return spread(items)
  }
  return undefined
}
