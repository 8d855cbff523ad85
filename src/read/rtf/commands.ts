import type { PageBuilder } from '../page/builder.js'
import { type Edged, gridOf } from '../page/edges.js'
import { UnreadableError } from '../page/unreadable.js'
import type { Token } from './tokens.js'

/** Groups whose text is not the document's. */
const DESTINATIONS = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf fldinst shp shpinst txe xe tc generator listtable listoverridetable annotation atnid atnauthor themedata latentstyles datastore bkmkstart bkmkend pn'.split(
    ' ',
  ),
)
/** Signs that have a word of their own. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
  ...{
    tab: '\t',
    line: '\n',
    lbr: '\n',
    '~': '\u00a0',
    _: '-',
    '\\': '\\',
    '{': '{',
    '}': '}',
    emspace: ' ',
    enspace: ' ',
  },
}
/** Code pages by their numbers in \ansicpg and \fcharset. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  936: 'gb18030',
  54936: 'gb18030',
  950: 'big5',
  65001: 'utf-8',
  1252: 'windows-1252',
}
const CHARSETS: Readonly<Record<number, string>> = { 134: 'gb18030', 136: 'big5', 0: 'windows-1252' }
const DEEPEST = 1000

interface State {
  skip: boolean
  hidden: boolean
  list: boolean
  /** Characters that stand for one \u in programs that know no Unicode. */
  fallback: number
  codePage: string
}

/** Follows the control words of a file and writes its paragraphs and rows. */
export class RtfReader {
  readonly #page: PageBuilder
  readonly #stack: State[] = []
  #state: State = { skip: false, hidden: false, list: false, fallback: 1, codePage: 'gb18030' }
  #text = ''
  #label = 0
  #bytes: number[] = []
  /** Characters still to be left out behind a \u. */
  #drop = 0
  #starred = false
  #fonts = new Map<number, string>()
  #font = 0
  #ansi = 'gb18030'
  #rows: Edged[][] = []
  #cells: string[] = []
  /** The cells that \trowd … \cellx describe. */
  #cellsOfRow: Omit<Edged, 'text'>[] = []
  #merge: Edged['merge']
  #notes: string[] = []
  #noteAt: { depth: number; text: string; label: number } | undefined

  constructor(page: PageBuilder) {
    this.#page = page
  }

  take(token: Token): void {
    if (token.kind === 'byte') {
      if (this.#drop > 0) this.#drop--
      else if (!this.#state.skip) this.#bytes.push(token.byte)
      return
    }
    this.#flushBytes()
    if (token.kind === 'open') this.#open()
    else if (token.kind === 'close') this.#close()
    else if (token.kind === 'text') this.#write(this.#undropped(token.text))
    else if (token.kind === 'word') this.#command(token.word, token.number)
  }

  end(): void {
    this.#flushBytes()
    this.#endParagraph()
    this.#endTable()
    for (const text of this.#notes) this.#page.add({ text, kind: 'note' })
  }

  #undropped(text: string): string {
    const dropped = Math.min(this.#drop, text.length)
    this.#drop -= dropped
    return text.slice(dropped)
  }

  #open(): void {
    if (this.#stack.length > DEEPEST) throw new UnreadableError('read.too-deep')
    this.#stack.push(this.#state)
    this.#state = { ...this.#state }
    this.#drop = 0
  }

  #close(): void {
    this.#state = this.#stack.pop() ?? this.#state
    this.#starred = false
    this.#drop = 0
    if (this.#noteAt && this.#stack.length < this.#noteAt.depth) {
      this.#notes.push(this.#text)
      this.#text = this.#noteAt.text
      this.#label = this.#noteAt.label
      this.#noteAt = undefined
    }
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return
    const text = new TextDecoder(this.#state.codePage).decode(Uint8Array.from(this.#bytes))
    this.#bytes = []
    this.#write(text)
  }

  #write(text: string): void {
    const { skip, hidden, list } = this.#state
    if (skip || hidden) return
    this.#text += text
    if (list) this.#label = this.#text.trimEnd().length
  }

  #command(word: string, number: number | undefined): void {
    if (word === '*') {
      this.#starred = true
      return
    }
    const starred = this.#starred
    this.#starred = false
    if (word === 'listtext' || word === 'pntext') this.#state.list = true
    else if (word === 'footnote') this.#startNote()
    else if (starred || DESTINATIONS.has(word)) this.#state.skip = !(starred && word === 'shppict') || this.#state.skip
    if (this.#fontCommand(word, number)) return
    if (this.#state.skip) return
    if (word === 'u') {
      this.#write(String.fromCharCode((number ?? 0) & 0xffff))
      this.#drop = this.#state.fallback
    } else if (word in SIGNS) this.#write(this.#drop > 0 ? this.#undropped(SIGNS[word]!) : SIGNS[word]!)
    else if (word === 'uc') this.#state.fallback = Math.min(number ?? 1, 16)
    else if (word === 'v' || word === 'deleted') this.#state.hidden = number !== 0
    else if (word === 'plain') this.#state.hidden = false
    else if (word === 'par' || word === 'sect') this.#endParagraph()
    else this.#tableCommand(word, number)
  }

  /** Fonts say which code page bytes are in. */
  #fontCommand(word: string, number = 0): boolean {
    if (word === 'ansicpg') this.#ansi = this.#state.codePage = CODE_PAGES[number] ?? 'gb18030'
    else if (word === 'f') {
      this.#font = number
      this.#state.codePage = this.#fonts.get(number) ?? this.#ansi
    } else if (word === 'fcharset')
      this.#fonts.set(this.#font, number === 0 ? this.#ansi : (CHARSETS[number] ?? this.#ansi))
    else return false
    return true
  }

  #startNote(): void {
    this.#noteAt = { depth: this.#stack.length, text: this.#text, label: this.#label }
    this.#text = ''
  }

  #tableCommand(word: string, number: number | undefined): void {
    if (word === 'trowd') this.#cellsOfRow = []
    else if (word === 'clvmrg' || word === 'clmrg') this.#merge = word === 'clvmrg' ? 'above' : 'left'
    else if (word === 'cellx') {
      this.#cellsOfRow.push({ right: number ?? 0, merge: this.#merge })
      this.#merge = undefined
    } else if (word === 'cell') {
      this.#cells.push(this.#text)
      this.#text = ''
      this.#label = 0
    } else if (word === 'row') this.#endRow()
  }

  #endRow(): void {
    this.#rows.push(this.#cells.map((text, i) => ({ text, ...(this.#cellsOfRow[i] ?? { right: (i + 1) * 1000 }) })))
    this.#cells = []
  }

  #endTable(): void {
    for (const row of gridOf(this.#rows)) this.#page.addRow(row)
    this.#rows = []
  }

  #endParagraph(): void {
    if (this.#noteAt) {
      this.#text += ' '
      return
    }
    if (this.#cells.length > 0) {
      this.#text += '\n'
      return
    }
    this.#endTable()
    this.#page.add({ text: this.#text, ...(this.#label > 0 && { computed: this.#label }) })
    this.#text = ''
    this.#label = 0
  }
}
