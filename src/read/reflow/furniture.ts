import type { Sheet, SheetLine } from './sheet.js'

/** A page number alone: 「— 3 —」, 「- 12 -」, 「第3页 共9页」, 「Page 3 of 9」 */
const PAGE_NUMBER =
  /^[-—–－―·\s]*(?:第?\s*\d{1,4}\s*页?(?:[\s,，/]*共?\s*\d{1,4}\s*页?)?|page\s*\d+(?:\s*of\s*\d+)?|[ivxlc]{1,6})[-—–－―·\s]*$/i
/** How far from the edge headers and footers stand, as a share of the height. */
const MARGIN = 0.12

/** The mark of an attachment stands at the top of its own sheet. */
const ATTACHED = /^附\s*[件表录]/

const mask = (text: string) => text.replace(/[\d\s]+/g, '#')

/**
 * Leaves out page numbers, and lines near an edge that stand, digits aside, on two fifths of the sheets; of two sheets
 * those that are the same at the same height. Gives each line that is left out.
 */
export function dropFurniture(parts: readonly { sheet: Sheet; lines: SheetLine[] }[], count: number): string[] {
  const sheets = new Map<string, Set<Sheet>>()
  const edge = (sheet: Sheet, { y }: SheetLine) => y < sheet.height * MARGIN || y > sheet.height * (1 - MARGIN)
  const keyOf = ({ text, y }: SheetLine) => (count === 2 ? `${text} ${Math.round(y / 4)}` : mask(text))
  for (const { sheet, lines } of parts)
    for (const line of lines)
      if (edge(sheet, line)) sheets.set(keyOf(line), (sheets.get(keyOf(line)) ?? new Set()).add(sheet))
  const often = count === 2 ? 2 : Math.max(3, count * 0.4)
  return parts.flatMap(({ sheet, lines }) => {
    const isFurniture = (line: SheetLine) =>
      edge(sheet, line) &&
      !ATTACHED.test(line.text) &&
      (PAGE_NUMBER.test(line.text) || (sheets.get(keyOf(line))?.size ?? 0) >= often)
    const dropped = lines.filter(isFurniture)
    lines.splice(0, lines.length, ...lines.filter((line) => !isFurniture(line)))
    return dropped.map(({ text }) => text)
  })
}
