import { type Attributes, attributeOf, isOn, scanXml } from '../archive/xml.js'
import type { Line } from '../page/builder.js'
import type { Numbering } from '../page/numbering.js'
import type { Styles } from './styles.js'
import { type Item, TableReader } from './table.js'

/** What is not part of the text: deletions, the code of fields, drawings with their text boxes, ruby glosses. */
const SKIPPED = new Set('del moveFrom instrText delText drawing pict object Fallback rt sdtPr comment'.split(' '))

/** Signs of symbol fonts that mean something in a policy document; others are left out. */
const SYMBOLS: Readonly<Record<string, string>> = {
  f0fc: '√',
  f0fe: '☑',
  f0a8: '□',
  f06f: '□',
  f052: '☑',
  f0b7: '●',
  f06c: '●',
}

interface Paragraph {
  text: string
  style: string
  numId?: string
  level?: number
  outline?: number
  /** Its end was deleted: the next paragraph goes on with it. */
  joined: boolean
}

/** Hears the elements of a document and makes lines and tables of them. */
export class BodyReader {
  readonly items: Item[] = []
  /** Lines in text boxes, which are left out. */
  readonly boxed: string[] = []
  #boxed = ''
  readonly #styles: Styles
  readonly #numbering: Numbering
  readonly #tables: TableReader[] = []
  #paragraph: Paragraph | undefined
  #carried = ''
  #skip = 0
  #inBox = 0
  #inProperties = 0
  #hidden = false
  #text = false

  constructor(styles: Styles, numbering: Numbering) {
    this.#styles = styles
    this.#numbering = numbering
  }

  read(bytes: Uint8Array): readonly Item[] {
    scanXml(bytes, {
      open: (name, attributes) => this.open(name, attributes),
      close: (name) => this.close(name),
      text: (text) => this.text(text),
    })
    return this.items
  }

  open(name: string, attributes: Attributes): void {
    if (this.#inProperties > 0 && name === 'del' && this.#paragraph) this.#paragraph.joined = true
    if (this.#skip > 0 || SKIPPED.has(name)) {
      this.#skip++
      if (name === 'txbxContent') this.#inBox++
      return
    }
    if (name === 't') this.#text = true
    else if (name === 'p') this.#paragraph = { text: '', style: this.#styles.standard, joined: false }
    else if (name === 'r') this.#hidden = false
    else if (name === 'pPr') this.#inProperties++
    else if (this.#inProperties > 0) this.#readProperty(name, attributes)
    else if (name === 'vanish') this.#hidden = isOn(attributes)
    else if (name === 'tbl') this.#tables.push(new TableReader())
    else if (this.#tables.length > 0 && this.#tables.at(-1)!.open(name, attributes)) return
    else this.#addSign(name, attributes)
  }

  close(name: string): void {
    if (this.#skip > 0) {
      this.#skip--
      if (name === 'txbxContent') this.#inBox--
      if (name === 'p' && this.#boxed.trim() !== '') this.boxed.push(this.#boxed)
      if (name === 'p') this.#boxed = ''
      return
    }
    if (name === 't') this.#text = false
    else if (name === 'pPr') this.#inProperties--
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tbl') {
      const table = this.#tables.pop()
      if (table) this.#add({ rows: table.rows() })
    } else this.#tables.at(-1)?.close(name)
  }

  text(text: string): void {
    if (this.#skip > 0) this.#boxed += this.#inBox > 0 ? text : ''
    else if (this.#text && !this.#hidden && this.#paragraph) this.#paragraph.text += text
  }

  #readProperty(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraph
    const value = attributeOf(attributes, 'val') ?? ''
    if (!paragraph) return
    if (name === 'pStyle') paragraph.style = value
    else if (name === 'numId') paragraph.numId = value
    else if (name === 'ilvl') paragraph.level = Number(value)
    else if (name === 'outlineLvl') paragraph.outline = Number(value)
  }

  #addSign(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraph
    if (!paragraph || this.#hidden) return
    if (name === 'tab') paragraph.text += '\t'
    else if (name === 'cr' || (name === 'br' && !/page|column/.test(attributeOf(attributes, 'type') ?? '')))
      paragraph.text += '\n'
    else if (name === 'noBreakHyphen') paragraph.text += '-'
    else if (name === 'sym') paragraph.text += SYMBOLS[(attributeOf(attributes, 'char') ?? '').toLowerCase()] ?? ''
  }

  #endParagraph(): void {
    const paragraph = this.#paragraph
    this.#paragraph = undefined
    if (!paragraph) return
    const text = this.#carried + paragraph.text
    this.#carried = paragraph.joined ? text : ''
    if (paragraph.joined || this.#styles.isContents(paragraph.style)) return
    const label = this.#labelOf(paragraph)
    if (text.trim() !== '') this.#add({ line: this.#lineOf(paragraph, label, text.trimStart()) })
  }

  #lineOf({ style, outline }: Paragraph, label: string, text: string): Line {
    const level = outline === undefined ? this.#styles.headingOf(style) : outline < 9 ? outline + 1 : undefined
    return {
      text: label + text,
      ...(level !== undefined && { kind: 'heading', level }),
      ...(label !== '' && { computed: label.trimEnd().length }),
    }
  }

  /** The automatic number of a paragraph: its own list, else the list of its style. */
  #labelOf({ numId, level, style }: Paragraph): string {
    if (numId === '0') return ''
    if (numId !== undefined) return this.#numbering.next(numId, level ?? 0)
    const styled = this.#styles.numberingOf(style)
    if (!styled) return ''
    const at = level ?? this.#numbering.levelOfStyle(styled.numId, styled.style) ?? styled.level ?? 0
    return this.#numbering.next(styled.numId, at)
  }

  #add(item: Item): void {
    const table = this.#tables.at(-1)
    if (table) table.add(item)
    else this.items.push(item)
  }
}
