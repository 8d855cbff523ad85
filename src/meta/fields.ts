import { HAN_YEAR, readDate, toEdtf } from '../text/date.js'
import { normalise } from '../text/width.js'
import type { Stated } from '../types.js'
import type { Head } from './head.js'

/** What labels say, by field: 「发布日期：2023-06-01」 → publishedOn. */
export type Fields = Record<string, string | undefined>

/** Labelled values, the page's own before those of the text: the first of a field counts. */
export function fieldsOf(stated: readonly Stated[], head: Head): Fields {
  const fields: Fields = {}
  for (const { name, value } of stated) fields[name] ??= name === 'url' ? value : normalise(value)
  for (const { field, value } of head.labelled) fields[field] ??= value
  return fields
}

const YEAR = new RegExp(`\\d{4}|${HAN_YEAR}`)
/** 「112-04-10」: a day of the Republic, as pages of Taiwan state it. */
const REPUBLIC = /^(\d{2,3})([-/.])(\d{1,2})\2(\d{1,2})$/

/** A stated day in EDTF: 「2019年7月16日」「108-07-16」 → 2019-07-16; undefined where it has no month. */
export function dayOf(text: string | undefined): string | undefined {
  if (text === undefined || /^\d{4}-\d\d(?:-\d\d)?$/.test(text)) return text
  const republic = REPUBLIC.exec(text)
  if (republic) return dayOf(`民国${republic[1]}年${republic[3]}月${republic[4]}日`)
  const date = readDate(text, Math.max(0, text.search(YEAR)))
  return date?.month ? toEdtf(date) : undefined
}
