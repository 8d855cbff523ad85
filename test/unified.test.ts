import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { parse } from '../src/parse.js'
import type { PlanNode } from '../src/unified.js'
import { policyplanParse, policyplanYaml } from '../src/unified.js'

const TEXT =
  '青石镇2024年河道管护工作要点\n\n一、工作目标\n年底前，河道保洁覆盖率达到95%以上。\n三、保障措施\n加强组织领导。\n'

it('gives a tree with positions and a message for every problem', () => {
  const file = new VFile(TEXT)
  const tree = unified().use(policyplanParse).parse(file) as unknown as PlanNode
  const [first] = tree.children
  expect(first?.position?.start).toEqual({ line: 3, column: 1, offset: TEXT.indexOf('一、') })
  expect(file.messages.map(({ ruleId, line, column }) => ({ ruleId, line, column }))).toEqual([
    { ruleId: 'ordinal-gap', line: 5, column: 1 },
  ])
})

it('compiles to the plan that parse gives', async () => {
  const yaml = String(await unified().use(policyplanParse).use(policyplanYaml).process(TEXT))
  expect(parseYaml(yaml)).toEqual((await parse(TEXT)).plan)
})
