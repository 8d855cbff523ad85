import { clauseStart, type State } from './clause.js'
import { readHead } from './head.js'
import { topicOf } from './phrase.js'

/** The noun phrase of the clause before, without its verb: 免费救治…病人,∣完成率. */
export function topicBefore(text: string, start: number, state: State): string | undefined {
  let end = start
  while (end > 0 && ',、(:'.includes(text[end - 1]!)) end--
  if (end === start || end === 0) return undefined
  const from = clauseStart(text, end, state.end < end ? state.end : 0)
  const head = readHead(text, from, end, [], false)
  const topic = text
    .slice(head.start, end)
    .replace(/(?:工作|等)$/, '')
    .replace(
      /(?:连续[\d一二三四五六七八九十]{1,3}年)?(?:稳居|位居|跃居|居于|保持)(?:世界|全球|全国|全省)[^,;]{0,6}$/,
      '',
    )
    .replace(/(?:迈|跨|站|登|突破)[过上入越]?[一-龥\d.]{0,6}?(?:大关|台阶|关口)$/, '')
    .replace(/^连续第?[\d一二三四五六七八九十]{1,3}年(?:提高|调整|增加|上调)?/, '')
    .replace(/^[^《》]*(?=《[^》]*》$)/, '')
  if (/^\(|\d[万亿]|^成为|^在.*时$|^(?:可比|不变)价|(?:排名|位[居列])/.test(topic)) return undefined
  const ruled = /(?:^|[,;。:])([^,;。:]{2,16}?)(?:严格|认真)*(?:执行|落实|按照|参照|依据)《[^》]*》$/.exec(
    text.slice(from, end),
  )
  if (ruled && topic.startsWith('《')) return ruled[1]
  if (/相[比较]$/.test(topic)) return undefined
  if (/(?:开展|召开|组织|举办).*[会查动]$|第.{1,4}条$/.test(topic)) return undefined
  if (/[一两\d]次$/.test(topic)) return topicBefore(text, from, state)
  return topic.length >= 2 && topic.length <= 30 && (state.end <= from || !/\d/.test(topic))
    ? topicOf(topic)
    : undefined
}
