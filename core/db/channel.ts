/** The one channel of PostgreSQL's NOTIFY that this project uses; the payload says who should look. */
export const CHANNEL = 'nhip_cau'
