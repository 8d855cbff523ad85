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
