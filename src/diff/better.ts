import type { Indicator } from '../types.js'

/** Endings and words of measures of which less is wanted, whatever the document. */
const LESS =
  /死亡率|死亡人数|发病率|患病率|发生率|感染率|失业率|辍学率|流失率|空置率|差错率|投诉率|漏诊率|误诊率|漏报率|不合格率|赤字率|负债率|不良贷款率|杠杆率|事故|伤亡|能耗|水耗|煤耗|排放|贫困人口|药占比|等候时间|等待时间|办理时限|审批时间|逃税|欠薪|死亡$/
/** The same for measures of which more is wanted. */
const MORE =
  /覆盖率|达标率|合格率|优良率|参保率|参合率|参与率|满意率|满意度|知晓率|普及率|入学率|巩固率|就业率|治愈率|存活率|控制率|规范管理率|管理率|签约率|接种率|建档率|报告率|完成率|处理率|利用率|绿化率|森林覆盖|人均预期寿命|预期寿命|及时率|准确率|履约率|办结率|成活率|普查率|筛查率|检查率|配备率|达到率/

/**
 * Whether more or less of an indicator is wanted, by its name and by the comparator where it is a target; undefined where
 * neither says so or both disagree: 「孕产妇死亡率」 and 「不超过5天」 → less, 「参保率」 and 「不低于95%」 → more.
 */
export function wanted(indicators: readonly Indicator[]): 'more' | 'less' | undefined {
  const says = new Set(indicators.flatMap((indicator) => [byName(indicator), byComparator(indicator)]))
  says.delete(undefined)
  return says.size === 1 ? [...says][0] : undefined
}

/** Of a decrease the amount counts: a death rate that is to fall by more is better. */
function byName({ name, change }: Indicator): 'more' | 'less' | undefined {
  const less = LESS.test(name)
  const more = MORE.test(name)
  if (less === more) return undefined
  return (change === 'decrease' || /下降|降低|减少|压减/.test(name)) === less ? 'more' : 'less'
}

function byComparator({ comparator, status }: Indicator): 'more' | 'less' | undefined {
  if (status !== 'target') return undefined
  if (comparator === '>=' || comparator === '>') return 'more'
  return comparator === '<=' || comparator === '<' ? 'less' : undefined
}
