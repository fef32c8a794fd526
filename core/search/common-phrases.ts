/**
 * How people ask, in our own words: documents rarely contain these turns, and without them "la gi" or "o dau" is
 * restored to whatever the documents have. They teach the restoration only; no passage is found by them.
 */
export const COMMON_PHRASES: readonly string[] = `
  là gì, gồm những gì, gồm có gì, có gì mới, làm gì, cần gì, cần những gì, về cái gì, nghĩa là gì,
  là ai, ai là, do ai, của ai, ai được, ai phụ trách, ai chủ trì, những ai, gặp ai, hỏi ai, ở đâu,
  nộp ở đâu, xem ở đâu, gửi ở đâu, tại đâu, từ đâu, đến đâu, gửi về đâu, tìm ở đâu, khi nào,
  từ khi nào, đến khi nào, bao giờ, lúc nào, ngày nào, năm nào, tháng mấy, ngày mấy, năm bao nhiêu,
  mấy giờ, bao lâu, trong bao lâu, bao nhiêu, có bao nhiêu, là bao nhiêu, được bao nhiêu,
  hết bao nhiêu, bao nhiêu tiền, bao nhiêu người, có mấy, gồm mấy, mấy bước, mấy loại, như thế nào,
  thế nào, ra sao, làm sao, làm thế nào, tại sao, vì sao, sao lại, cách nào, thì sao, như nào,
  kiểu gì, cái nào, nơi nào, đơn vị nào, loại nào, trường hợp nào, có không, được không, phải không,
  có phải, có được không, đúng không, hay không, hay chưa, chưa ạ, có cần, có thể, không ạ, vậy ạ,
  là sao, khác gì, khác nhau thế nào, khác nhau như thế nào, giống nhau, so với, cho hỏi, cho em hỏi,
  cho tôi hỏi, xin hỏi, mình muốn hỏi, tôi muốn, em muốn, muốn biết, giúp em với, giúp tôi,
  xin cho biết, cho biết, cảm ơn, cám ơn, xin chào, chào anh, chào em, anh chị ơi, em ơi, ạ, dạ,
  vâng, nhé, nha, vậy, rồi, với, mình, tôi, hả, kể tên, nêu tên, liệt kê, trình bày, giải thích,
  tóm tắt, hướng dẫn, đăng ký, liên hệ, tham gia, số điện thoại, địa chỉ, cách làm, điều kiện,
  thủ tục, hồ sơ, đúng, sai, đâu, đây, này, kia
`
  .trim()
  .split(/,\s+/)
