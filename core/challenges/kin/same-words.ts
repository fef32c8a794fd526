/**
 * What officials say in different words about the same thing, folded: a line a thing, its names after the colon. The
 * lines below a `#` belong to one matter: statements about it are kin, though not the same. A `~` marks what nearly any
 * statement complains of; it tells little of which problem is meant. Words whose folded form is also another common word
 * ("cho", "luu tru") stay out unless their neighbours tell them apart.
 */
const LINES = `
cho doi: cho doi, doi qua lau, cho lau, doi lau, phai cho, phai doi, xep hang, boc so, lay so tu, moi toi luot, moi den luot, thoi gian cho, cho trung binh, cho hang tieng, cho hang gio, cho hon, doi toi, doi khong noi, cho toi chieu, cho doi qua lau, cho qua lau, dong nghet, chen chuc, gan trua, ngoi cho, nguoi cho, phong cho, ghe cho
tre hen: tre hen, qua hen, khong dung hen, tra ket qua tre, tra ket qua cham, giai quyet cham, cham tra ket qua, lo hen
~ keo dai: keo dai, ton dong, lau ngay, qua han, ca tuan, ca thang, nhieu ngay, nhieu tuan, nhieu thang, nhieu nam, nhieu lan, cham tre, qua cham, den cham
bo sot: bo sot, bo quen, bi sot, sot doi tuong, khong duoc tra loi, khong ai tong hop
~ thu cong: thu cong, so tay, so giay, ghi tay, bang tay, bang giay, phieu giay, bang so giay, lam tay, bang so, van ban giay, tren giay, giay to roi rac, so giao nhan, so ky tay, ghi so
~ khong nam duoc: khong nam duoc, khong nam, khong biet, khong co du lieu, chua co danh sach, khong co danh sach, khong co so lieu, thieu so lieu, khong xac dinh duoc
qua tai: qua tai, lam khong kip, khong xue, qua dong, vuot xa, dong nguoi
~ ho so: ho so, giay to, thu tuc, bo ho so, thu tuc hanh chinh
bi tra bo sung: tra bo sung, bi tra lai nhieu lan, bi tra di tra lai, sua ban ve, bo sung binh quan, phai bo sung, sua di sua lai
mui hoi: boc mui, hoi thoi, mui hoi, mui hoi nang, hoi nang
mua lon: mua lon, mua to, tran mua
canh bao som: canh bao som, bao truoc, bao truoc de, khong duoc bao truoc, thong bao truoc, canh bao, bi bat ngo
o to: o to, xe hoi, xe con
lan chiem: lan chiem, chiem het, bi chiem, lan ra, chiem dung, bay hang kin
xe cuu thuong: xe cuu thuong, xe cap cuu
dat lich hen: dat lich hen, hen gio, dat hen, lich hen, hen truoc
ban hang tren mang: ban hang tren mang, ban hang qua mang, mang xa hoi, thuong mai dien tu, ban hang truc tuyen, mua qua mang
quy hoach: quy hoach, thong tin quy hoach, y kien quy hoach
~ du bao: du bao, uoc tinh, ke hoach
tieu hoc: tieu hoc, truong tieu hoc
hoc sinh: hoc sinh, phu huynh, tre em
khuya: khuya, 22 gio, ban dem, dem khuya
~ xu phat: xu phat, nhac nho, nhac mieng, xu ly vi pham, bang chung, tai dien, ban lai
cong trinh: cong trinh, thi cong, cong trinh xay dung
nguoi cao tuoi: nguoi cao tuoi, nguoi gia, ong ba, cac cu, lon tuoi, ong ba lon tuoi, cu gia, nguoi lon tuoi, tren 60 tuoi, ba con lon tuoi
neo don: neo don, song mot minh, te nga
dien nuoc: gia dien, tien dien, gia dien nuoc, dien nuoc
toi om: toi om, doan toi, toi tam
hong: hu hong, hong hoc, bi hong
cay xanh: cay xanh, gay do, cay lon
cho tha rong: cho tha rong, cho can, bi cho can, nuoi cho, tiem ngua dai, tiem phong dai, benh dai
cup dien: cup dien, mat dien, cat dien
nguoi lao dong: nguoi lao dong, cong nhan, lao dong
bo trong: bo trong, it nguoi dung, dong cua suot, it su dung
duoi nuoc: duoi nuoc, hoc boi, ho boi, biet boi
xe buyt: xe buyt, tram xe buyt, giao thong cong cong
bao luc gia dinh: bao luc gia dinh, bao hanh, xam hai
lua dao: lua dao, lua dao qua mang, chiem doat
trom cap: trom cap, cuop giat, mat trom
tai nan giao thong: tai nan giao thong, diem den, mat an toan giao thong
giao vien: giao vien, thieu giao vien
bo hoc: bo hoc, nghi hoc giua chung
nguoi khuyet tat: nguoi khuyet tat, xe lan
nong san: nong san, nong dan, cay trong, vat nuoi, chan nuoi
# mot cua
mot cua: mot cua, bo phan mot cua, trung tam phuc vu hanh chinh cong, hanh chinh cong, quay tiep nhan, bo phan tiep nhan, tiep nhan va tra ket qua, can bo tiep nhan, cong chuc quay, tai quay
thieu giay to: thieu giay to, sai mau don, sai mau, chuan bi giay to, can giay to gi, bo sung giay to, quay ve vi thieu
chung thuc: chung thuc, sao y, ban sao, cong chung
ho tich: ho tich, khai sinh, ket hon, khai tu, trich luc
# ho so
that lac: that lac, mat ho so, bi mat hoac, nam quen, that lac ho so, nop lai, khong tim thay ho so, dang nam o, dang o dau, dang o khau nao, duong di cua ho so, nam o ban nao
kho luu tru: kho luu tru, luu tru ho so, ho so cu, muc luc, so hoa ho so, ho so giay chua
luan chuyen ho so: luan chuyen, chuyen qua, bo phan chuyen mon, cac phong, giua cac bo phan, tung phong, ban giao, ba bon phong
# rac
rac: rac, rac thai, rac sinh hoat, tui rac
thu gom rac: thu gom rac, lay rac, gom rac, xe rac, xe thu gom, to thu gom, don vi thu gom, thu gom, xe lay rac, xe den tre, duoc lay
do trom: do trom, do bay, vut rac bua bai, xa ban, rac cong kenh, bai rac tu phat
phan loai rac: phan loai rac, phan loai rac tai nguon, rac tai che
# ngap nuoc
ngap: ngap, ngap nuoc, ngap ung, ngap sau, nuoc tran vao nha, nuoc tran, nuoc dang, chong ngap, diem ngap, nuoc rut cham, mua ngap, trung thap, hem trung, hem thap
cong thoat nuoc: ho ga, mieng cong, mieng thu nuoc, thoat nuoc, cong nho, nao vet, cong nghet
trieu cuong: trieu cuong, bo bao, sat lo
# dau do
do xe: do xe, dau xe, bai giu xe, bai do xe, cho dau, cho do xe, cho de xe, xe do, xe dau, o to do, o to dau, o to dau doc, o to do lan chiem, dau chat kin, dau kin, do lan chiem, giu xe
ket xe: ket xe, un tac, un tac giao thong, tac duong
dua don hoc sinh: dua don hoc sinh, cong truong, truoc cong truong, dua don
# via he
via he: via he, le duong, long duong, long le duong
hang rong: hang rong, nguoi ban hang rong, ban hang rong, buon ban hang rong, bay hang, nguoi ban hang, ban rong
# kham chua benh
rac y te: rac thai y te, rac y te, bom kim tiem, bong bang, chat thai nguy hai
tram y te: tram y te, trung tam y te, phong kham, benh vien
kham benh: kham benh, kham bao hiem, kham bao hiem y te, tai kham, luot kham, duoc kham, gap duoc bac si, gap bac si, kham va lay thuoc, cho kham
nguoi benh: nguoi benh, benh nhan, cu gia met
benh man tinh: man tinh, tang huyet ap, cao huyet ap, tieu duong, dai thao duong
thieu thuoc: thieu thuoc, het thuoc, lay thuoc, du tru thuoc, loai thuoc
ho so suc khoe: ho so suc khoe, benh su, so kham, benh an, so suc khoe
# phong benh
sot xuat huyet: sot xuat huyet, lang quang, o dich, diet muoi, o muoi, vat chua nuoc, ca benh
tiem chung: tiem chung, mui tiem, tiem ngua, vac xin, nhac lich
suy dinh duong: suy dinh duong, thua can, beo phi
# thue
no thue: no thue, cham nop thue, tien thue cham nop, thue cham nop, khong nop thue, so no, no dong, no dong don, thu hoi no, thu hoi tien thue, cuong che no
thue: nop thue, ke khai thue, tien thue, co quan thue, doi thue
ho kinh doanh: ho kinh doanh, ho ca the, ho buon ban, ho kinh doanh ca the, cac ho buon ban, ho kinh doanh nho, chu ho
hoa don: hoa don dien tu, hoa don, may tinh tien, phan mem ban hang
# xay dung
giay phep xay dung: giay phep xay dung, cap phep xay dung, xin phep xay, phep xay nha, xin phep xay nha, phep xay dung, xin giay phep xay dung, cap giay phep xay dung
sai phep: khong phep, sai phep, trai phep, xay dung khong phep, cuong che
ban ve: ban ve
sua nha: sua chua nha, sua nha, mien phep, khong phai xin phep, mien giay phep
# tuyen sinh
thieu cho hoc: thieu cho hoc, thieu lop, thieu truong, si so, qua tai truong, vao lop dau cap, vao lop 1, lop 1 cong lap, tre vao lop, so tre vao lop, tre vao, truong qua tai, dang ky vao tieu hoc
tuyen sinh: tuyen sinh, dau cap, tuyen sinh dau cap, nhap hoc, mua tuyen sinh
xac minh noi o: xac minh noi o, noi o thuc te, noi cu tru
# thuc pham
an toan thuc pham: an toan thuc pham, ve sinh thuc pham, ngo doc, cam ket ve sinh, kiem soat ve sinh, luu mau, nguon goc thuc pham, cam ket an toan thuc pham, duoc ve sinh
thuc an duong pho: thuc an duong pho, ban do an, do an via he, xe ban do an, banh mi, hang an
bep an: bep an, ban tru, can tin, suat an
# tieng on
tieng on: tieng on, on ao, loa keo, loa thung, karaoke, do on, hat loa, am thanh lon, ca hat, hat karaoke, gay on
# dich vu truc tuyen
dich vu cong truc tuyen: dich vu cong truc tuyen, dich vu cong, cong dich vu cong, truc tuyen, qua mang, nop truc tuyen, thu tuc qua mang, ho so truc tuyen, nop ho so truc tuyen
kho dung dien thoai: dien thoai thong minh, khong ranh, mat khau, ma xac thuc, nhap ma, kho su dung, chu nho, khong tu lam duoc, tu nop duoc, bam giup, lam ho, nho con chau, khong biet dung
# an sinh
ho ngheo: ho ngheo, can ngheo, ho can ngheo, ho kho khan, thoat ngheo, danh sach ho kho khan, hoan canh kho khan, ra soat ho ngheo, dieu tra ho ngheo
tro cap: tro cap, bao tro xa hoi, tien tro cap, chi tra
# chay no
chay no: chay no, bao chay, phong chay, khi co chay, canh bao chay, nguy co chay no, co chay, phong chay chua chay
mot loi thoat: mot loi thoat, mot loi ra
chua chay: chua chay, xe chua chay, tru nuoc
# nha tro
nha tro: nha tro, phong tro, day tro, day phong tro, chu tro, thue tro, nguoi thue, chu nha, khu nha tro, cac day tro
tam tru: tam tru, khai bao tam tru, dang ky tam tru, dang ky luu tru, luu tru o nha tro, khai bao luu tru, dang o thuc te, den va di
# y kien nguoi dan
phan anh kien nghi: phan anh, kien nghi, gop y, don thu, tong dai, phan anh cua nguoi dan, don giay, nhan tin zalo, nhieu kenh
thai do phuc vu: thai do, giao tiep, coc loc, khong hai long, su hai long, muc do hai long
hop dan: hop to dan pho, lay y kien, y kien cong dong, y kien nguoi dan, cuoc hop, moi hop, it gop y
# so lieu bao cao
bao cao: bao cao, lam bao cao, bieu mau bao cao, bieu bao cao, bieu mau, nam bay bieu, nop bao cao
trung lap: trung lap, trung lap nhieu, nhap di nhap lai, nhap nhieu lan, cung mot so lieu, cung mot con so, nhieu bieu, nhap lai
lien thong du lieu: lien thong, khong lien thong, chia se du lieu, phan mem cua cac so, phan mem nganh, khong khop, khong noi
# chieu sang
den chieu sang: den duong, bong den, chieu sang, den chieu sang, den chieu sang cong cong, chay bong, thay bong, bong dang hong
# dat dai
dia chinh: dia chinh, ban do dia chinh, thua dat
so do: so do, so hong, giay chung nhan quyen su dung dat, quyen su dung dat, cap giay lan dau, nguon goc dat
tranh chap: tranh chap, hoa giai, ranh dat, khieu nai, moc gioi
# cap nuoc
cup nuoc: cup nuoc, mat nuoc, cat nuoc, ngung cap nuoc, nuoc may, nuoc sinh hoat, nuoc bi cat, bi cat bat ngo
gieng khoan: gieng khoan, nhiem phen
# cho
tieu thuong: tieu thuong, sap cho, quay sap, bo sap, thue sap, ban quan ly cho, cho truyen thong
vang khach: vang khach, e am, it khach, it nguoi mua, buon ban e am
# chung cu
chung cu: chung cu, nha chung cu, toa nha, ban quan tri
phi bao tri: quy bao tri, phi bao tri, tien bao tri, kinh phi bao tri
xuong cap: xuong cap, nut tuong, bong tran, lun nghieng
# viec lam
that nghiep: that nghiep, mat viec, nghi viec, mat viec lam, cat giam
viec lam: viec lam, tuyen dung, tim viec, noi tuyen, gioi thieu viec lam, nhu cau tuyen, cho lam
dao tao nghe: dao tao nghe, hoc nghe, lop nghe, day nghe
# cai nghien
cai nghien: cai nghien, sau cai, sau cai nghien, tai nghien, nguoi nghien, ma tuy
# van hoa the thao
nha van hoa: nha van hoa, thiet che van hoa, hoi truong, san the thao, san bong, san cau long, trung tam van hoa
# kenh rach
kenh rach: kenh rach, kenh, ven rach, doc rach, ven kenh, nuoc rach
nuoc thai: nuoc thai, xa thai, nguon xa, thai thang, o nhiem
luc binh: luc binh, rac noi, rac troi
`

/** `matter` null: said of several matters. `generic`: said of nearly any problem. */
export type Thing = { name: string; matter: string | null; generic: boolean; said: readonly string[] }

export const SAME_WORDS: readonly Thing[] = readLines(LINES.trim().split('\n'))

function readLines(lines: readonly string[]): Thing[] {
  const things: Thing[] = []
  let matter: string | null = null
  for (const line of lines) {
    if (line.startsWith('# ')) {
      matter = line.slice(2)
      continue
    }
    const generic = line.startsWith('~ ')
    const [name = '', said = ''] = line.slice(generic ? 2 : 0).split(': ')
    things.push({ name, matter, generic, said: said.split(', ') })
  }
  return things
}
