import type { PageBuilder } from '../page/builder.js'
import { type Pair, readHeaderTable } from './header.js'
import { listNumber } from './list.js'
import { isBlock, textOf } from './shown.js'
import { gridOf, isLayout, rowsOf, type TableRow } from './table.js'
import { HEADING } from './tags.js'
import type { Node } from './tree.js'

/** Whether the author typed a number at the start: none is drawn before it. */
function isNumbered(node: Node): boolean {
  const first = node.children.find((child) => textOf(child).trim() !== '')
  if (!first) return false
  if (first.tag !== '') return isNumbered(first)
  return /^\s*(?:[（(]?[\d一二三四五六七八九十]+[.、)）]|[①-⑳])/.test(first.text)
}

const closeSpaces = (text: string) => (/[\t\n\f\r]| {2}/.test(text) ? text.replace(/[ \t\n\f\r]+/g, ' ') : text)

/** A longer text behind a term is no value but paragraphs. */
const LONGEST_VALUE = 100

/** Writes the lines below elements: a block element, a `<br>`, a table row is a line of its own. */
export class LineWriter {
  readonly #page: PageBuilder
  readonly #state: (pairs: readonly Pair[]) => void
  readonly #around: boolean
  /** How many lines stand before the body. */
  bodyAt: number | undefined
  #line = ''
  #level: number | undefined
  #computed = 0

  /** Header tables are told to `state`; `around` writes what stands outside the body. */
  constructor(page: PageBuilder, state: (pairs: readonly Pair[]) => void, around = false) {
    this.#page = page
    this.#state = state
    this.#around = around
  }

  write(node: Node): void {
    if (node.tag === '') {
      if (this.#line !== '' || !/^\s{0,4}$/.test(node.text)) this.#line += closeSpaces(node.text)
      return
    }
    if (node.hidden) return
    if (this.#around && node.body) {
      this.flush()
      this.bodyAt ??= this.#page.blocks.length
      return
    }
    if (node.tag === 'br') this.flush()
    else if (!isBlock(node)) for (const child of node.children) this.write(child)
    else if (node.tag === 'table') this.#writeTable(node, rowsOf(node))
    else if (node.tag === 'pre') this.#writePre(node)
    else if (node.tag === 'dl') this.#writeTerms(node)
    else this.#writeBlock(node)
  }

  flush(): void {
    if (this.#line === '') return
    const text = this.#line
    const computed = this.#computed
    this.#page.add(
      this.#level === undefined ? { text, computed } : { text, computed, kind: 'heading', level: this.#level },
    )
    this.#line = ''
    this.#computed = 0
  }

  #writeBlock(node: Node): void {
    this.flush()
    const outer = this.#level
    if (node.kind & HEADING) this.#level = Number(node.tag[1])
    const label = node.tag === 'li' ? listNumber(node) : ''
    if (label && !isNumbered(node)) {
      this.#line = label
      this.#computed = label.length
    }
    for (const child of node.children) this.write(child)
    this.flush()
    this.#level = outer
  }

  #writePre(node: Node): void {
    this.flush()
    this.#page.add({ text: textOf(node) })
  }

  /** A term and its value are a line: 「发文字号」「青政办发〔2023〕18号」 → 发文字号：青政办发〔2023〕18号 */
  #writeTerms(list: Node): void {
    this.flush()
    let term = ''
    const endTerm = (value?: string) => {
      if (term) this.#page.add({ text: value === undefined ? term : `${term}：${value}` })
      term = ''
    }
    for (const child of list.children) {
      const text = child.tag === 'dt' || (child.tag === 'dd' && term) ? textOf(child).trim() : ''
      if (child.tag === 'dt') {
        endTerm()
        term = text.replace(/[:：]$/, '')
      } else if (text !== '' && text.length < LONGEST_VALUE) endTerm(text)
      else if (child.tag !== '' || child.text.trim() !== '') {
        endTerm()
        this.write(child)
      }
    }
    endTerm()
    this.flush()
  }

  #writeTable(table: Node, laid: readonly TableRow[]): void {
    if (isLayout(table, laid)) {
      this.#writeBlock(table)
      return
    }
    this.flush()
    const rows = gridOf(laid)
    const header = readHeaderTable(rows)
    if (header) {
      this.#state(header)
      for (const row of rows) this.#page.leave([...new Set(row)].map(({ text }) => text).join(' '))
      return
    }
    for (const child of table.children) if (child.tag === 'caption') this.write(child)
    for (const row of rows) this.#page.addRow(row)
  }
}
