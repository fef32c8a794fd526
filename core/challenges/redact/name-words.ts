const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))
const phrases = (words: string): ReadonlySet<string> => new Set(words.split(/\s*,\s*/))

/** The family names that all but a few people of the country bear, as they are written. */
export const SURNAMES = list(
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trịnh Trương Lâm Mai Đào Tô Tạ Hà Cao Châu ' +
    'Lương Lưu Phùng Quách Thái Tăng Thạch Kiều La Lã Lại Mạc Nghiêm Ninh Tống  Uông  Vương Hứa Giang Diệp Âu Bạch Chu Cù ' +
    'Danh Doãn Đàm Điền Đồng Hàn Khổng Khưu Kim Lục Mã Nhan Nhâm Ôn  Quan  Sơn Thân  Tiêu Trà Trầm Triệu Tôn Sầm Viên Vi',
)

/** Forms of address and posts that a name follows, folded; the longest is looked for first. */
export const TITLES = phrases(
  'ong, ba, anh, chi, co, chu, bac, cau, di, em, cu, thay, chau, dong chi, d c, bac si, bs, ths, thac si, ts, tien si, pgs, gs, ks, ky su, ' +
    'luat su, duoc si, dieu duong, y si, thay giao, co giao, giao vien, chuyen vien, cong chuc, vien chuc, can bo, nhan vien, ke toan, ' +
    'van thu, chu tich, pho chu tich, bi thu, pho bi thu, truong phong, pho phong, pho truong phong, giam doc, pho giam doc, hieu truong, ' +
    'pho hieu truong, truong tram, to truong, to pho, truong ban, pho ban, truong khu pho, truong ap, lanh dao, ho ong, ho ba, ho anh, ' +
    'ho chi, gia dinh ong, gia dinh ba, gia dinh anh, gia dinh chi, benh nhan, hoc sinh, nguoi dan, cu dan, chau be, vo, chong, con trai, ' +
    'con gai, phu huynh, thuong binh, me, cha, nguoi nop, nguoi khai, nguoi gui, chu ho, chu co so, dai dien, ten, ten la, ho ten, ho va ten',
)

/** The titles that people are spoken of by their given name with, folded, and as they are written. */
export const FAMILIAR = list('ong ba anh chi co chu bac cau di em cu thay chau')
export const FAMILIAR_WRITTEN = list('ông bà anh chị cô chú bác cậu dì em cụ thầy cháu')

/** What makes of a following name a place, a school or a street, as it is written: it is nobody's then. */
export const PLACES = phrases(
  'đường, phố, hẻm, ngõ, kiệt, đại lộ, phường, xã, quận, huyện, thị xã, thị trấn, thành phố, tp, tỉnh, ấp, thôn, khu phố, khu, tổ dân phố, cầu, chợ, trường, tiểu học, ' +
    'mầm non, mẫu giáo, thcs, thpt, trung học, đại học, bệnh viện, trạm y tế, công viên, chung cư, kênh, rạch, sông, ngã tư, ngã ba, ngã năm, ngã sáu, ngã bảy, ' +
    'vòng xoay, bùng binh, nhà thiếu nhi, nhà văn hóa, nhà văn hoá, trung tâm văn hóa, bến xe, bến, cảng, ga, khu công nghiệp, kcn, kdc, khu dân cư, khu lưu niệm, đình, ' +
    'chùa, nhà thờ, giải thưởng, quỹ, sân vận động, sân bay, tuyến, dốc',
)

/** The same without marks, where no other word reads alike ("cho" may be a market, or the word for "to"). */
export const PLACES_FOLDED = phrases(
  'duong, hem, ngo, kiet, dai lo, phuong, quan, huyen, thi xa, thi tran, thanh pho, tp, khu pho, to dan pho, tieu hoc, mam non, mau giao, thcs, thpt, trung hoc, dai hoc, ' +
    'benh vien, tram y te, cong vien, chung cu, kenh, rach, nga tu, nga ba, vong xoay, bung binh, nha thieu nhi, nha van hoa, ben xe, khu cong nghiep, kcn, kdc, khu dan cu, ' +
    'nha tho, giai thuong, san van dong, san bay',
)

/** Capitalised words that begin no name of a person after a title. */
export const NO_NAMES = list(
  'ubnd hdnd mttq sở phòng ban bộ ủy uỷ hội đoàn đảng công trung trường trạm bệnh viện phường xã quận huyện thành đặc khu tổ văn tp việt ' +
    'sài kinh nội tài tư kế hành khoa nông lao đô dân chính ' +
    'kh cn tthc cntt vneid zalo',
)

/** Names of places that read like a person with a title. */
export const PLACE_NAMES = phrases(
  'doan thanh nien, doan the, ba ria, ba chieu, ba diem, ba hom, ba trieu, ba huyen thanh quan, ba den, ba na, ba dinh, ong lanh, ong ich khiem, co giang, co bac, anh dung, bac ai, ' +
    'bac ho, bac ton, chu van an, ho chi minh, ho guom, ho tay, ho con rua, ly son, cao bang, cao dang, cao toc, ha noi, ha long, ha nam, ha tinh, ha tien, ' +
    'lam dong, duong sat, con dao, mai chi tho, thai nguyen, thai binh, thai lan, giang mo, van phong, van ban, van thu, van hoa, quan ly, quan trac, ' +
    'kim loai, son la, son tay, dong nai, dong thap, dong bang, chau au, chau a, chau doc, ninh binh, ninh thuan, ong ba, ba con, phan bo, phan loai, ' +
    'viet nam, lam san, tu van, tu phap, mai am, kim khi, thi dua, thi truong, vien chuc, vien phi, danh sach, danh muc, danh ba, tra cuu, tra ket qua, tra vinh, tra ho, trang thiet bi',
)

/** The middle names that make of three plain words a person even in small letters. */
export const MIDDLE_NAMES = list('văn thị van thi')

/** Words that end a name written in small letters. */
export const AFTER_NAME = list(
  'la o tai co da va voi cho cua bi duoc khong chua noi bao phan trinh goi nop den lam phai phu sinh song tru ngu thuoc khi thi ma nen de tu vao ra ve theo ' +
    'cung rat dang se van hay hoac con nay do kia mat dai dien nhan dien tich so dien ngay thang nam nguoi muon can gap hoi tra biet di mot hai ba',
)

/** The given names that are most heard, folded: what follows "chị", "anh" in small letters. */
export const GIVEN_NAMES = list(
  'an anh bao bich binh cuong chau chinh dao diep dung duc duong giang hai hang hanh hao hien hieu hoa hoai hoan hoang hong hue hung huong huy khanh khoa ' +
    'kien kiet lam lan lieu linh loan loc long luong ly mai minh my nam nga ngan nghia ngoc nguyen nhan nhi nhung oanh phat phong phuc phuong quang quan quoc ' +
    'quyen quynh son suong tai tam tan thanh thao thang thi thinh thoa thu thuan thuy thuong tien toan trang tri trinh trung truc tu tuan tuyen tuyet van ' +
    'viet vinh vu vy xuan yen ty teo ut',
)

/** What reads like a title and a name without the marks, and is a word or a matter of course: "ảnh hưởng", "chi tiết". */
export const NO_PAIRS = phrases(
  'anh huong, anh sang, anh chup, anh van, anh ngu, anh em, anh tai, chi tiet, chi phi, chi tra, chi thi, chi nhanh, chi bo, chi thu, chi em, chi tri, chi van, chi tien, ' +
    'co the, co so, co quan, co ban, co hoi, co che, co cau, co giao, co nhan, co van, co phong, co nam, co minh, co hai, co dung, co lam, co thu, co trung, co long, co tu, co quyen, co tai, co tam, co thi, co tri, co viet, co tinh, co duong, co song, ' +
    'ba nam, ba thang, ba phuong, ba quy, ba huong, ba lan, ba hang, ba tu, ba trung, ba tuyen, ba quan, ba loai, ba nguyen, ba muc, ' +
    'chu dong, chu tri, chu tich, chu truong, chu trinh, chu dau tu, chu nhat, chu ky, chu yeu, chu so, bac hai, bac thang, cau hoi, cau tra, cau duong, cau noi, di dong, di tich, di cu, di dan, di an, di nam, ' +
    'em hoc, thay hieu, thay giao, thay doi, thay the, thay vi, thay bang, cu the, cu ly, cu tri, cu dan, ong nuoc, ong cong, ong thoat, em an, cau an, di hoc',
)
