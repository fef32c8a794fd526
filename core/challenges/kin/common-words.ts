/** Folded syllables of nearly every statement: the office, its people, time and amounts, and what joins sentences. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `
  a ai anh ba bac bai ban bang bao bat bay ben bi biet binh bo buoi buoc ca cac cach cai cam can cang cao cap chac
  chi chia chieu chinh cho chon chu chua chung co con cong cu cua cung cuoc cuoi cuu da dan dang danh dao dau de den deu
  di dia do doi don dong du dua dung duoc duoi gap gay gi gia giai gian giao gio giua giup gom han hang hay hem het hien
  hieu hinh ho hoac hoi hom hon ke kem keo khac khach khai khan khi khien kho khoang khong khu kiem kien kinh la lai lam
  lan lap len lich lien lieu lo loai loi luc luon luong luot mang mat mau may moi mon mot muc muon nam nao nay ngay nghi
  nghin ngoai nguoi nha nhan nhat nhau nhieu nhiem nho nhom nhu nhung noi nua o ong phai phan pho phong phu phuong qua
  quan quy quyen ra rang rat roi sang sau se so song su suot sua ta tai tang tat ten thang thanh thao the theo them thi
  thieu tho thoi thong thu thuc thuong tin tinh to toan toi ton tong tra tram tren tri trieu trinh trong tru trung truoc
  truong tu tuan tung tuoi tuyen va van vao ve vi viec vua xa xay xe xep xu xuat xuong y
  `
    .trim()
    .split(/\s+/),
)

/** Folded pairs of neighbours that are words of nearly every statement. */
export const COMMON_PAIRS: ReadonlySet<string> = new Set(
  `
  nguoi dan, ba con, phuong xa, hien nay, hang nam, moi nam, moi thang, moi ngay, moi tuan, trung binh, thoi gian,
  can bo, cong chuc, khu pho, dan pho, to dan, khu vuc, dia ban, tren dia, dan cu, khu dan, don vi, bo phan, quan ly,
  thuc hien, thuc te, su dung, khong co, chua co, co the, phai di, mot lan, hai lan, moi lan, so luong, ty le, hon nua,
  nhieu nguoi, nhieu ho, ho dan, cac ho, cac phuong, nam qua, nam nay, quy dinh, dam bao, nang cao, giai phap, hieu qua,
  thong tin, du lieu, kiem tra, bao cao, giam thoi, tang cuong, tinh den, den nay, sau khi, sap nhap, hop nhat, truoc day,
  khong the, khong du, con thap, chi co, luc luong, dien thoai, goi dien, di lai, moi noi, buoi sang, moi sang,
  kinh thua, kinh gui, kinh mong, quy co, co quan, quan tam, rat quan, tam den, den viec, viec nay, trong thoi, gian qua,
  da nhieu, duoc su, su quan, de nghi, xin cam, cam on, tran trong, vua qua, ngay cang, tinh hinh, tinh trang, con nhieu,
  gap kho, kho khan, anh huong, huong den, doi song, cuoc song, gay buc, buc xuc, nhu cau, mong muon, giai quyet
  `
    .trim()
    .split(/,\s+/)
    .map((pair) => pair.trim()),
)
