import type { Nodes, RootContent } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Reader } from '../types.js'
import { readFront } from './md/front.js'
import { PageBuilder } from './page/builder.js'
import { UnreadableError } from './page/unreadable.js'

const processor = unified().use(remarkParse)

/** A node's text, sliced from the source, so that nothing Markdown takes for markup is lost but marks around words. */
function textOf(source: string, node: Nodes): string {
  const slice = source.slice(node.position!.start.offset, node.position!.end.offset)
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return slice.replace(/^`+|`+$/g, '').replace(/\n[ \t]*(?:>[ \t]?)+/g, '\n')
    case 'break':
      return '\n'
    case 'html':
      return /^<br\s*\/?>$/i.test(slice) ? ' ' : ''
    case 'image':
    case 'definition':
      return ''
    case 'emphasis':
      return /^\*[^*]*\*$/.test(slice) && /[\d*]$/.test(source[node.position!.start.offset! - 1] ?? '')
        ? slice
        : inside(source, node)
    default:
      return 'children' in node ? inside(source, node) : slice
  }
}

const inside = (source: string, node: Nodes) =>
  'children' in node ? node.children.map((child) => textOf(source, child)).join('') : ''

/** 「| --- | :-: |」, or the same without the outer bars: the line below the header of a table. */
const RULE = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/
const ROW = /^\s*\|(.*)\|\s*$/

/** The cells of a table row 「| 指标 | 单位 |」; `open`: the outer bars may be missing. Undefined for another line. */
function cellsOf(line: string, open: boolean): string[] | undefined {
  const inside = ROW.exec(line)?.[1] ?? (open && line.includes('|') ? line.replace(/^\s*\||\|\s*$/g, '') : undefined)
  return inside?.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim())
}

function addText(page: PageBuilder, text: string): void {
  const lines = text.split('\n')
  const open = lines.some((line) => line.includes('|') && RULE.test(line))
  for (const line of lines) {
    if (line.includes('|') && RULE.test(line)) continue
    const cells = cellsOf(line, open)
    if (cells) page.addRow(cells.map((cell) => ({ text: cell })))
    else page.add({ text: line })
  }
}

function addNode(page: PageBuilder, source: string, node: RootContent): void {
  const start = node.position!.start.offset!
  const end = node.position!.end.offset!
  switch (node.type) {
    case 'heading':
      // A line above --- is a paragraph that Markdown takes for a heading.
      if (source[start] === '#') page.add({ text: inside(source, node), kind: 'heading', level: node.depth })
      else addText(page, inside(source, node))
      break
    case 'list':
      for (const item of node.children) {
        const from = item.position!.start.offset!
        const marker = /^(?:\d+[.)]|[-*+]) */.exec(source.slice(from, from + 12))?.[0] ?? ''
        item.children.forEach((child, i) => {
          if (i === 0 && child.type === 'paragraph')
            addText(page, (/^\d/.test(marker) ? marker : '• ') + inside(source, child))
          else addNode(page, source, child)
        })
      }
      break
    case 'blockquote':
      for (const child of node.children) addNode(page, source, child)
      break
    case 'code':
      addText(page, source.slice(start, end).replace(/^```.*$/gm, ''))
      break
    case 'thematicBreak':
    case 'html':
    case 'definition':
      break
    default:
      addText(page, textOf(source, node))
  }
}

/** Quotes and lists in each other, a hundred deep in one line: no writing of people, and slow to parse. */
const NESTED = /^(?:[ \t]{0,8}(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){100}/m

/** Markdown: settings before the text, headings with their level, a block a line of a paragraph, table rows, lists with their own numbers. */
export const reader: Reader = {
  mediaType: 'text/markdown',
  takes: 'text',
  read(text) {
    if (NESTED.test(text)) throw new UnreadableError('read.too-deep')
    const page = new PageBuilder()
    const front = readFront(text)
    for (const [field, value] of front?.stated ?? []) page.state(field, value)
    for (const line of front?.lines ?? []) page.leave(line)
    const body = text.slice(front?.end)
    for (const node of processor.parse(body).children) addNode(page, body, node)
    return page.page('text/markdown')
  },
}
