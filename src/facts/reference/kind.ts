import type { ReferenceType } from '../../types.js'

/** Last words of titles; the longest that fits decides, so that 办法 is no 法 and 手册 no 册. */
const KINDS: Readonly<Record<Exclude<ReferenceType, 'other'>, string>> = {
  law: '法 条例 宪法 法典 预算法',
  regulation: '规定 办法 细则 规则 章程 制度 准则 守则 规章',
  policy:
    '意见 通知 决定 方案 要点 规划 计划 目录 清单 纲要 纲领 措施 决议 公告 通告 通报 批复 报告 纪要 预案 函 政策 行动 战略 建议 部署 名录 名单 任务 工程 举措 请示 复函 公报 议案 令 声明 倡议书 倡议 宣言 蓝图 安排 路线图 时间表 分工 工作指引 体系 机制 目标 政策举措 条 实施 重点 事项 指标 年 布局',
  standard:
    '标准 规范 指南 规程 导则 指引 技术要求 基本要求 评价指标 评价体系 指标体系 分类 规格 术语 限值 编码 定额 通则 诊疗 操作程序 评审表',
  contract: '责任书 协议 协议书 协定 合同 承诺书 责任状 备忘录 合约 契约 公约 合作框架',
}
/** Words that end in a kind's word but are none. */
const OTHER = ['方法', '做法', '书法', '用法', '看法', '说法', '语法', '魔法', '文法', '兵法', '疗法', '算法']

const TYPES = new Map<string, ReferenceType>()
for (const [type, words] of Object.entries(KINDS))
  for (const word of words.split(' ')) TYPES.set(word, type as ReferenceType)
for (const word of OTHER) TYPES.set(word, 'other')
const LONGEST = Math.max(...[...TYPES.keys()].map((word) => word.length))

/** A closing bracket that is no part of the kind: （试行）, （2021—2025年）, （征求意见稿）. */
const TAIL = /(?:\([^()]{1,30}\)|\)|\[[^[\]]{1,30}\]|\d{4}|(?:试行|暂行|草案|修订稿|征求意见稿|送审稿))$/

/** The kind of document that a title names by its last word: 「…管理办法（试行）」 → regulation. */
export function typeOf(title: string): ReferenceType {
  let name = title
  for (let i = 0; i < 3 && TAIL.test(name); i++) name = name.replace(TAIL, '')
  if (/^中国共产党.*条例$/.test(name)) return 'regulation'
  for (let n = Math.min(LONGEST, name.length); n > 0; n--) {
    const type = TYPES.get(name.slice(-n))
    if (type && !(n === 1 && name.length === 1 && type !== 'law')) return type
  }
  return 'other'
}
