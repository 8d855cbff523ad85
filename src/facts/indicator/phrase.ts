import type { Named } from './name.js'
import { isOwner, isPredicative, type Parts, partsOf } from './predicate.js'
import { isMeasure } from './scope.js'
import { founding, OWN_NAME } from './words.js'

/** Statistics that keep their verb behind whom they count: 城镇累计∣新增就业. */
const HELD_BY = /^(?:城镇|城乡|农村)$/
/** Verbs whose object is no name: 价格从未∣超过∣每千瓦时. */
const COMPARES = /^(?:超过|超出|达到|达|突破|跨越)$/
/** What is no object: 经费已∣由1990年, 树木已∣被虫害蛀蚀. */
const NO_OBJECT = /^(?:[由从比较为以被把将是]|[低高少多大小]于|[于在至])/

/** Who a sum is of, where it is no group: 三级河长∣累计∣巡河. */
const ACTOR = /.[长员者师生队团社厂行店馆所局办厅部]$|.(?:计划|项目|工程|平台|基金)$/

/** A name without the predicate it kept: 林区面积稳步扩大 → 林区面积, 某公司累计利用外资 → 利用外资. */
export function trimName(named: Named): Named {
  const parts = FULL.test(named.rule) ? undefined : partsOf(named.name)
  if (!parts) return named
  const { subject, verb, object, timed, summed } = parts
  const joint = !founding(verb, 0, verb.length) && isMeasure(object) ? object.lastIndexOf('、') : -1
  if (joint > 0) return { ...named, name: subject + object.slice(joint + 1) }
  if (/-noun$/.test(named.rule)) return /(?:^|的)$/.test(subject) ? named : { ...named, name: doneBy(parts) }
  if (object.startsWith('、')) return { ...named, name: subject.replace(MEASURED_BY, '') + object.slice(1) }
  if (verb === '占') return { ...named, name: subject + verb + object }
  const single = verb === '' && !timed && object.length < 3 && !isMeasure(object)
  if (isSubject(parts) || single || (verb === '' && NO_OBJECT.test(object))) return { ...named, name: subject }
  if (object === '')
    return isOwner(subject)
      ? { ...named, name: verb, scope: named.scope ?? subject }
      : { ...named, name: subject + verb }
  const kept = (!verb.endsWith('有') && founding(verb, 0, verb.length) !== verb) || OWN_NAME.test(verb + object)
  const name = kept ? verb + object : object
  if (HELD_BY.test(subject) && kept) return { ...named, name: subject + name }
  if (isOwner(subject) || (summed && ACTOR.test(subject))) return { ...named, name, scope: named.scope ?? subject }
  const whole = subject.length > 1 && !summed && (verb === '' || named.rule === 'full-coverage') && isMeasure(object)
  return { ...named, name: whole ? subject + object : name }
}

/** The measure of a subject that a second one follows: 粮食∣播种面积∣保持稳定、产量. */
const MEASURED_BY = /(?:播种|种植)?面积$|总?产[量值]$|.{2}[率量额值数]$/

/** True where a predicate only says how the subject moved. */
const isSubject = ({ subject, verb, object }: Parts): boolean =>
  COMPARES.test(verb) || (object === '' && (verb === '' || isMeasure(subject) || isPredicative(verb)))

/** What is counted, by what it did: 银行也作出了反应 → 作出反应的银行. */
function doneBy({ subject, verb, object }: Parts): string {
  if (object === '') return subject || verb
  return subject.includes('的') ? subject : `${verb}${object}的${subject}`
}

/** The topic of a clause that tells no number: what grew, or else what was done. */
export function topicOf(words: string): string {
  const parts = partsOf(words)
  if (!parts) return words
  const { subject, verb, object } = parts
  return object === '' || (subject.length > 3 && !isOwner(subject))
    ? subject
    : founding(verb, 0, verb.length) === verb
      ? object
      : verb + object
}

/** Patterns that read the whole name. */
export const FULL = /^(?:all-of-a-group|attributive|doing|grant|standard|paid|purse|spending|spent-on)$/
