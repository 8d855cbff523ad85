import type { Sheet, SheetLine } from './sheet.js'

/** A page number alone: 「— 3 —」, 「- 12 -」, 「第3页 共9页」, 「Page 3 of 9」 */
const PAGE_NUMBER =
  /^[-—–－―·\s]*(?:第?\s*\d{1,4}\s*页?(?:[\s,，/]*共?\s*\d{1,4}\s*页?)?|page\s*\d+(?:\s*of\s*\d+)?|[ivxlc]{1,6})[-—–－―·\s]*$/i
/** How far from the edge headers and footers stand, as a share of the height. */
const MARGIN = 0.12

const mask = (text: string) => text.replace(/[\d\s]+/g, '#')

/** Leaves out page numbers, and lines near an edge that stand, digits aside, on two fifths of the sheets. */
export function dropFurniture(sheets: readonly { sheet: Sheet; lines: SheetLine[] }[]): void {
  const counts = new Map<string, number>()
  const edge = (sheet: Sheet, { y }: SheetLine) => y < sheet.height * MARGIN || y > sheet.height * (1 - MARGIN)
  for (const { sheet, lines } of sheets)
    for (const text of new Set(lines.filter((line) => edge(sheet, line)).map((line) => mask(line.text))))
      counts.set(text, (counts.get(text) ?? 0) + 1)
  const often = Math.max(3, sheets.length * 0.4)
  for (const page of sheets) {
    const kept = page.lines.filter(
      (line) =>
        !edge(page.sheet, line) || !(PAGE_NUMBER.test(line.text) || (counts.get(mask(line.text)) ?? 0) >= often),
    )
    page.lines.splice(0, page.lines.length, ...kept)
  }
}
