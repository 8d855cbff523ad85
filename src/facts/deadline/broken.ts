/** 「2021年∣月日」「2021年∣月底前」「2021年6月∣日前」: what stands where the digits of a month or a day are lost. */
const BEHIND = /(?:(?<=年)月(?:日|[底初末份])?|(?<=月)日)(?=[前起之内止完召、,。;:)]|$)/y
/** 「202年∣3月5日」「，年∣3月5日」「至年∣12月」: a year that lost digits. */
const BEFORE = /(?:(?<!\d)\d{3}|^|[,。;:([至到自从于在])年$/

/** The end of a date from which digits are lost, read from one offset to another; -1 where it is whole. */
export function brokenEnd(text: string, at: number, end: number): number {
  BEHIND.lastIndex = end
  const behind = BEHIND.exec(text)
  if (behind) return end + behind[0].length
  return BEFORE.test(text.slice(Math.max(0, at - 5), at)) ? end : -1
}

/** 「202年底前」「到202年，」「20255年」: a year with a digit too few or too many. */
const YEAR = /(?<!\d)(?:(?:19|20)\d年[底末]|(?<=[到至自从于在])(?:19|20)\d年(?=[,、的初]|$)|(?:19|20)\d{3}年[底末]?)/y

/** The end of a year that has not its four digits; -1 where none stands at the offset. */
export function brokenYear(text: string, at: number): number {
  YEAR.lastIndex = at
  return YEAR.test(text) ? YEAR.lastIndex : -1
}
