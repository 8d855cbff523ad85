import { beforeAll, expect, it } from 'vitest'
import { loadScript, simplify, traditionalise } from '../src/text/script.js'

beforeAll(() => loadScript('繁體', 'traditional'))

const words = (text: string) => text.trim().split(/\s+/)

/** 著 is itself. */
const WRITTEN = words(`
    著名專家 著作權 著述 著書立說 名著 專著 巨著 論著 原著 編著 合著 譯著 遺著 拙著 新著 顯著成效 成效顯著 成果卓著 昭著 惡名昭著 土著居民
    著稱 以嚴謹著稱 見微知著 著者 著有 著於 顯著性 較著 彰明較著 著錄 有著名的景點 是著名的 編著者 有著述 原著民 經濟效益顯著提高
    專著作者 合著書 編著有 土著手工業 專著手稿 名著名篇 有著者 本著作
`)
/** 著 stands for the particle and the verb 着. */
const PARTICLE = words(`
    著重 著手 著力 著眼 著想 著急 著陸 著裝 著火 著涼 著實 著落 著色 著床 著迷 著魔 穿著 衣著 執著 沿著 隨著 本著 向著 朝著 對著 為著 憑著
    順著 靠著 跟著 有著 存在著 意味著 標誌著 面臨著 圍繞著 承擔著 發揮著 懷著 帶著 拿著 看著 走著 坐著 活著 等著 接著 附著 附著力 膠著
    黏著 沉著 沉著應對 不著邊際 睡著 著地 著法 高著 一著不慎 棋高一著 著筆 著墨 著意 著勁 歸著 生著病 寫著名字 印著名稱 標著名稱 掛著名牌
    看著書 讀著書 拿著書 帶著書信 新著手 圍繞著有關問題 存在著有待解決的問題 隨著名單公布 隨著作業推進 沿著作業線 本著作業規範
    本著書面原則 對著名單 照著名單 按著名冊 跟著作息 意味著作風轉變 依著錄取名單 隨著錄取 伴隨著述職
`)

it.each(WRITTEN)('%s keeps its 著', (text) => {
  expect(simplify(text)).toContain('著')
  expect(simplify(text)).not.toContain('着')
})

it.each(PARTICLE)('%s takes 着', (text) => {
  expect(simplify(text)).toContain('着')
  expect(simplify(text)).not.toContain('著')
})

it('knows both in one sentence, and in simplified text that has the old form', () => {
  expect(simplify('隨著名著出版，著力提高，成效顯著')).toBe('随著名著出版，着力提高，成效显著')
  expect(simplify('围绕著工作重点，著眼长远')).toBe('围绕着工作重点，着眼长远')
})

it.each([
  ['裏裡爲為台臺羣群衆眾綫線麪麵峯峰', '里里为为台台群群众众线线面面峰峰'],
  ['衞生衛生淸潔靑年', '卫生卫生清洁青年'],
  ['指標、建立、創建、程序、支援、網絡', '指标、建立、创建、程序、支援、网络'],
  ['環境品質、水準、資訊、軟體', '环境品质、水准、资讯、软体'],
])('%s is simplified character by character', (text, simplified) => {
  expect(simplify(text)).toBe(simplified)
})

/** Characters that stand for several in traditional script: the words decide. */
const CHOICES = words(`
    着力解决=著力解決 随着发展=隨著發展 著名专家=著名專家 着重=著重 显著=顯著 执着=執著 里程碑=里程碑 公里=公里 里面=裡面 乡里=鄉里
    村里=村裡 家里=家裡 邻里=鄰里 后面=後面 皇后=皇后 今后=今後 先后=先後 后勤=後勤 干部=幹部 干旱=乾旱 干预=干預 干净=乾淨 若干=若干
    主干=主幹 骨干=骨幹 能干=能幹 干扰=干擾 干活=幹活 饼干=餅乾 发展=發展 头发=頭髮 理发=理髮 发型=髮型 台湾=臺灣 台风=颱風 平台=平臺
    台账=臺賬 台州=台州 后台=後臺 一台=一臺 系统=系統 关系=關係 联系=聯繫 干系=干係 复杂=複雜 恢复=恢復 复习=複習 重复=重複 答复=答覆
    批复=批覆 复核=複核 钟表=鐘錶 表格=表格 制度=制度 制造=製造 制定=制定 研制=研製 面粉=麵粉 面积=面積 方面=方面 松散=鬆散 松树=松樹
    云南=雲南 了解=瞭解 准备=準備 批准=批准 标准=標準 核准=核准 征求=徵求 征收=徵收 长征=長征 象征=象徵 志愿=志願 杂志=雜誌 标志=標誌
    冲击=衝擊 缓冲=緩衝 冲洗=沖洗 出版=出版 丑牛=丑牛 丑恶=醜惡 谷物=穀物 山谷=山谷 范围=範圍 范仲淹=范仲淹 余额=餘額 困难=困難 斗争=鬥爭
    北斗=北斗 划分=劃分 计划=計劃 划船=划船 获得=獲得 收获=收穫 尽快=儘快 尽力=盡力 周围=周圍 周期=週期 一周=一週 朱砂=硃砂 注册=註冊
    注意=注意 注射=注射 致力=致力 精致=精緻 种植=種植 采取=採取 采矿=採礦 彩色=彩色 布置=佈置 占地=佔地 占卜=占卜 家具=傢俱 价值=價值
    只有=只有 一只=一隻 才能=才能 秋千=鞦韆 游泳=游泳 旅游=旅遊 郁闷=鬱悶 岳麓=嶽麓 症状=症狀 症结=癥結 于是=於是 淀粉=澱粉 白洋淀=白洋淀
    签字=簽字 标签=標籤 升级=升級 上升=上升 向上=向上 回收=回收 回归=迴歸 巡回=巡迴 累计=累計 积累=積累 为了=為了 群众=群眾 线路=線路
    产品=產品 麻疹=麻疹 卫生=衛生 启动=啟動 户口=戶口 温度=溫度 脱贫=脫貧 税收=稅收 说明=說明 内容=內容 录取=錄取 绿色=綠色 产业=產業
`)

it.each(CHOICES.map((pair) => pair.split('=') as [string, string]))('%s is %s in traditional script', (plain, form) => {
  expect(traditionalise(plain)).toBe(form)
})
