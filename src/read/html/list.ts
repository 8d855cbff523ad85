import { attributeOf, type Node } from './tree.js'

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as a list prints it: 21 → 二十一 */
function hanOf(n: number): string {
  const tens = Math.floor(n / 10)
  return n > 99 ? String(n) : `${tens > 1 ? HAN[tens] : ''}${tens > 0 ? '十' : ''}${HAN[n % 10]}`
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
  if (/cjk|chinese|japanese/i.test(style)) return `${hanOf(n)}、`
  const type = attributeOf(list, 'type')
  return type === 'a' || type === 'A' ? `${String.fromCharCode(type.charCodeAt(0) + n - 1)}.` : `${n}.`
}
