import type { Rule } from '../types.js'

export const rule: Rule = {
  id: 'number-year',
  severity: 'warning',
  basis: [
    'GB/T 9704-2012 第7.2.5条、《党政机关公文处理工作条例》第九条：发文字号由发文机关代字、年份、发文顺序号组成',
    'GB/T 9704-2012, 7.2.5, and 党政机关公文处理工作条例, article 9',
  ],
  sentence: [
    '文号的年份 {year} 与成文日期 {issuedOn} 不符。',
    'The year {year} of the number does not fit the date of issue {issuedOn}.',
  ],
  why: [
    '文号的年份是发文的年份；不符时其中一个读错了，或者文号属于另一份文件。',
    'The year in a number is the year of issue; where they differ one was misread, or the number is of another document.',
  ],
  check({ plan: { document } }) {
    const { number, issuedOn } = document
    if (number?.year === undefined || issuedOn === undefined || issuedOn.startsWith(`${number.year}-`)) return []
    return [
      { path: ['document', 'number', 'year'], args: { year: number.year, issuedOn }, expected: issuedOn.slice(0, 4) },
    ]
  },
}
