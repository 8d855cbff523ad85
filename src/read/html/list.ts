import { formatNumber } from '../page/number-format.js'
import { attributeOf, type Node } from './tree.js'

/** The `type` of an ordered list. */
const TYPES: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
}

/** The number that a browser draws before an item of an ordered list, `''` for none: third `<li>` of `<ol>` → `3.` */
export function listNumber(item: Node): string {
  const list = item.parent
  if (list?.tag !== 'ol') return ''
  const style = `${attributeOf(list, 'style')};${attributeOf(item, 'style')}`
  if (/list-style[^;]*none/i.test(style)) return ''
  let n = Number.parseInt(attributeOf(list, 'start'), 10) || 1
  for (const other of list.children) {
    if (other === item) break
    if (other.tag === 'li') n++
  }
  n = Number.parseInt(attributeOf(item, 'value'), 10) || n
  if (/cjk|chinese|japanese/i.test(style)) return `${formatNumber(n, 'chineseCountingThousand')}、`
  const type = attributeOf(list, 'type')
  return `${formatNumber(n, TYPES[type] ?? 'decimal')}.`
}
