import type { Span } from '../../types.js'
import { type Issuers, issuersBefore } from './issuer.js'

/** A document named by issuer and full title without marks. */
export interface Unmarked {
  readonly span: Span
  readonly name: Span
  readonly issuers?: Issuers
}

const NAME =
  /关于(?:[^,。;:!?《》“”()]|\([^()《》,。]{1,12}\)){4,60}?的(?:(?:若干|指导|实施|具体|补充|重要)?(?:意见|措施|办法|规定|规范|政策措施)|(?:紧急|补充)?通知|决定|决议|批复|(?:实施|工作|总体)?方案|通告|公告|命令)(?![\u3400-\u9fff]{0,2}[的书稿])/y

/** Its number in the bracket behind it. */
const NUMBERED = /^[([][\u3400-\u9fff]{2,12}[([]\d{4}/
/** 「印发关于…的通知」: the name may be what is issued here. */
const PRINTED = /(?:印发|发布|出台|下发|转发|制定|公布)(?:的|了)?$/

/** 「中共中央、国务院关于深化医药卫生体制改革的意见」: every such name outside the titles in marks that its issuer or, in brackets, its number tells. */
export function unmarkedIn(text: string, isTaken: (at: number) => boolean): Unmarked[] {
  const out: Unmarked[] = []
  let from = 0
  for (let at = text.indexOf('关于'); at >= 0; at = text.indexOf('关于', at + 2)) {
    if (at < from || isTaken(at)) continue
    NAME.lastIndex = at
    const match = NAME.exec(text)
    if (!match || PRINTED.test(text.slice(Math.max(0, at - 4), at))) continue
    const issuers = issuersBefore(text, from, at)
    const numbered = NUMBERED.test(text.slice(at + match[0].length, at + match[0].length + 24))
    if (!numbered && (!issuers || issuers.start === 0)) continue
    from = at + match[0].length
    out.push({
      span: { start: issuers?.start ?? at, end: from },
      name: { start: at, end: from },
      ...(issuers && { issuers }),
    })
  }
  return out
}
