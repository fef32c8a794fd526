/** Sentences for whoever installs and runs the assistant: databases, data folder, backup. */
export const operations = {
  outerClientInTransaction:
    'Bên trong một giao dịch chỉ được dùng `tx`: máy khách chung sẽ chờ giao dịch, còn giao dịch chờ nó.',

  badServerUrl:
    'DATABASE_URL không phải địa chỉ PostgreSQL hợp lệ. Mẫu: postgresql://USER:PASSWORD@HOST:5432/DATABASE',
  serverUnreachable: (host: string, code: string) =>
    `Không kết nối được máy chủ PostgreSQL ${host} (${code}). Kiểm tra máy chủ đang chạy và địa chỉ trong DATABASE_URL.`,
  serverRefusedLogin: (host: string) =>
    `Máy chủ PostgreSQL ${host} từ chối đăng nhập. Kiểm tra tên người dùng và mật khẩu trong DATABASE_URL.`,
  serverDatabaseMissing: (name: string) =>
    `Máy chủ PostgreSQL không có cơ sở dữ liệu "${name}". Tạo bằng lệnh: createdb ${name}`,
  serverForbids: (host: string) =>
    `Tài khoản trong DATABASE_URL không đủ quyền trên máy chủ ${host}. Tài khoản cần là chủ sở hữu của cơ sở dữ liệu.`,
  serverFault: (host: string, code: string) => `Máy chủ PostgreSQL ${host} báo lỗi ${code}.`,

  migrationsPending: (count: number) =>
    `Cơ sở dữ liệu còn thiếu ${count} bước nâng cấp. Sao lưu (npm run backup), chạy: npm run migrate:deploy, rồi khởi động lại.`,
  migrationChanged: (name: string) =>
    `Bước nâng cấp ${name} trong cơ sở dữ liệu khác với bản trong mã nguồn. Dùng đúng phiên bản đã tạo ra cơ sở dữ liệu này.`,
  migrationUnknown: (name: string) =>
    `Cơ sở dữ liệu đã có bước nâng cấp ${name} mà phiên bản này chưa biết. Dùng phiên bản mới hơn của trợ lý.`,
  migrationFailed: (name: string) =>
    `Bước nâng cấp ${name} trước đây bị dở dang. Xem lại, rồi chạy: npx prisma migrate resolve --rolled-back ${name}`,
  foreignDatabase:
    'Cơ sở dữ liệu đã có bảng của chương trình khác. Hãy dùng một cơ sở dữ liệu riêng cho trợ lý.',

  folderNotWritable: (folder: string, code: string) =>
    `Không ghi được vào thư mục dữ liệu ${folder} (${code}). Cấp quyền ghi, hoặc chọn thư mục khác bằng DATA_DIR.`,
  folderCorrupt: (folder: string) =>
    `Thư mục dữ liệu ${folder} bị hỏng, không mở được. Khôi phục từ bản sao lưu: npm run restore -- FILE --replace (thư mục cũ được giữ lại, không bị xóa).`,
  folderFault: (folder: string, code: string) => `Cơ sở dữ liệu trong thư mục ${folder} báo lỗi ${code}.`,
  folderHeld: (folder: string, pid: number) =>
    `Thư mục dữ liệu ${folder} đang được tiến trình ${pid} sử dụng. Dừng tiến trình đó trước; hai tiến trình cùng mở sẽ làm hỏng dữ liệu.`,
  folderHeldElsewhere: (folder: string, host: string, lockFile: string) =>
    `Thư mục dữ liệu ${folder} đang bị máy "${host}" giữ. Nếu chắc chắn trợ lý trên máy đó đã dừng, xóa tệp ${lockFile} rồi chạy lại.`,

  backupWritten: (file: string, rows: number) => `Đã sao lưu ${rows} dòng dữ liệu vào ${file}`,
  backupFileExists: (file: string) => `Tệp ${file} đã có. Chọn tên khác: npm run backup -- FILE`,
  backupFileNotWritable: (file: string, code: string) => `Không ghi được tệp sao lưu ${file} (${code}).`,
  backupNothing: (folder: string) => `Thư mục ${folder} chưa có dữ liệu để sao lưu.`,
  backupCycle: (tables: string) => `Các bảng tham chiếu vòng tròn, không sao lưu được: ${tables}`,

  restoreUsage: 'Cách dùng: npm run restore -- FILE [--replace]',
  restoreDone: (file: string, rows: number) => `Đã khôi phục ${rows} dòng dữ liệu từ ${file}`,
  restoreFileMissing: (file: string) => `Không đọc được tệp ${file}.`,
  restoreFileForeign: (file: string) => `Tệp ${file} không phải bản sao lưu của trợ lý.`,
  restoreFileDamaged: (file: string) =>
    `Bản sao lưu ${file} không còn nguyên vẹn (bị cắt ngắn hoặc bị sửa). Không khôi phục gì cả.`,
  restoreFolderInUse: (folder: string) =>
    `Thư mục ${folder} đã có dữ liệu. Thêm --replace để thay: dữ liệu cũ được chuyển sang bên, không bị xóa.`,
  restoreServerInUse:
    'Cơ sở dữ liệu trên máy chủ đã có bảng. Tạo một cơ sở dữ liệu trống, hoặc thêm --replace: bảng cũ được chuyển sang lược đồ khác, không bị xóa.',
  restoreMovedAside: (place: string) => `Dữ liệu cũ được giữ ở: ${place}`,
}
