// Written by `npm run gen` from schemas/plan.schema.json.
/** The keys of every object of a plan, in their order. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
  "plan": [
    "planVersion",
    "document",
    "preamble",
    "sections"
  ],
  "preamble": [
    "tasks"
  ],
  "document": [
    "title",
    "kind",
    "number",
    "issuers",
    "addressees",
    "issuedOn",
    "publishedOn",
    "effectiveFrom",
    "cover",
    "copiedTo",
    "note",
    "indexNumber",
    "year",
    "period",
    "source",
    "attachments"
  ],
  "source": [
    "file",
    "url",
    "mediaType",
    "encoding",
    "script",
    "sha256",
    "repairs"
  ],
  "number": [
    "text",
    "agencyCode",
    "agency",
    "year",
    "serial"
  ],
  "section": [
    "id",
    "marker",
    "ordinal",
    "style",
    "title",
    "span",
    "tasks",
    "sections"
  ],
  "task": [
    "id",
    "text",
    "span",
    "modality",
    "responsible",
    "indicators",
    "references",
    "deadlines"
  ],
  "responsible": [
    "role",
    "units",
    "quote",
    "span"
  ],
  "indicator": [
    "name",
    "scope",
    "comparator",
    "value",
    "min",
    "max",
    "unit",
    "of",
    "change",
    "baseline",
    "baselineValue",
    "baselineTime",
    "status",
    "time",
    "implied",
    "cumulative",
    "attribute",
    "quote",
    "span"
  ],
  "reference": [
    "title",
    "number",
    "issuers",
    "type",
    "relation",
    "inner",
    "article",
    "resolves",
    "quote",
    "span"
  ],
  "deadline": [
    "kind",
    "date",
    "duration",
    "relative",
    "anchor",
    "quote",
    "span"
  ],
  "cover": [
    "title",
    "kind"
  ]
}
/** Object and key → an example of its value. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  "plan.planVersion": "1",
  "document.title": "2031年某某区基层卫生工作要点",
  "document.kind": "要点",
  "document.issuers": [
    "某某区卫生健康局"
  ],
  "document.addressees": [
    "各镇卫生院"
  ],
  "document.issuedOn": "2031-03-16",
  "document.publishedOn": "2031-03-18",
  "document.effectiveFrom": "2031-05-01",
  "document.copiedTo": [
    "区委办公室"
  ],
  "document.note": "此件公开发布",
  "document.indexNumber": "11111/2031-0001",
  "document.year": 2031,
  "document.period": "2031/2035",
  "document.attachments": [
    "任务分工表"
  ],
  "source.file": "notice.html",
  "source.url": "https://example.gov.cn/a.html",
  "source.mediaType": "text/html",
  "source.encoding": "gb18030",
  "source.script": "traditional",
  "source.sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "source.repairs": {
    "gloss": 412
  },
  "number.text": "某卫发〔2031〕3号",
  "number.agencyCode": "某卫发",
  "number.agency": "某某市卫生健康委员会",
  "number.year": 2031,
  "number.serial": 3,
  "section.id": "1",
  "section.marker": "一、",
  "section.ordinal": 1,
  "section.style": "一、",
  "section.title": "加强组织领导",
  "section.span": [
    312,
    334
  ],
  "task.id": "1.t1",
  "task.text": "年底前家庭医生签约服务覆盖率达到60%以上。",
  "task.span": [
    312,
    334
  ],
  "task.modality": "must",
  "responsible.role": "lead",
  "responsible.units": [
    "市财政局"
  ],
  "responsible.quote": "家庭医生签约服务覆盖率达到60%以上",
  "responsible.span": [
    312,
    334
  ],
  "indicator.name": "家庭医生签约服务覆盖率",
  "indicator.scope": "重点人群",
  "indicator.comparator": ">=",
  "indicator.value": 60,
  "indicator.min": 5,
  "indicator.max": 10,
  "indicator.unit": "%",
  "indicator.of": "医院标准床位数",
  "indicator.change": "increase",
  "indicator.baseline": "上年度",
  "indicator.baselineValue": 96,
  "indicator.baselineTime": "2030",
  "indicator.status": "target",
  "indicator.time": "../2031-12-31",
  "indicator.implied": true,
  "indicator.cumulative": true,
  "indicator.attribute": "约束性",
  "indicator.quote": "家庭医生签约服务覆盖率达到60%以上",
  "indicator.span": [
    312,
    334
  ],
  "reference.title": "关于加强基层工作的意见",
  "reference.issuers": [
    "省委办公厅"
  ],
  "reference.type": "policy",
  "reference.relation": "implements",
  "reference.inner": [
    "2031年工作要点"
  ],
  "reference.article": "第十六条",
  "reference.resolves": "某某市医疗机构管理办法",
  "reference.quote": "家庭医生签约服务覆盖率达到60%以上",
  "reference.span": [
    312,
    334
  ],
  "deadline.kind": "by",
  "deadline.date": "../2031-12-31",
  "deadline.duration": "P5Y",
  "deadline.relative": true,
  "deadline.anchor": "印发之日",
  "deadline.quote": "家庭医生签约服务覆盖率达到60%以上",
  "deadline.span": [
    312,
    334
  ],
  "cover.title": "关于印发《2031年工作要点》的通知",
  "cover.kind": "通知"
}
