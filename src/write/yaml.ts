import type { Plan, Writer } from '../types.js'

/** Text that every YAML reader, 1.1 or 1.2, takes for that very text without quotes: a Han start, no sign of syntax. */
const PLAIN =
  /^\d{0,4}[一-龥《“][^\u0000-\u0020:#,[\]{}&*!|>'"%@`\\\u007f-\u00a0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*$/
/** A single word that is none of YAML's own: `must`, `text/html`. */
const WORD = /^(?!(?:true|false|null|yes|off)$)[a-z]{2,}(?:\/[a-z]{2,})?$/
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g

const quote = (text: string) =>
  PLAIN.test(text) || (text.length > 2 && WORD.test(text))
    ? text
    : JSON.stringify(text).replace(UNPRINTABLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A number as YAML 1.1 knows it too, where an exponent needs a point before it. */
const number = (value: unknown) => String(value).replace(/^(-?\d+)e/, '$1.0e')

const scalar = (value: unknown) => (typeof value === 'string' ? quote(value) : number(value))

function emitArray(items: readonly unknown[], indent: string, out: string[]): void {
  if (items.every((item) => typeof item === 'number')) out.push(` [${items.join(', ')}]\n`)
  else {
    out.push('\n')
    for (const item of items) {
      out.push(indent, '- ')
      if (typeof item === 'object' && item !== null) emitMap(item, `${indent}  `, out, true)
      else out.push(scalar(item), '\n')
    }
  }
}

function emitMap(map: object, indent: string, out: string[], inItem: boolean): void {
  let first = inItem
  for (const [key, value] of Object.entries(map)) {
    if (!first) out.push(indent)
    first = false
    out.push(key, ':')
    if (Array.isArray(value)) emitArray(value, `${indent}  `, out)
    else if (typeof value === 'object' && value !== null) {
      out.push('\n')
      emitMap(value, `${indent}  `, out, false)
    } else out.push(' ', scalar(value), '\n')
  }
}

/**
 * A plan as YAML. Its own emitter, since a plan needs a small part of YAML only and the `yaml` package is too slow to
 * start with every parse; every fixture proves that `yaml` reads back what it wrote.
 */
export const writer: Writer = {
  extension: 'yaml',
  write(plan: Plan, schema: string): string {
    const out = [`# yaml-language-server: $schema=${schema}\n`]
    emitMap(plan, '', out, false)
    return out.join('')
  },
}
