import { attributeOf, scanXml } from '../archive/xml.js'

interface Style {
  name: string
  base?: string
  numId?: string
  level?: number
  outline?: number
}

/** Paragraph and list styles: what a style says itself, else the style it is based on. */
export class Styles {
  readonly #styles = new Map<string, Style>()
  #standard = ''

  constructor(bytes: Uint8Array | undefined) {
    if (bytes) this.#read(bytes)
  }

  /** The style of paragraphs that name none. */
  get standard(): string {
    return this.#standard
  }

  /** The automatic numbering that a style brings along, and the style in the chain that brings it. */
  numberingOf(id: string): { numId: string; level?: number; style: string } | undefined {
    for (const [style, { numId, level }] of this.#chain(id))
      if (numId !== undefined)
        return numId === '0' ? undefined : { numId, style, ...(level !== undefined && { level }) }
    return undefined
  }

  /** The level of a heading style, 1 for the highest. */
  headingOf(id: string): number | undefined {
    for (const [, { outline, name }] of this.#chain(id)) {
      if (outline !== undefined) return outline < 9 ? outline + 1 : undefined
      const heading = /^(?:heading|标题)\s*([1-9])$/i.exec(name)
      if (heading) return Number(heading[1])
    }
    return undefined
  }

  /** Whether a style is that of a line of a table of contents. */
  isContents(id: string): boolean {
    return /^(?:toc|目录)\s*\d/i.test(this.#styles.get(id)?.name ?? '')
  }

  *#chain(id: string): Generator<[string, Style]> {
    const seen = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); ) {
      seen.add(at)
      const style = this.#styles.get(at)
      if (!style) return
      yield [at, style]
      at = style.base
    }
  }

  #read(bytes: Uint8Array): void {
    let style: Style | undefined
    scanXml(bytes, {
      open: (name, attributes) => {
        const value = attributeOf(attributes, 'val') ?? ''
        if (name === 'style') {
          const id = attributeOf(attributes, 'styleId') ?? ''
          const type = attributeOf(attributes, 'type')
          style = { name: '' }
          if (type === 'paragraph' || type === 'numbering') this.#styles.set(id, style)
          if (type === 'paragraph' && /^(?:1|true|on)$/.test(attributeOf(attributes, 'default') ?? ''))
            this.#standard = id
        } else if (!style) return
        else if (name === 'name') style.name = value
        else if (name === 'basedOn') style.base = value
        else if (name === 'numId') style.numId = value
        else if (name === 'ilvl') style.level = Number(value)
        else if (name === 'outlineLvl') style.outline = Number(value)
      },
    })
  }
}
