import { describe, expect, it } from 'vitest'
import { maskSensitive, withoutMasks } from '../../core/sensitive.ts'

describe('what must not be kept in clear', () => {
  it.each([
    ['Số của em là 0909123456, gọi em nhé', '0909123456'],
    ['gọi 0909.123.456 giúp', '0909.123.456'],
    ['0909 123 456', '0909 123 456'],
    ['+84 909 123 456 nha', '84 909 123 456'],
    ['(028) 3829 1234', '3829 1234'],
    ['84909123456', '84909123456'],
    ['năm 2025 0909123456', '0909123456'],
    ['SĐT0909123456', '0909123456'],
    ['090\u200b9123456', '9123456'],
    ['0912 - 345 - 678', '345'],
    ['0912  345 678', '345'],
    ['0912/345/678', '345'],
    ['0912,345,678', '345'],
    ['0912\n345678', '345678'],
    ['0912345678 người phụ trách', '0912345678'],
    ['sđt:0912345678 người phụ trách', '0912345678'],
    ['gọi +84912345678 người nhà', '912345678'],
    ['0912345678 Triệu Thị Hoa', '0912345678'],
    ['０９０９１２３４５６', '０９０９１２３４５６'],
  ])('hides the telephone number in "%s"', (text, number) => {
    const masked = maskSensitive(text)
    expect(masked.found).toEqual(['phone'])
    expect(masked.text).not.toContain(number)
  })

  it.each([
    'CCCD 079099001234 của tôi',
    'cccd: 079 099 001 234',
    'cmnd 024.123.456',
    'chứng minh 123 456 789',
    'số căn cước 079099001234',
    'cccd 179123456789 người dân',
    'hộ chiếu B1234567',
  ])('hides the identity number in "%s"', (text) => {
    const masked = maskSensitive(text)
    expect(masked.found).toEqual(['id_number'])
    expect(masked.text).not.toMatch(/\d{3}/)
  })

  it.each([
    'stk 0123456789 Vietcombank',
    'số tài khoản 19034567890123',
    'tai khoan ngan hang: 1234 5678 90',
    '4111111111111111',
    '4111 1111 1111 1111',
    'stk 0071000123456 ngân hàng Vietcombank',
  ])('hides the account number in "%s"', (text) => {
    const masked = maskSensitive(text)
    expect(masked.found).toEqual(['bank_account'])
    expect(masked.text).not.toMatch(/\d{3}/)
  })

  it('hides e-mail addresses', () => {
    expect(maskSensitive('gửi lan.nguyen@example.com.vn nhé').text).toBe('gửi [thư điện tử đã che] nhé')
  })

  it('hides several at once and tells each kind once', () => {
    const { text, found } = maskSensitive('Tôi là Lan, CCCD 079099001234, sđt 0909123456 và 0912345678')
    expect(found).toEqual(['id_number', 'phone'])
    expect(withoutMasks(text)).toMatch(/^Tôi là Lan, CCCD\s+, sđt\s+và\s+$/)
  })

  it('keeps what belongs to the question', () => {
    const question =
      'Giai đoạn 2011-2018 chi 36 tỷ, 630 lớp, 413 và 306 mô hình; 168 xã; 1.000.000 đồng; 123456789 đồng; 123456789012 người; 123.456.789 đồng; ' +
      '30-10-2025, 07/09/2022 16:11, 02-09-2022 168; PII 59,33 65,21 53,44; 36.000.000.000; 10,405 lượt; mã d172994'
    expect(maskSensitive(question)).toEqual({ text: question, found: [] })
  })

  it('finds the same again in a masked text and changes nothing', () => {
    for (const text of ['gọi 0909123456, stk 123456789', 'TỐI MẬT: kế hoạch']) {
      const once = maskSensitive(text)
      expect(maskSensitive(once.text)).toEqual(once)
    }
  })

  it('stays quick on very long input', () => {
    for (const piece of ['1', '0 ', 'a@', 'MẬT ', '0909123456 ', '(0) ', 'a.b-', '[', '[số ']) {
      expect(maskSensitive(piece.repeat(100_000 / piece.length)).text).toBeTypeOf('string')
    }
  })
})

describe('state-secret markings', () => {
  it.each([
    'Tài liệu TỐI MẬT về dự án',
    'TUYỆT MẬT',
    'văn bản đóng dấu MẬT này nói gì',
    'MẬT\nKế hoạch tác chiến',
    '[MẬT] tóm tắt giúp tôi',
    'công văn mật số 12',
    'tai lieu dong dau mat, tom tat giup',
    'đây là tài liệu tối mật',
  ])('drops "%s" whole', (text) => {
    const masked = maskSensitive(text)
    expect(masked.found).toEqual(['state_secret'])
    expect(masked.text).toBe('[nội dung đã bỏ vì có dấu độ mật]')
  })

  it.each([
    'bảo mật dữ liệu dùng chung thế nào',
    'BẢO MẬT DỮ LIỆU',
    'quên mật khẩu',
    'MẬT ĐỘ dân số',
    'ho so mat bao lau',
    'tai lieu mat roi',
    'toi mat the can cuoc',
    'mặt trận, mắt, mat',
    'Luật Bảo vệ bí mật nhà nước',
  ])('lets "%s" pass', (text) => {
    expect(maskSensitive(text).found).toEqual([])
  })
})

describe('contacts that a public body publishes for its work', () => {
  it.each([
    'Văn phòng UBND phường Tân Định, (028) 3829 1234',
    'Phòng Văn hóa - Xã hội\nĐiện thoại: 028.3829.1234',
    'van phong uy ban nhan dan xa 0274 3822 123',
    '+84 28 3829 1234 (Văn phòng Sở Y tế)',
    'vanthu.tandinh@tphcm.gov.vn',
    'gửi về skhcn@tphcm.gov.vn, văn phòng 028 3932 6883',
  ])('keeps "%s"', (text) => {
    expect(maskSensitive(text)).toEqual({ text, found: [] })
  })

  it.each([
    ['Văn phòng UBND phường, gặp chị Lan 0909123456', 'phone', '0909123456'],
    ['028 3829 1234', 'phone', '3829'],
    ['nhà em 028 3829 1234, em làm ở văn phòng phường', 'phone', '3829'],
    ['Văn phòng: lan@gov.vn.example.com', 'email', 'lan@'],
    ['Văn phòng: lan@tphcm-gov.vn', 'email', 'lan@'],
    ['Văn phòng Sở: lan.sokhcn@gmail.com', 'email', 'gmail'],
  ])('still hides what is private in "%s"', (text, kind, hidden) => {
    const masked = maskSensitive(text)
    expect(masked.found).toEqual([kind])
    expect(masked.text).not.toContain(hidden)
  })

  it('keeps the office line and hides the mobile beside it, and the same again the second time', () => {
    const once = maskSensitive(
      'Gọi 0912345678, 0912345679 hoặc bộ phận một cửa 028 3829 1234, 0912345670 văn phòng',
    )
    expect(once.text).toContain('một cửa 028 3829 1234')
    expect(once.text).not.toMatch(/09\d{8}/)
    expect(maskSensitive(once.text)).toEqual(once)
  })
})
