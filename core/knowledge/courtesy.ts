/** Folded words of address, courtesy and filling: they say nothing about the subject of a question. */
export const COURTESY: ReadonlySet<string> = new Set(
  (
    'em anh chi co chu bac chau con toi minh tui ban ad admin bot sep ong ba nguoi oi a ah u uh da vang thua kinh quy ' +
    'chao xin hello hi alo cam on thanks nhe nha nhen nghen nhi hen ha hong ho gium dum giup voi lam on vui long cho hoi ' +
    'muon biet can tim hieu thong tin nao gi sao the vay nay kia do day thi la ma va hay hoac cung con nua roi da dang se ' +
    'duoc bi co khong chua phai dung sai noi ke neu liet ra ro hon luon qua rat nhieu it vi nen nhung nhu theo ve cua o tai ' +
    'trong tren duoi tu den cac mot cai chuyen viec khi luc ai may bao nhieu dau gio hien mot chut ty xiu that a j z k ' +
    'hihi haha hehe huhu kkk hic ghe e u ua nghen dz'
  ).split(' '),
)
