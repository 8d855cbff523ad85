/** What is wrong with a file: id → [Chinese, English]; `{file}` is put before by the command. */
export const messages = {
  'input.missing': ['找不到这个文件，请检查文件名和所在文件夹。', 'there is no such file; check its name and folder.'],
  'input.denied': ['没有读取权限，请检查文件权限。', 'it may not be read; check its permissions.'],
  'input.directory': [
    '这是文件夹，请写出其中的文件，例如 文件夹/*.txt。',
    'it is a folder; name the files in it, as in folder/*.txt.',
  ],
  'input.no-file': ['这不是普通文件。', 'it is no regular file.'],
  'input.loop': ['链接互相指向，没有尽头。', 'its links lead in a circle.'],
  'input.dangling': ['链接指向的文件不存在。', 'the link leads to nothing.'],
  'input.bad-name': [
    '文件名不是 UTF-8，无法打开；请先转换文件名，例如 convmv -f gbk -t utf8 --notest。',
    'its name is not UTF-8, so it cannot be opened; convert the name first, as with convmv -f gbk -t utf8 --notest.',
  ],
  'input.changed': [
    '读取过程中文件一直在变动，请待其写完后重试。',
    'it kept changing while it was read; run again once it is complete.',
  ],
  'input.over-max-size': [
    '文件有 {size} MB，超过上限 {most} MB；如确需解析，请加大 --max-size。',
    'it has {size} MB, more than the limit of {most} MB; --max-size raises the limit.',
  ],
  'input.too-large': [
    '文件有 {size} MB，超过上限 {most} MB；请拆分后再试。',
    'it has {size} MB, more than the limit of {most} MB; divide it into smaller files.',
  ],
  'input.too-long': [
    '正文有 {length} 字，超过上限 {most} 字，不像一份政策文件；如含多份文件，请拆分后再试。',
    'its text has {length} characters, more than the limit of {most}; if it holds several documents, divide it.',
  ],
  'input.failed': ['读取失败（{code}）。', 'it could not be read ({code}).'],
  'input.empty': [
    '文件是空的，请检查是否下载或保存完整。',
    'it is empty; check that it was downloaded or saved completely.',
  ],
  'input.binary': [
    '这不是文本，也不是能识别的文档格式；请另存为文本、网页、DOCX 或 PDF 后再试。',
    'it is neither text nor a document of a known format; save it as text, HTML, DOCX or PDF.',
  ],
  'input.no-chinese': [
    '里面没有汉字，请检查是否选错文件；若应有汉字，请用 --encoding 指定编码。',
    'it holds no Chinese text; check that it is the right file, or name its encoding with --encoding.',
  ],
  'input.no-plan': ['这不是 policyplan 的计划：缺少 planVersion。', 'it is no plan: planVersion is missing.'],
  'input.plan-version': [
    '计划的格式版本是 {version}，这里只认识版本 1。',
    'the plan is of format version {version}; only version 1 is known here.',
  ],
  'input.bad-plan': ['计划无法读取：{reason}', 'the plan cannot be read: {reason}'],
  'input.large-plan': [
    'YAML 计划有 {size} MB，超过 {most} MB；请改用 JSON 格式的计划。',
    'the YAML plan has {size} MB, more than {most}; use the plan as JSON.',
  ],
} as const
