import type { PageBuilder } from '../page/builder.js'
import { type Pair, readHeaderTable } from './header.js'
import { listNumber } from './list.js'
import { isBlock, textOf } from './shown.js'
import { gridOf, isLayout } from './table.js'
import type { Node } from './tree.js'

/** Whether the author typed a number at the start: none is drawn before it. */
function isNumbered(node: Node): boolean {
  const first = node.children.find((child) => textOf(child).trim() !== '')
  if (!first) return false
  if (first.tag !== '') return isNumbered(first)
  return /^\s*(?:[（(]?[\d一二三四五六七八九十]+[.、)）]|[①-⑳])/.test(first.text)
}

/** Writes the lines below elements: a block element, a `<br>`, a table row is a line of its own. */
export class LineWriter {
  readonly #page: PageBuilder
  readonly #state: (pairs: readonly Pair[]) => void
  readonly #skipped: ReadonlySet<Node>
  readonly #headings: Node[]
  #line = ''
  #level: number | undefined
  #computed = 0

  /** Header tables are told to `state`; elements of `skipped` are left out; headings are collected. */
  constructor(
    page: PageBuilder,
    state: (pairs: readonly Pair[]) => void,
    skipped: ReadonlySet<Node> = new Set(),
    headings: Node[] = [],
  ) {
    this.#page = page
    this.#state = state
    this.#skipped = skipped
    this.#headings = headings
  }

  write(node: Node): void {
    if (node.tag === '') {
      this.#line += /[\t\n\f\r]| {2}/.test(node.text) ? node.text.replace(/[ \t\n\f\r]+/g, ' ') : node.text
      return
    }
    if (node.hidden || this.#skipped.has(node)) return
    if (node.tag === 'br') this.flush()
    else if (node.tag === 'pre') this.#writePre(node)
    else if (node.tag === 'table' && !isLayout(node)) this.#writeTable(node)
    else if (isBlock(node)) this.#writeBlock(node)
    else for (const child of node.children) this.write(child)
  }

  flush(): void {
    if (this.#line === '') return
    this.#page.add({
      text: this.#line,
      ...(this.#level !== undefined && { kind: 'heading', level: this.#level }),
      ...(this.#computed > 0 && { computed: this.#computed }),
    })
    this.#line = ''
    this.#computed = 0
  }

  #writeBlock(node: Node): void {
    this.flush()
    const outer = this.#level
    if (/^h[1-6]$/.test(node.tag)) {
      this.#level = Number(node.tag[1])
      this.#headings.push(node)
    }
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

  #writeTable(table: Node): void {
    this.flush()
    const rows = gridOf(table)
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
