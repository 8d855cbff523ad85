import type { Page, Reader } from '../types.js'
import { containerOf, findBody, isInBody, weigh } from './html/container.js'
import { type Pair, readDated, readFiles, readLabels, readTags } from './html/header.js'
import { LineWriter } from './html/lines.js'
import { STATES } from './html/tags.js'
import { guessTitle, mayTitle } from './html/title.js'
import { type Node, treeOf } from './html/tree.js'
import { PageBuilder } from './page/builder.js'

/** Pages of government sites: the body's lines and rows, what header tables, meta tags and the lines around it state. */
export const reader: Reader = { mediaType: 'text/html', takes: 'text', read: readHtml }

/** Whether a page says something by an element, however deep it stands; also notes which container it is. */
function isNoticed(node: Node): boolean {
  node.container = containerOf(node)
  return node.container >= 0 || (node.kind & STATES) !== 0 || mayTitle(node)
}

/** How a whole page begins, and no fragment of one. */
const WHOLE = /<(?:!doctype|html|head|body)[\s>]/i

/** 「<p>一、总体要求</p>」 → a page of one block */
function readHtml(text: string): Page {
  const { root, noticed } = treeOf(text, isNoticed)
  weigh(root)
  const bodies = findBody(root, noticed, !WHOLE.test(text.slice(0, 4096)))
  for (const body of bodies) body.body = true
  const page = new PageBuilder()
  const stated: Pair[] = []
  for (const body of bodies) {
    const writer = new LineWriter(page, (pairs) => stated.push(...pairs))
    writer.write(body)
    writer.flush()
  }
  const around = readAround(root)
  stated.push(...around.stated, ...readTags(noticed))
  if (!stated.some(([field]) => field === 'title') && !root.body && bodies.length > 0) {
    const title = guessTitle(noticed.filter((node) => mayTitle(node) && !isInBody(node)))
    if (title) stated.push(['title', title])
  }
  for (const [field, value] of stated) page.state(field, value)
  for (const line of around.lines) page.leave(line)
  noteProse(page, around.lines)
  return page.page('text/html')
}

/** What the page says outside its body. */
function readAround(root: Node) {
  const stated: Pair[] = []
  const outside = new PageBuilder()
  const writer = new LineWriter(outside, (pairs) => stated.push(...pairs), true)
  writer.write(root)
  writer.flush()
  const { text, blocks, left = [] } = outside.page('text/html')
  const lines = blocks.map(({ span }) => text.slice(span.start, span.end))
  for (const line of lines) stated.push(...readLabels(line))
  stated.push(...readDated(lines, writer.bodyAt), ...readFiles(lines.slice(writer.bodyAt ?? lines.length)))
  return { stated, lines: [...left, ...lines] }
}

/** Says how much prose stands outside the body: what was taken for furniture may be none. */
function noteProse(page: PageBuilder, lines: readonly string[]): void {
  const prose = lines.filter((line) => line.length >= 30 && line.includes('。'))
  const count = prose.reduce((sum, line) => sum + line.length, 0)
  if (count === 0) return
  const text = prose[0]!.slice(0, 20)
  page.note('read.outside-body', count * 10 > page.length ? 'warning' : 'info', { count, text })
}
