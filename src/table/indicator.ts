import { normalise } from '../text/width.js'
import type { Fact, Indicator, Sentence } from '../types.js'
import { type Column, measureIn } from './columns.js'
import { isMeasure, type Name, nameOf } from './name.js'
import { scaleOf, times } from './unit.js'
import { readValue, type Value } from './value.js'

/** What is known of a document beside its tables. */
export interface Times {
  readonly year?: number
  readonly period?: readonly [first: number, last: number]
  readonly date?: string
  readonly report: boolean
}

/** A cell with its column. */
export interface Placed {
  readonly column: Column
  readonly sentence: Sentence
}

/** What rows leave for those below: the name that 其中 divides, the unit above the table. */
export interface Carried {
  name?: string
  readonly unit?: string
}

export type Found = Fact<'indicator', Indicator>

/** The indicators of a row: one a value that is set, else one a value that was reached. Spans are left to the row. */
export function indicatorsOf(
  row: readonly Placed[],
  columns: readonly Column[],
  times: Times,
  carried: Carried,
): Omit<Found, 'span'>[] {
  const cell = (role: Column['role']) => row.find(({ column }) => column.role === role)?.sentence
  const named = cell('name')
  if (!named || named.text === '' || /^\d*$/.test(named.text)) return []
  const name = nameOf(named)
  const unit = plain(cell('unit')) ?? name.unit
  const attribute = plain(cell('attribute'))
  const whole = subjectOf(name, carried)
  const guessed = row.some(({ column }) => column.guessed)
  if (!name.part) carried.name = normalise(name.name)
  const values = statedIn(row, columns, times)
  const base = values.filter(({ column, tense }) => tense === 'base' && column.role === 'value').at(-1)
  const goals = values.filter(({ tense }) => tense !== 'base')
  const set = goals.some(({ column }) => column.role === 'value') || !base ? goals : [base, ...goals]
  return set.map((one) => {
    const { column, value } = one
    const measure = guessed ? measureIn(column.label) : ''
    const subject = measure === '' ? whole : { name: normalise(measure), scope: whole.name }
    const indicator = { ...subject, ...measured(one, unit ?? carried.unit, subject.name) }
    const time = timeOf(column, value, columns, times)
    return {
      kind: 'indicator',
      rule: column.role === 'growth' ? 'table-growth' : 'table',
      value: {
        ...indicator,
        ...(base && base !== one && column.role === 'value' && baselineOf(base, unit ?? carried.unit)),
        status: one.tense === 'base' ? ('actual' as const) : ('target' as const),
        ...(time && { time }),
        ...(value.implied && { implied: true as const }),
        ...(attribute && { attribute: /性$/.test(attribute) ? attribute : `${attribute}性` }),
      },
    }
  })
}

/** The values of a row, each with what its column says of it. */
const statedIn = (row: readonly Placed[], columns: readonly Column[], times: Times): Stated[] =>
  row.flatMap(({ column, sentence }) => {
    const value = column.role === 'value' || column.role === 'growth' ? readValue(sentence.text) : undefined
    // A value of a quarter of an unknown year would stand beside three others as if they were one year's.
    const known = !column.part || yearOf(column, times) !== undefined
    return value && known ? [{ column, value, shown: sentence.shown, tense: tenseOf(column, columns, times) }] : []
  })

const plain = (sentence: Sentence | undefined) =>
  sentence && !/^[-/—]*$/.test(sentence.text) ? normalise(sentence.shown) : undefined

/** A part that does not name a measure is a scope of what it is part of: 其中：城镇 → 居民人均可支配收入, 城镇. */
function subjectOf({ name, part }: Name, { name: whole }: Carried): { name: string; scope?: string } {
  const own = normalise(name)
  return part && whole !== undefined && !isMeasure(own) ? { name: whole, scope: own } : { name: own }
}

interface Stated {
  readonly column: Column
  readonly value: Value
  readonly shown: string
  readonly tense: 'base' | 'goal'
}

/** Value and unit as a plan writes them: multiplied out, a growth in percent with its word behind the name. */
function measured({ column, value }: Stated, unit: string | undefined, name: string) {
  const growth = column.role === 'growth'
  const summed = value.cumulative || /^(?!.*年均).*累计/.test(column.label)
  const grows = growth && !summed && !value.change
  const said = value.unit ?? column.unit ?? (grows ? '%' : unit) ?? '1'
  const points = growth && summed && said === '%' && !/[增降减升]/.test(name)
  const scale = scaleOf(points ? '个百分点' : said)
  const scaled = (number: number) => times(number, scale.factor)
  const word = /年均增速|增速|增幅/.exec(column.label)?.[0] ?? (/年均/.test(column.label) ? '年均增长' : '增长')
  return {
    name:
      (grows || value.yearly) && !/[增降减]/.test(name) ? name + (value.yearly && !growth ? '年均增长' : word) : name,
    comparator: value.comparator,
    ...(value.value !== undefined && { value: scaled(value.value) }),
    ...(value.min !== undefined && { min: scaled(value.min), max: scaled(value.max!) }),
    unit: normalise(scale.unit),
    ...((value.change || points) &&
      !value.yearly &&
      !/[增降减升]/.test(name) && { change: value.change ?? ('increase' as const) }),
    ...(summed && { cumulative: true as const }),
  }
}

/** What the target is compared with: 「96个（2022年）」, 96, 2022. */
function baselineOf({ column, value, shown }: Stated, unit: string | undefined): Partial<Indicator> {
  const said = value.unit ?? column.unit ?? unit
  const { factor } = scaleOf(value.unit ? '' : (said ?? ''))
  const year = column.years?.[1]
  return {
    baseline: normalise(`${shown}${value.unit || !said ? '' : said}${year ? `（${year}年）` : ''}`),
    ...(value.value !== undefined && { baselineValue: times(value.value, factor) }),
    ...(year && { baselineTime: String(year) }),
  }
}

/** Whether a column says what was reached or what is set: by its words, else by its year. */
function tenseOf(column: Column, columns: readonly Column[], { year, period, date, report }: Times): 'base' | 'goal' {
  if (column.tense) return column.tense
  if (column.role === 'growth' || !column.years) return report ? 'base' : 'goal'
  const last = column.years[1]
  const years = columns.flatMap(({ years }) => (years ? [years[1]] : []))
  const now = period?.[0] ?? year ?? (date ? Number(date.slice(0, 4)) : undefined)
  if (now !== undefined) return last < now || (report && last <= now) ? 'base' : 'goal'
  const [first = last, second = last] = [...new Set(years)].sort((a, b) => a - b)
  return last === first && second - first > 1 ? 'base' : 'goal'
}

const yearOf = ({ years }: Column, { year }: Times) => years?.[1] ?? year

/** The year of the header, and its quarter or month; for growth and sums the years from the one behind the base to the last. */
function timeOf(column: Column, value: Value, columns: readonly Column[], times: Times): string | undefined {
  if (column.part) return `${yearOf(column, times)}-${column.part}`
  if (column.role === 'value' && column.years && !value.cumulative) {
    const [first, last] = column.years
    return first < last ? `${first}/${last}` : column.by ? `../${last}-12-31` : String(last)
  }
  if (column.role === 'value' && !value.cumulative) return undefined
  const named = column.years && column.years[0] < column.years[1] ? column.years : undefined
  const ends = columns.filter(({ role }) => role === 'value')
  const base = ends.filter((other) => other.years && tenseOf(other, columns, times) === 'base').at(-1)?.years?.[1]
  const goal = ends.filter((other) => other.years && tenseOf(other, columns, times) === 'goal').at(-1)?.years?.[1]
  const span = named ?? (base && goal && goal > base ? [base + 1, goal] : times.period)
  return span ? `${span[0]}/${span[1]}` : undefined
}
