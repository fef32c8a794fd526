import { describe, expect, it } from 'vitest'
import { parseCorpus, SECTION_TEXT_LIMIT } from '../../../core/knowledge/parse-corpus.ts'

const SOURCES = {
  'bao-a': { title: 'Bài A', publisher: 'Báo A', author: 'Lan', date: '07/09/2022', url: 'https://a.vn/1' },
  'bao-b': { title: 'Bài B', publisher: 'Báo B', date: '2022' },
}

const HEAD = ['# Kế hoạch', '- position: 1', '']
const SECTION = [
  '## Năm bước {#nam-buoc}',
  '- facts: F062 C2',
  '- sources: bao-a bao-b',
  '- asks: Mấy bước? | Bước gì?',
  '',
  'Có 5 bước:',
  '',
  '1. Một.',
  '2. Hai.',
  '',
]

function parse(lines: string[], { name = 'ke-hoach.md', sources = SOURCES as unknown } = {}) {
  return parseCorpus([{ name, text: lines.join('\n') }], sources)
}

/** The section with one line replaced; `undefined` takes the line away. */
function withLine(index: number, line?: string) {
  return [...HEAD, ...SECTION.toSpliced(index, 1, ...(line === undefined ? [] : [line]))]
}

describe('a well written document', () => {
  it('becomes sections with everything an answer needs', () => {
    expect(parse([...HEAD, ...SECTION])).toEqual([
      {
        id: 'ke-hoach#nam-buoc',
        document: { id: 'ke-hoach', title: 'Kế hoạch', position: 1 },
        position: 1,
        title: 'Năm bước',
        text: 'Có 5 bước:\n1. Một.\n2. Hai.',
        asks: ['Mấy bước?', 'Bước gì?'],
        facts: ['F062', 'C2'],
        sources: [SOURCES['bao-a'], SOURCES['bao-b']],
        kind: 'answer',
      },
    ])
  })

  it('gives its caution to every section but one that has its own', () => {
    const second = ['## Hai {#hai}', ...SECTION.slice(1, 4), '- caution: Riêng.', '', 'Chữ.']
    const sections = parse([HEAD[0] ?? '', '- position: 1', '- caution: Chung.', '', ...SECTION, ...second])
    expect(sections.map((section) => section.caution)).toEqual(['Chung.', 'Riêng.'])
  })

  it('may say that the documents do not state something', () => {
    expect(parse(withLine(1, '- kind: gap'))[0]).toMatchObject({ kind: 'gap', facts: [] })
  })

  it('reads the same with Windows line ends and decomposed letters', () => {
    const plain = [...HEAD, ...SECTION].join('\n')
    const typed = plain.normalize('NFD').replaceAll('\n', '\r\n')
    expect(parse([typed])).toEqual(parse([plain]))
  })

  it('comes in the order of the positions, not of the file names', () => {
    const file = (name: string, position: number) => ({
      name,
      text: [`# ${name}`, `- position: ${position}`, '', ...SECTION].join('\n'),
    })
    const sections = parseCorpus([file('a.md', 2), file('b.md', 1)], SOURCES)
    expect(sections.map((section) => section.document.id)).toEqual(['b', 'a'])
  })
})

describe('what a writer got wrong is refused with file and line', () => {
  const refusals: [string, string[], string][] = [
    ['no source', withLine(2), 'ke-hoach.md:4: the section names no source'],
    ['an unknown source', withLine(2, '- sources: bao-c'), 'ke-hoach.md:6: unknown source "bao-c"'],
    ['a fact out of range', withLine(1, '- facts: F137'), 'ke-hoach.md:5: bad fact id "F137"'],
    ['fact zero', withLine(1, '- facts: F000'), 'ke-hoach.md:5: bad fact id "F000"'],
    ['a conflict out of range', withLine(1, '- facts: C14'), 'ke-hoach.md:5: bad fact id "C14"'],
    ['a fact named twice', withLine(1, '- facts: F001 F001'), 'ke-hoach.md:5: bad fact id "F001"'],
    ['two spaces between facts', withLine(1, '- facts: F001  F002'), 'ke-hoach.md:5: bad fact id ""'],
    ['an unknown key', withLine(1, '- fact: F001'), 'ke-hoach.md:5: unknown key "fact"'],
    ['a key of the other level', withLine(1, '- position: 2'), 'ke-hoach.md:5: unknown key "position"'],
    ['a key twice', withLine(1, '- sources: bao-a'), 'ke-hoach.md:6: "sources" is written twice'],
    ['a key without value', withLine(1, '- facts:'), 'ke-hoach.md:5: expected "- key: value"'],
    ['text glued to the keys', withLine(4, 'Chữ.'), 'ke-hoach.md:8: expected "- key: value"'],
    ['no questions', withLine(3), 'ke-hoach.md:4: asks needs two to sixteen questions'],
    ['one question', withLine(3, '- asks: Một?'), 'ke-hoach.md:7: asks needs two to sixteen questions'],
    ['an empty question', withLine(3, '- asks: Một? | | Hai?'), 'ke-hoach.md:7: asks needs two to sixteen'],
    ['another kind', withLine(1, '- kind: note'), 'ke-hoach.md:5: kind can only be "gap"'],
    ['no anchor', withLine(0, '## Năm bước'), 'ke-hoach.md:4: a section heading is "## Title {#anchor}"'],
    ['a bad anchor', withLine(0, '## Năm {#Năm}'), 'ke-hoach.md:4: a section heading is'],
    ['a repeated anchor', [...HEAD, ...SECTION, ...SECTION], 'ke-hoach.md:14: duplicate anchor "nam-buoc"'],
    ['no text', [...HEAD, ...SECTION.slice(0, 5)], 'ke-hoach.md:4: the section has no text'],
    [
      'too much text',
      withLine(5, 'x'.repeat(SECTION_TEXT_LIMIT + 1)),
      `ke-hoach.md:4: the text has ${SECTION_TEXT_LIMIT + 17} characters`,
    ],
    ['bold', withLine(5, 'Có **5** bước'), 'ke-hoach.md:9: only "- " and "1. " lists'],
    ['a link', withLine(5, 'Xem [đây](https://a.vn)'), 'ke-hoach.md:9: only "- " and "1. " lists'],
    ['a nested list', withLine(7, '  - một'), 'ke-hoach.md:11: only "- " and "1. " lists'],
    ['no title', SECTION, 'ke-hoach.md:1: the first line must be "# " and the title'],
    ['no position', [HEAD[0] ?? '', '', ...SECTION], 'ke-hoach.md:1: position must be a number from 1'],
    [
      'text before the sections',
      [...HEAD, 'Lời nói đầu', ...SECTION],
      'ke-hoach.md:4: text outside a section',
    ],
    ['no section', HEAD, 'ke-hoach.md:1: a document needs a section'],
  ]

  it.each(refusals)('%s', (_, lines, fault) => {
    expect(() => parse(lines)).toThrow(fault)
  })

  it('a file name that cannot be an id', () => {
    expect(() => parse([...HEAD, ...SECTION], { name: 'Kế hoạch.md' })).toThrow('a file name is lower-case')
  })

  it('two documents at one position', () => {
    const text = [...HEAD, ...SECTION].join('\n')
    const files = [
      { name: 'a.md', text },
      { name: 'b.md', text },
    ]
    expect(() => parseCorpus(files, SOURCES)).toThrow('b.md:1: position 1 already belongs to a.md')
  })

  it('all faults in one error', () => {
    const lines = withLine(1, '- facts: F999').with(5, '- sources: bao-x')
    expect(() => parse(lines)).toThrow(/5: bad fact id "F999"\nke-hoach\.md:6: unknown source "bao-x"/)
  })
})

describe('the list of sources', () => {
  it.each([
    ['a source without publisher', { a: { title: 'A' } }],
    ['an unknown field', { a: { title: 'A', publisher: 'B', page: 3 } }],
    ['another form of date', { a: { title: 'A', publisher: 'B', date: '2022-09-07' } }],
    ['something that is no web address', { a: { title: 'A', publisher: 'B', url: 'a.vn' } }],
    ['a list', [{ title: 'A', publisher: 'B' }]],
  ])('is refused with %s', (_, sources) => {
    expect(() => parse([...HEAD, ...SECTION], { sources })).toThrow('sources.json')
  })
})
