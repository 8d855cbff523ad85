import { readDate, toEdtf } from '../text/date.js'
import { dayOf, type Fields } from './fields.js'
import type { Head, Line } from './head.js'
import { yearsOf } from './title.js'

/** The year a plan is for: its title's, else the one its first sentence begins with, else 今年 in its head counted from its date. */
export function yearsFor(
  title: string | undefined,
  notice: string | undefined,
  fields: Fields,
  head: Head,
  body: readonly Line[],
) {
  const said = [title, notice].map((text) => yearsOf(text ?? '')).find((years) => years.year !== undefined)
  if (said) return said
  const first = /^(\d{4})年(?:我|全|本|的|工作|是|(,))/.exec(body[0]?.text ?? '')
  if (first && (!first[2] || isBulletin(body))) return { year: Number(first[1]) }
  for (const { text } of body.slice(0, 6)) {
    const told = /(?:^|[,，])现(?:将|就|把)[^。]{0,12}?((?:19|20)\d{2})年[^。]{2,40}如下[:。]?$/.exec(text)
    if (told) return { year: Number(told[1]) }
  }
  const subtitles = [...head.taken].filter(([, kind]) => kind === 'subtitle').map(([line]) => line.text)
  const financial = subtitles.map((text) => /\((\d{4})-(\d{2})\)$/.exec(text)).find((match) => match !== null)
  if (financial && (Number(financial[1]) + 1) % 100 === Number(financial[2])) return { year: Number(financial[1]) }
  const date = dayOf(fields['publishedOn']) ?? head.publishedOn ?? head.dates[0]
  const issued = dayOf(fields['issuedOn']) ?? head.dates[0]
  if (issued && /工作报告$/.test(title ?? '')) return { year: Number(issued.slice(0, 4)) }
  return date && [title ?? '', ...subtitles].some((text) => text.includes('今年'))
    ? { year: Number(date.slice(0, 4)) }
    : {}
}

/** True for a text that opens as news does: 「于9月19日上午召开了…」「记者获悉」; without a kind it tells what was done. */
export const isNews = (body: readonly Line[]) =>
  body
    .slice(0, 2)
    .some(({ text }) => /记者|获悉|近日|日前|\d日.{0,30}(?:召开|举行|举办|开展|组织|进行|完成)/.test(text))

/** True for a text that opens as a statistical bulletin does: 「初步核算，全年…，比上年增长5.2%」 */
export const isBulletin = (body: readonly Line[]) =>
  body.slice(0, 8).some(({ text }) => /初步核算|全年.*比上年/.test(text))

/** 「本办法自2019年8月1日起施行」 → 2019-08-01; the last such sentence counts. */
export function effectiveFrom(lines: readonly Line[]): string | undefined {
  for (let i = lines.length - 1; i >= Math.max(0, lines.length - 40); i--) {
    const { text } = lines[i]!
    const match = /自(.{4,16}?)起(?:施行|实施|执行|生效)/.exec(text)
    const date = match && readDate(match[1]!, 0)
    if (date?.day) return toEdtf(date)
  }
  return undefined
}
