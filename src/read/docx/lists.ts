import { attributeOf, scanXml } from '../archive/xml.js'
import type { Abstract, Level, Lists, Num } from '../page/numbering.js'

/** The lists that word/numbering.xml describes. */
export function readLists(bytes: Uint8Array | undefined): Lists {
  const lists: Lists = { abstracts: new Map(), nums: new Map() }
  if (!bytes) return lists
  let abstract: Abstract | undefined
  let num: Num | undefined
  let level: Level | undefined
  let overridden = 0
  scanXml(bytes, {
    open: (name, attributes) => {
      const value = attributeOf(attributes, 'val') ?? ''
      const id = (key: string) => attributeOf(attributes, key) ?? ''
      if (name === 'abstractNum') {
        abstract = { levels: new Map() }
        lists.abstracts.set(id('abstractNumId'), abstract)
      } else if (name === 'num') {
        num = { abstract: '', starts: new Map(), levels: new Map() }
        abstract = undefined
        lists.nums.set(id('numId'), num)
      } else if (name === 'lvlOverride') overridden = Number(id('ilvl'))
      else if (name === 'startOverride') num?.starts.set(overridden, Number(value))
      else if (name === 'abstractNumId' && num) num.abstract = value
      else if (name === 'numStyleLink' && abstract) abstract.link = value
      else if (name === 'styleLink' && abstract) abstract.defines = value
      else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', text: '', suffix: 'tab', legal: false }
        ;(abstract ?? num)?.levels.set(Number(id('ilvl')), level)
      } else if (level) readLevel(level, name, value)
    },
  })
  return lists
}

function readLevel(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = Number(value) || 0
  else if (name === 'numFmt') level.format = value
  else if (name === 'lvlText') level.text = value
  else if (name === 'suff') level.suffix = value
  else if (name === 'lvlRestart') level.restart = Number(value)
  else if (name === 'isLgl') level.legal = true
  else if (name === 'pStyle') level.style = value
}
