import { readNumeral } from '../text/numerals.js'
import type { Breach, Rule } from '../types.js'

/** 「一、」「（二）」「3.」「第四条」「五是」 */
const MARKER = /^[（(第]?(\d+|[〇零一二三四五六七八九十百]+)(?:[）)、．]|\.(?!\d)|[章节条编是])/

function saidBy(marker: string): number | undefined {
  const text = MARKER.exec(marker)?.[1]
  if (text === undefined) return undefined
  return /^\d/.test(text) ? Number(text) : readNumeral(text)
}

export const rule: Rule = {
  id: 'marker-ordinal',
  severity: 'error',
  basis: ['GB/T 9704-2012 第7.3.3条：结构层次序数', 'GB/T 9704-2012, 7.3.3: numbering of the levels'],
  sentence: [
    '序号“{marker}”说的是 {said}，ordinal 却是 {ordinal}。',
    'The marker “{marker}” says {said}, but ordinal is {ordinal}.',
  ],
  why: [
    '排序和引用依据 ordinal，它必须与原文的序号一致。',
    'Sorting and references rely on ordinal, which must be what the marker says.',
  ],
  check({ sections }) {
    return sections.flatMap(({ section: { marker, ordinal }, path }): Breach[] => {
      const said = marker === undefined ? undefined : saidBy(marker)
      if (said === undefined || ordinal === undefined || said === ordinal) return []
      return [{ path: [...path, 'ordinal'], args: { marker: marker!, said, ordinal }, expected: String(said) }]
    })
  },
}
