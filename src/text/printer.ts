import type { Source } from '../types.js'
import { isBlank } from './han.js'

export type Print = (value: string) => string

/**
 * Words that were read in simplified script → as a plan prints them: each character as it stands in the text that is
 * printed, told by the one before or behind it, so that 「以后」 is 以後 where the text says so and 「皇后」 stays. What is not
 * of the text, such as the name of an agency that only its code says, is converted by `convert`.
 */
export function printerOf({ shown, printed = shown }: Source, convert: Print): Print {
  if (printed === shown) return (value) => value
  const changing = new Set<string>()
  for (let i = 0; i < shown.length; i++) if (shown[i] !== printed[i]) changing.add(shown[i]!)
  const forms = new Map<string, string>()
  const keep = (key: string, form: string) => forms.has(key) || forms.set(key, form)
  let before = -1
  for (let i = 0; i < shown.length; i++) {
    if (isBlank(shown.charCodeAt(i))) continue
    const c = shown[i]!
    const last = before < 0 ? '' : shown[before]!
    if (changing.has(c)) {
      keep(`${last}${c}`, printed[i]!)
      keep(c, printed[i]!)
    }
    if (changing.has(last)) keep(`${last}>${c}`, printed[before]!)
    before = i
  }
  return (value) => {
    const other = convert(value)
    return Array.from({ length: value.length }, (_, i) => {
      const c = value[i]!
      return changing.has(c)
        ? (forms.get(`${value[i - 1] ?? ''}${c}`) ?? forms.get(`${c}>${value[i + 1] ?? ''}`) ?? forms.get(c)!)
        : (other[i] ?? c)
    }).join('')
  }
}

/** A value with every string in it printed. */
export function printAll<Value>(value: Value, print: Print): Value {
  if (typeof value === 'string') return print(value) as Value
  if (Array.isArray(value)) return value.map((item) => printAll(item, print)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printAll(item, print)])) as Value
}
