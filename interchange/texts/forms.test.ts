import { describe, expect, test } from 'vitest'
import { writeMachineTranscript } from './machine-transcript.ts'
import { docx, odt, paragraph, WORD } from './testing/documents.ts'
import { pdf } from './testing/pdf.ts'
import { read, said, timed, warned } from './testing/read.ts'

/** Everything here is invented. */
describe('a Word document', () => {
  test('is read by paragraphs: what was put in is kept, what was struck out is not, comments are no words', async () => {
    const text = await read(
      docx(
        paragraph('<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>', 'Interview 3') +
          paragraph('I: When did you ', '<w:ins><w:r><w:t>first</w:t></w:r></w:ins>', ' see it?') +
          paragraph(
            'W3: At night',
            '<w:del><w:r><w:delText>, I think</w:delText></w:r></w:del>',
            '.',
            '<w:r><w:commentReference w:id="0"/></w:r>',
          ) +
          paragraph('Twice.', '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        {
          'word/footnotes.xml': `<w:footnotes ${WORD}><w:footnote><w:p><w:r><w:t>She meant two nights.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
          'word/comments.xml': `<w:comments ${WORD}><w:comment><w:p><w:r><w:t>Ask again.</w:t></w:r></w:p></w:comment></w:comments>`,
        },
      ),
    )
    expect(text.form).toBe('docx')
    expect(said(text)).toEqual([
      'Interview 3',
      'I: When did you first see it?',
      'W3: At night.\nTwice.[1]',
      'She meant two nights.',
    ])
    expect(warned(text)).toEqual([
      'invented: expected a text without tracked changes, found 1 stretches put in, which were kept, and 1 struck out, which were not.',
      'invented: expected words of the text, found 1 comments, left out.',
      'invented: expected words of the text, found 1 paragraphs of notes, set behind it.',
    ])
  })

  test('knows a speaker by strong type, even one that speaks once', async () => {
    const bold = (words: string) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
    const text = await read(
      docx(paragraph(bold('The Chair'), ': Thank you.') + paragraph('Note: this is a word.')),
    )
    expect(said(text)).toEqual(['The Chair: Thank you.\nNote: this is a word.'])
    expect(warned(text)).toEqual([
      'invented, paragraph 2: expected a speaker who is known by name, found “Note:” once, read as words of whoever spoke before.',
    ])
  })

  test('whose table is the transcript, as NVivo writes it, is read by its rows', async () => {
    const row = (...cells: readonly string[]) =>
      `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`
    const text = await read(
      docx(
        paragraph('Recording 7') +
          `<w:tbl>${row('Timespan', 'Content', 'Speaker')}${row('0:00.0 - 0:04.5', 'When?', 'I')}${row('0:04.5 - 0:09.0', 'في الليل', 'W3')}${row('0:09.0 - 0:12.0', 'مرتين', 'W3')}</w:tbl>`,
      ),
    )
    expect(said(text)).toEqual(['Recording 7', 'I: When?', 'W3: في الليل مرتين'])
    expect(timed(text)).toEqual([
      [null, null, null],
      ['I', 0, 4500],
      ['W3', 4500, 9000],
      ['W3', 9000, 12000],
    ])
    expect(text.turns.map(({ direction }) => direction)).toEqual(['ltr', 'ltr', 'rtl'])
  })
})

test('an OpenDocument text is read likewise', async () => {
  const text = await read(
    odt(
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
        '<text:h>Interview</text:h><text:p>I: When<text:s text:c="2"/>was<text:tab/>it?</text:p>' +
        '<text:p>W3: At <text:span>night</text:span>.<office:annotation><text:p>Ask again.</text:p></office:annotation><text:line-break/>Twice.' +
        '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Two nights.</text:p></text:note-body></text:note></text:p>',
    ),
  )
  expect(text.form).toBe('odt')
  expect(said(text)).toEqual(['Interview', 'I: When  was\tit?', 'W3: At night.\nTwice.[1]', 'Two nights.'])
  expect(text.warnings.map(({ reason }) => reason)).toEqual([
    'changes-settled',
    'comments-left-out',
    'notes-moved',
  ])
})

describe('a PDF', () => {
  test('is read line by line, its paragraphs joined, its running heads left out', async () => {
    const page = (number: number, ...lines: readonly string[]) => [
      { x: 72, y: 800, words: 'Hearing, day 4' },
      ...lines.map((words, i) => ({ x: 72, y: 700 - 14 * i, words })),
      { x: 290, y: 30, words: `Page ${number}` },
    ]
    const text = await read(
      pdf([
        page(1, 'I: When did you see', 'it?', 'W3: At night.'),
        page(2, 'I: Again?'),
        page(3, 'W3: Twice.'),
      ]),
    )
    expect(said(text)).toEqual(['I: When did you see it?', 'W3: At night.', 'I: Again?', 'W3: Twice.'])
    expect(text.turns.map(({ page: number }) => number)).toEqual([1, 1, 2, 3])
    expect(warned(text)).toEqual([
      'invented: expected words of the text, found 6 lines at the edge of pages that come again, left out.',
    ])
    expect(text.compare).toEqual([])
  })

  const backwards = (words: string) => Array.from(words).reverse().join('')
  const LINES = ['قال الشاهد إن الحافلة وصلت', 'إلى المدرسة في الليل سنة 2014']

  test('with Arabic as it is drawn, from left to right, comes out as it is read, and says which page to compare', async () => {
    // Drawn from the left: the letters of the line backwards, its number as it reads.
    const drawn = LINES.map((line, i) => ({
      ...{ x: 200, y: 700 - 14 * i },
      words: backwards(line).replace('4102', '2014'),
    }))
    const text = await read(pdf([drawn]))
    expect(said(text)).toEqual([LINES.join(' ')])
    expect(text.compare).toEqual([1])
    expect(text.warnings.map(({ reason }) => reason)).toEqual(['right-to-left-in-pdf', 'no-speakers'])
  })

  test('with Arabic written as it is read is not turned over, and that is said', async () => {
    const text = await read(pdf([LINES.map((words, i) => ({ x: 200, y: 700 - 14 * i, words }))]))
    expect(said(text)).toEqual([LINES.join(' ')])
    expect(text.warnings.map(({ reason }) => reason)).toContain('visual-order')
    expect(text.compare).toEqual([1])
  })

  test('with words drawn one by one is set in order from the right', async () => {
    const words = (LINES[0] ?? '').split(' ')
    let x = 500
    const drawn = words.map((word) => {
      x -= 6 * word.length + 4
      return { x, y: 700, words: backwards(word) }
    })
    for (const order of [drawn, drawn.toReversed()])
      expect(said(await read(pdf([order])))).toEqual([LINES[0]])
  })

  test('with letters cut for print has letters again', async () => {
    const forms = '\uFE8D\uFEDF\uFE92\uFE8E\uFE8F \uFEE3\uFED4\uFE98\uFEEE\uFEA1'
    const text = await read(pdf([[{ x: 200, y: 700, words: backwards(forms) }]]))
    expect(said(text)).toEqual(['الباب مفتوح'])
    expect(text.warnings.map(({ reason }) => reason)).toContain('presentation-forms')
  })

  test('with a scanned page among others says which', async () => {
    const text = await read(pdf([[{ x: 72, y: 700, words: 'W3: Yes.' }], []]))
    expect(warned(text)).toEqual([
      'invented, page 2: expected words, found none: pictures only, which were not read.',
    ])
  })
})

describe('a plain text', () => {
  test.each([
    [
      '[00:01:02] I: When?\n[00:01:05] W3: At night.\n',
      [
        ['I', 62000, 65000],
        ['W3', 65000, null],
      ],
    ],
    [
      'I: When? #00:01:02-3#\nW3: At night. #00:01:05-0#\n',
      [
        ['I', null, 62300],
        ['W3', 62300, 65000],
      ],
    ],
    [
      '00:03:40.5I: When?\n00:03:42.0W3: At night.\n',
      [
        ['I', 220500, 222000],
        ['W3', 222000, null],
      ],
    ],
    [
      'I: [1:02 - 1:04] When?\nW3: [٠١:٠٥] At night.\n',
      [
        ['I', 62000, 64000],
        ['W3', 65000, null],
      ],
    ],
  ])('has its times taken out of the words: %j', async (content, times) => {
    const text = await read(content)
    expect(said(text)).toEqual(['I: When?', 'W3: At night.'])
    expect(timed(text)).toEqual(times)
  })

  test('keeps a time of day that somebody said', async () => {
    expect(said(await read('W3: We left (10:30), at 10:30.\nI: Yes?\n'))).toEqual([
      'W3: We left (10:30), at 10:30.',
      'I: Yes?',
    ])
  })

  test('says in which encoding it was read', async () => {
    const words = 'س: متى؟\nج: في الليل.\n'
    const units = (text: string) =>
      new Uint8Array(Uint16Array.from(text, (sign) => sign.charCodeAt(0)).buffer)
    const windows = Uint8Array.from([
      0xd3, 0x3a, 0x20, 0xe3, 0xca, 0xec, 0xbf, 0x0a, 0xcc, 0x3a, 0x20, 0xe1, 0xed, 0xe1, 0x0a,
    ])
    for (const bytes of [words, `\uFEFF${words}`, units(`\uFEFF${words}`), units(words)])
      expect(said(await read(bytes))).toEqual(['س: متى؟', 'ج: في الليل.'])
    const guessed = await read(windows)
    expect(said(guessed)).toEqual(['س: متى؟', 'ج: ليل'])
    expect(warned(guessed)).toEqual([
      'invented: expected an encoding that the file says, found a guess, windows-1256: look at the letters.',
    ])
    expect(said(await read(windows, { encoding: 'windows-1256' }))).toEqual(['س: متى؟', 'ج: ليل'])
  })

  test('in light markup is read without the signs, its directives left out', async () => {
    const text = await read(
      '.. raw:: html\n\n   <p>x</p>\n\nDay one\n=======\n\n*(10.00 am)*\n\n**Ms A**: What is :abbr:`POL (Post Office Limited)`?\n\n.. rst-class:: indented\n\n**W 1**: I *do* not know.\n\nReally.\n\nStatement of W 2\n^^^^^^^^^^^^^^^^\n\nI was there.\n',
    )
    expect(said(text)).toEqual([
      'Day one',
      '(10.00 am)',
      'Ms A: What is POL?',
      'W 1: I do not know.\nReally.',
      'Statement of W 2',
      'I was there.',
    ])
    expect(warned(text)).toEqual(['invented, line 1: expected words, found 3 lines of directives, left out.'])
  })
})

describe('subtitles', () => {
  const VTT = `WEBVTT Kind: captions
Language: ar

NOTE a comment

1
00:00.000 --> 00:02.500 align:start
<v.loud I>When &amp; <i>where</i>?</v>

00:00:02.500 --> 00:00:04.000
<v W3>في الليل

00:00:04.000 --> 00:00:06.000
<v W3>مرتين
<v I>Twice?
`
  test('of WebVTT are read with their voices', async () => {
    const text = await read(VTT)
    expect([text.form, text.language]).toEqual(['vtt', { tag: 'ar', by: 'file' }])
    expect(said(text)).toEqual(['I: When & where?', 'W3: في الليل مرتين', 'I: Twice?'])
    expect(timed(text)).toEqual([
      ['I', 0, 2500],
      ['W3', 2500, 4000],
      ['W3', 4000, 6000],
      ['I', 4000, 6000],
    ])
  })

  test('of SubRip are read with the speakers that a machine numbers, and marked as a machine’s', async () => {
    const text = await read(
      '1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}[SPEAKER_00]: When?\r\n\r\n2\r\n00:00:02,000 --> 00:00:03,000\r\n[SPEAKER_01]: <i>At night</i>: twice.\r\n',
    )
    expect(text.form).toBe('srt')
    expect(said(text)).toEqual(['SPEAKER_00: When?', 'SPEAKER_01: At night: twice.'])
    expect(text.machine).not.toBeNull()
  })

  test('whose times overlap, go backward or cannot be read keep their words, and each is told by its line', async () => {
    const text = await read(
      'WEBVTT\n\n00:01.000 --> 00:05.000\none\n\n00:04.000 --> 00:06.000\ntwo\n\n00:02.000 --> 00:03.000\nthree\n\n00:09.000 --> 00:08.000\nfour\n\nsoon --> later\nfive\n\nsix\n',
      { name: 'a.vtt' },
    )
    expect(said(text).join(' ')).toBe('one two three four five six')
    expect(warned(text)).toEqual([
      'a.vtt, line 15: expected two times that can be read, found “soon --> later”.',
      'a.vtt, line 18: expected a time such as 00:01:02.000 --> 00:01:04.000, found “six”.',
      'a.vtt, line 6: expected a time from 0:00:05 on, found 0:00:04, while the one before still runs.',
      'a.vtt, line 9: expected a time from 0:00:04 on, found 0:00:02.',
      'a.vtt, line 12: expected an end after 0:00:09, found 0:00:08.',
      'a.vtt: expected lines that begin with who speaks, found none: the words belong to nobody in it.',
    ])
  })

  test('without voices are parted where nobody speaks for two seconds', async () => {
    const text = await read(
      'WEBVTT\n\n00:00.000 --> 00:01.000\none\n\n00:01.500 --> 00:02.000\ntwo\n\n00:05.000 --> 00:06.000\nthree\n',
    )
    expect(said(text)).toEqual(['one two', 'three'])
  })
})

describe('a transcript of Whisper', () => {
  const segment = (start: number, text: string, more: object = {}) => ({
    ...{ start, end: start + 1, text, avg_logprob: -0.2, no_speech_prob: 0.01, compression_ratio: 1.2 },
    ...more,
  })
  test('of openai-whisper is a machine’s, and carries what the machine doubts', async () => {
    const segments = [
      segment(0, ' When?'),
      segment(1, ' At night.', { avg_logprob: -1.5 }),
      segment(2, ' Thank you.', { no_speech_prob: 0.9 }),
      ...[3, 4, 5].map((start) => segment(start, ' Yes.')),
    ]
    const text = await read(JSON.stringify({ text: '', language: 'en', segments }))
    expect([text.form, text.machine, text.language]).toEqual([
      'openai-whisper',
      'Whisper',
      { tag: 'en', by: 'file' },
    ])
    expect(text.turns.flatMap(({ pieces }) => pieces.map(({ doubt }) => doubt?.kind ?? null))).toEqual([
      ...[null, 'low-confidence', 'no-speech', 'repeats', 'repeats', 'repeats'],
    ])
    expect(warned(text).slice(-2)).toEqual([
      'invented: expected words that a person wrote down, found those of a machine (Whisper): nothing of it can be cited before somebody has listened.',
      'invented: expected words that the machine was sure of, found 1 stretches that it was unsure of, 1 where it held that nobody spoke, 3 that repeat.',
    ])
  })

  test('that an engine of the user’s own wrote says which engine and which model', async () => {
    const told = { version: '1.13.8', model: 'zipformer-ar', sha256: 'ab'.repeat(32), files: [] }
    const engine = { name: 'sherpa-onnx', ...told } as const
    const written = writeMachineTranscript({
      ...{ engine, recording: { file: 'a.wav', sha256: 'cd'.repeat(32) }, language: 'ar' },
      segments: [{ start: 1.0004, end: 2, text: 'في الليل', avg_logprob: -1.5 }],
    })
    const text = await read(written)
    expect(text.machine).toBe(`sherpa-onnx 1.13.8, model zipformer-ar, SHA-256 ${'ab'.repeat(32)}`)
    expect(text.turns.flatMap(({ pieces }) => pieces.map(({ from, doubt }) => [from, doubt?.kind]))).toEqual([
      [1000, 'low-confidence'],
    ])
  })

  test('of whisper.cpp is read in its own dialect', async () => {
    const transcription = [
      {
        offsets: { from: 0, to: 1200 },
        text: ' متى؟',
        tokens: [
          { text: '[_BEG_]', p: 0.1 },
          { text: 'متى', p: 0.9 },
        ],
      },
      { offsets: { from: 1200, to: 2000 }, text: ' ليلاً', tokens: [{ text: 'ليلا', p: 0.2 }] },
    ]
    const text = await read(
      JSON.stringify({ model: { type: 'base' }, result: { language: 'ar' }, transcription }),
    )
    expect([text.form, text.machine]).toEqual(['whisper.cpp', 'whisper.cpp base'])
    expect(
      text.turns.flatMap(({ pieces }) => pieces.map(({ from, doubt }) => [from, doubt?.kind ?? null])),
    ).toEqual([
      [0, null],
      [1200, 'low-confidence'],
    ])
  })
})

test('oTranscribe’s file is read by its paragraphs and times; its scripts are not', async () => {
  const html =
    '<p><span class="timestamp" contenteditable="false" data-timestamp="62.3">1:02</span><b>I:</b> When?</p><script>alert(1)</script><div><span class="timestamp" data-timestamp="01:05">1:05</span>W3: At&nbsp;night.<br>Twice.</div>'
  const text = await read(JSON.stringify({ text: html, media: '', 'media-time': 3 }))
  expect(text.form).toBe('otranscribe')
  expect(said(text)).toEqual(['I: When?', 'W3: At night.\nTwice.'])
  expect(timed(text)[0]).toEqual(['I', 62300, 65000])
})

describe('a table', () => {
  test.each([
    ['speaker,words,tags,timestamp\nI,When?,,00:00:01\nW3,"At night,\ntwice",x,00:00:03\n'],
    ['المتحدث;النص;الوقت\nI;When?;0:01\nW3;"At night,\ntwice";0:03\n'],
    ['0:00:01\tI\tWhen?\n0:00:03\tW3\t"At night,\ntwice"\n'],
  ])('of speakers, words and times is read by its rows: %j', async (content) => {
    const text = await read(content)
    expect(text.form).toBe('rows')
    expect(said(text)).toEqual(['I: When?', 'W3: At night,\ntwice'])
    expect(timed(text)).toEqual([
      ['I', 1000, null],
      ['W3', 3000, null],
    ])
  })

  test('has rows that are too short, and times that are none, told by their lines', async () => {
    const text = await read('speaker,words,time\nI,When?,0:01\nW3\nW3,Twice.,soon\n', { name: 'a.csv' })
    expect(said(text)).toEqual(['I: When?', 'W3: Twice.'])
    expect(warned(text)).toEqual([
      'a.csv, line 3: expected 3 cells at least, found 1, left out.',
      'a.csv, line 4: expected a time such as 00:01:02, found “soon”.',
    ])
  })
})
