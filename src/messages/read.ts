/** What is said about files that cannot be read, or only in part: id → [Chinese, English]. */
export const messages = {
  'read.no-document': [
    '文件不是可识别的文档（内容是 {what}），未作解析。',
    'it is no document that can be read (its content is {what}).',
  ],
  'read.too-large': ['文件内容超出处理上限，未作解析。', 'it holds more text than the limit and was not read.'],
  'read.too-deep': ['文件的嵌套层数超出处理上限，未作解析。', 'it is nested deeper than the limit and was not read.'],
  'read.too-wide': ['表格超过 {limit} 列，未作解析。', 'a table has more than {limit} columns; the file was not read.'],
  'read.outside-body': [
    '正文之外有 {count} 字未收入（“{text}…”）。',
    'left out, outside the body: {count|character|characters} (“{text}…”).',
  ],
  'read.truncated': [
    '文件不完整或已损坏，无法读取；请重新下载或另存。',
    'it is cut off or damaged and cannot be read; get it again.',
  ],
  'read.damaged-xml': ['文件内部的 XML 不合规范，无法读取。', 'its XML is not well-formed; it cannot be read.'],
  'read.bomb': ['文件解压后超出处理上限，未作解析。', 'it unpacks to more than the limit and was not read.'],
  'read.encrypted': ['文件已加密，请先去除密码。', 'it is protected by a password; remove that first.'],
  'read.text-box': ['文本框中有 {count} 字未收入。', 'left out, in text boxes: {count|character|characters}.'],
  'read.too-long': ['文件的解析超出时间上限，已中止。', 'reading it took longer than the limit and was given up.'],
  'read.too-much': ['文件的解析超出内存上限，已中止。', 'reading it took more memory than the limit and was given up.'],
  'read.scanned': [
    '文件是扫描图像，没有文字层，请先作文字识别（OCR）。',
    'it is a scan without text; run OCR on it first.',
  ],
  'read.scanned-pages': ['第 {pages} 页没有文字层，未能读取。', 'Pages without text could not be read: {pages}.'],
  'read.glyphs': [
    '文件的字体没有字符对照表，文字无法还原。',
    'its fonts do not say which characters they draw; its text cannot be read.',
  ],
  'read.glyph-pages': [
    '第 {pages} 页有只存字形、无法还原的文字。',
    'Pages with text of which only shapes are stored: {pages}.',
  ],
  'read.no-converter': [
    '找不到 soffice 命令，请先安装 LibreOffice，或去掉 --converter soffice。',
    'The command soffice was not found: install LibreOffice, or leave out --converter soffice.',
  ],
  'read.converter-failed': [
    'LibreOffice 未能转换该文件，请去掉 --converter soffice 重试。',
    'LibreOffice could not convert the file; try again without --converter soffice.',
  ],
  'read.converter-late': [
    'LibreOffice 转换超过 {seconds} 秒，已中止。',
    'LibreOffice took longer than {seconds} seconds to convert the file; it was given up.',
  ],
  'read.doc-numbers': [
    '文件用了自动编号，其中一部分未能读出；可另存为 .docx，或使用 --converter soffice。',
    'The document numbers its headings automatically, and some of the numbers could not be read: save it as .docx, or use --converter soffice.',
  ],
} as const
