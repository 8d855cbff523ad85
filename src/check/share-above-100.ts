import type { Breach, Rule } from '../types.js'

/** Rates of a part in its whole; 床位使用率, 完成率, 产销率 and the like may well exceed 100 %, and so may those of banks. */
const SHARE =
  /(?:覆盖|合格|达标|满意|知晓|处理|处置|回收|收集|建档|接种|治愈|死亡|绿化覆盖|森林覆盖|城镇化|办结|及时|准确|公开|落实|通过|入学|巩固|就业|失业|普及|优良|优质|受理|入网|登记|检测|检出|随访|规范管理|健康管理|管控|整改|安装|配备|达优|抽检|签约服务覆盖|纳入|贫困发生)率$|占比$|比重$|满意度$/
const NO_SHARE = /增|毛入|同比|环比|完成|流动性|拨备/

export const rule: Rule = {
  id: 'share-above-100',
  severity: 'warning',
  basis: [
    'GB/T 3359、统计口径：部分占整体的比率不超过100%',
    'statistics: the share of a part in its whole does not exceed 100 %',
  ],
  sentence: ['{name} 是占比，不会是 {value}{unit}。', '{name} is a share and cannot be {value}{unit}.'],
  why: [
    '多半是小数点或单位读错；汇总时它会拉高平均值。',
    'Mostly a decimal point or a unit was misread; in a summary it lifts the average.',
  ],
  check({ indicators }) {
    return indicators.flatMap(({ fact: { name, value, min, max, unit, change }, path }): Breach[] => {
      const whole = unit === '%' ? 100 : unit === '‰' ? 1000 : Number.POSITIVE_INFINITY
      if (change !== undefined || !SHARE.test(name) || NO_SHARE.test(name)) return []
      return Object.entries({ value, min, max }).flatMap(([key, number]) =>
        number !== undefined && number > whole ? [{ path: [...path, key], args: { name, value: number, unit } }] : [],
      )
    })
  },
}
