import type { Comparator } from '../../types.js'

/** What a word right before a number says of it. */
export interface Effect {
  readonly comparator?: Comparator
  readonly change?: 'increase' | 'decrease'
  /** A level: 达到 (`reach`), 提高到 (`set`), 控制在 (`limit`), 为 (`be`), 占 (`share`). */
  readonly level?: 'reach' | 'set' | 'limit' | 'be' | 'share'
  readonly status?: 'target' | 'actual'
}

const table = new Map<string, Effect>()
const add = (effect: Effect, words: string) => {
  for (const word of words.split(' ')) table.set(word, effect)
}

add(
  { comparator: '>=' },
  '不低于 不少于 不小于 不得低于 不得少于 不能低于 不能少于 高于或等于 至少 最少 最低 不下 不亚于',
)
add(
  { comparator: '<=' },
  '不超过 不高于 不大于 不多于 不得超过 不得高于 不得多于 不能超过 最多 最高 至多 不突破 低于或等于',
)
add({ comparator: '>' }, '超过 超过了 突破 突破了 超出 超 高于 大于 多于 逾 跨越 优于 〉 已超 远超 好于')
add({ comparator: '>=' }, '迈上 跨上 站上 登上 踏上')
add({ comparator: '<' }, '低于 少于 小于 不足 不到 不满 〈')
add({ comparator: '~' }, '约 大约 约为 近 接近 将近 大概 约达 约占 大致')
add({ level: 'reach' }, '达到 达 达至 达标 完成达到 高达 多达')
add({ level: 'reach', status: 'actual' }, '达到了 已达 已达到 均已达到 现已达')
add(
  { level: 'set' },
  '扩种到 扩种至 增建到 提高到 提高至 提升到 提升至 增加到 增加至 增至 增长到 增长至 上升到 上升至 升至 升到 扩大到 扩大至 拓展到 拓展至 扩展到 降到 降至 下降到 下降至 降低到 降低至 减少到 减至 减少至 压缩到 压缩至 压减到 压减至 缩短到 缩短至 缩小到 缩小至 调整为 调整到 调整至 回落到 回落至 恢复到 提至 提到 放宽到 放宽至 延长到 延长至 壮大到 发展到 扩容至 扩至 优化到 跃升至 跃升到 跃居 收窄至 收窄到 精简到 精简至 压降至 缩减到 缩减至 由 增加为 提高为 降为 变为',
)
add(
  { level: 'be' },
  '为 是 有 共有 现有 设有 拥有 均为 分别为 共计 合计 总计 总数为 计 保持在 稳定在 维持在 保持 稳定 实现 完成 均值为 设定为 确定为 定为 核定为 巩固在 提供 达成 累计为 按 按照 以 仅 仅为 只有 尚有 还有 已有 有着',
)
add({ level: 'limit' }, '控制在 控制到 限制在 严控在 压降在')
add({ level: 'share' }, '占 占到 占比 约占')
table.set('占比', { level: 'be' })
table.delete('占比')
add(
  { change: 'increase' },
  '提高 提升 增加 增长 上升 扩大 新增 上涨 净增 增 涨 多增 回升 提高了 提升了 增加了 增长了 上升了 净增加 递增 上浮 上调 增收 增产 延长 翻 翻了 扩增',
)
add(
  { change: 'decrease' },
  '下降 降低 减少 缩短 缩减 压减 压缩 削减 回落 下调 下浮 减 降 收窄 下降了 降低了 减少了 缩短了 净减少 递减 下跌 少用 压降 减轻 降本',
)
add({ status: 'actual' }, '已 已经 完成了 实现了 同比已 现已 均已 业已 历史性')
add({ status: 'target' }, '力争 确保 争取 努力 必须 要 须 应 应当 需 需要 将 拟 计划 预期 原则上 原则上应 力求 应不')
add(
  {},
  '累计 共 总共 均 都 分别 总体 基本 全部 平均 预计 再 又 各 各自 则 仍 总数 并 并且 在 可 能够 能 可以 首次 再次 成功 率先 提前 超额 稳步 进一步 逐步 大幅 大幅度 也 还 即 量 每年 至 到 一举 顺利 全面 明显 显著 持续 不断 继续 连续 每人 最终 合计约 共约 实际 依次 总体上 普遍 继 左右 总值 一律 统一 户均 初步 快速 高速 较快 强劲 了 新 总',
)
for (const word of ['至', '到', '量', '总值', '新', '总', '左右', '继', '每人', '户均', '每年'])
  if (word !== '每年') table.delete(word)

/** Words that stand right before a number, longest first by lookup. */
export const TAIL: ReadonlyMap<string, Effect> = table
export const LONGEST_TAIL = 6

/** Statistics whose own name holds the word of change. */
export const KEPT_CHANGE = /(?:年均|同比|环比|年平均|年人均)(?:实际|名义)?$/
/** Statistics that are counted as new by their name: 城镇新增就业. */
export const OWN_NAME = /新增就业|新增城镇就业|新增(?:农村)?(?:劳动力)?转移就业|净增人口/

const alternatives = (words: string) =>
  words
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .join('|')

/** Words at the start of a clause that are neither name nor scope. */
export const LEADING = new RegExp(
  `(?:${alternatives(`其中 其中的 同时 另外 此外 并 并且 而且 且 以及 及 和 与 或 也 还 又 再 才 就 到 至 即 共 分别 预计 预期 目前 当前 现有 今年
 全年 年均 累计 总体 力争 确保 争取 努力 努力实现 力争实现 努力使 力争使 使 让 将 把 使得 带动 引导 要求 做到 保证 着力 积极 大力 加快 切实 认真 扎实 深入 全面 进一步
 逐步 稳步 持续 不断 有序 继续 已 已经 均 都 要 应 应当 必须 可以 能够 原则上 按照 按 以 通过 截至目前 截至 截止 成功 顺利 率先 首次 提前 超额 用好 抓好 办好 做好 严格 严格落实 落实
 我们 我省 我市 我县 我区 我国 一年来 五年来 过去一年 过去五年 近年来 三年来 主要预期目标是 主要目标是 目标是 总体目标是 预期目标 先后 共计 合计 总计 每年 实现了 完成了 建成了 了 再 计划 从而 因此 一是 二是 三是 四是 五是 六是 最终 特别是 尤其是 包括 另有 还有 涉及 涵盖 达到 面向 向 超过 上述 依托 围绕 `)})`,
  'y',
)

/** Verbs of founding and finishing: what they govern is the name without them. */
export const DROPPED_VERBS =
  alternatives(`预留 购置 新改扩建 建成 建成投用 建成开通 建成投产 新建 新建成 改扩建 建设 建立 完成 实现 打造 培育 培育壮大 创建 组建 成立 设立 设置 获得 荣获 获评 获 获批 申报 争创 争取 推进 推动 推广 实施 开展 启动 开工 开工建设 加快 加快建设 
 新开工 新增 新设 新设立 新创建 新打造 新培育 新认定 新登记 新组建 新成立 新获评 新获批 新开 新签 新开通 认定 认证 评选 评定 评为 入选 形成 拥有 配备 配置 配齐 增设 增加 安排 投入 投放 下达 拨付 筹集 募集 达成 签订 签约 立项 出台 制定 印发 发布 修订 颁布实施 颁布
 编制 举办 召开 提供 发展壮大 壮大 巩固 提高 提升 降低 减少 扩大 优化 保持 稳定 控制 规划 规划建设 布局 布局建设 谋划 支持 扶持 选树 命名 遴选 引育 集聚 聚集 吸引 撬动 带动 承接 承办 参与 参加 加强 强化 健全 完善 构建 落实 执行 满足 收录 入库 汇聚 立案 立案实施 发行 授权 汇集 建好 办成 办好 抓好 管好 用好 设定 通车 投产 选派 派出 下派 选聘 选拔 奖励 补助 给予 发放 兑现 贯彻 推出 上线 开通 新改建 改建 扩建 续建 播种 收获 突破 攻克 获取 取得 引导 促成 促进 组织 组织实施 出动 现有 共有 设有 另有 开设  创成 创办 开办 兴办 新办 建有 布设 铺设 架设 安装 增派 统筹 统筹安排 整合 力争 确保 全面完成 超额完成 累计完成 总结 累计建成 预计 累计 共 累计发放`)

/** A dropped verb is none where it begins a statistic's name: 完成率, 投资额, 建设用地, 覆盖面. */
export const NO_VERB =
  /率|值|量|数|额|费|度|面|用地|资金|总|业|区(?!级)|者|人数|投资|里程|周期|成本|强度|比|收入|能力|性|型|经济|指数|机构|系统|占|后/y

/** Verbs that stay in the name: the bare noun would be another quantity. */
export const KEPT_VERBS = alternatives(
  `引进 招聘 招录 招收 招募 惠及 培训 救助 帮扶 检查 监督检查 监测 查处 出动 转移 淘汰 化解 处置 改造 压减 减免 清退 关闭 植树 造林 接待 受理 办理 办结 审结 抓获 破获 整治 整改 排查 修复 治理 拆除 退出 收储 处理 清理 盘活 化债 开行 回收 收治 接种 筛查 诊疗 减税 降费 免除 销号 督办 约谈 问责 审查 审核 巡查 抽检 抽查 检测 复垦 新造`,
)

/** Words that begin the predicate of a counted noun: 29家养老机构∣实现医养结合. */
export const PREDICATE = new RegExp(
  `(?:已|均|全部|都|被|将|还|也|先后|成功|正式|首次|顺利|要|能够|能|可|共|率先|分别)*(?:${alternatives(`实现 达到 达 入选 列入 纳入 荣获 获得 获评 获批 获 通过 完成 建成 投入使用 竣工 开工 开工建设 投产 投用 设置 设立 开设 启动 挂牌 落地 成为 创建成 评为 确定为 被确定为 选定为 被选定为 命名为 被命名为 认定为 被认定为 获认定 配备 具备 接入 投运 运营 脱贫 摘帽 出列 增选为 当选 提供 升级为 晋升 开通 通车 进入 参加 参与 签约 开展 位居 占 推广 推进 顺利 签订 签署 受到 得到 没有 举办 通水 落户 建立 推出 跻身 上榜 登陆 取得 超过 突破 加入 迁入 覆盖 并网 复工 复产 接受 享受 提升 下降 增长 提高 按照 由 用于 使用 共建 在 为 进行 `)})`,
  'y',
)
