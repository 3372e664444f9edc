// SPDX-License-Identifier: GPL-3.0-or-later

/// What the help screens say of the commands and their options.
public enum CommandText {
    /// What the program is.
    public static let overview = Phrase(
        en: "Symbio proposes by-product exchanges between firms, and proves its proposals.",
        vi: "Symbio đề xuất phương án trao đổi phụ phẩm giữa các doanh nghiệp, kèm chứng thực lời giải.")

    /// An example of each command, and the exit codes.
    public static let overviewExample = Phrase(
        en: """
            Examples:
              symbio new my-park           writes a starter scenario
              symbio check my-park         reads it and lists every fault
              symbio solve my-park         proposes the exchanges
              symbio explain my-park       why an exchange is in the plan or not

            Exit codes: 0 done; 1 the program failed; 2 wrong usage; 3 the scenario has errors; 4 infeasible;
            5 stopped early with a plan; 6 stopped early without one.
            """,
        vi: """
            Ví dụ:
              symbio new khu-cua-toi       tạo một kịch bản mẫu
              symbio check khu-cua-toi     đọc và liệt kê mọi lỗi
              symbio solve khu-cua-toi     đề xuất các trao đổi
              symbio explain khu-cua-toi   vì sao một trao đổi có hoặc không có

            Mã kết thúc: 0 xong; 1 chương trình gặp sự cố; 2 dùng sai cách; 3 kịch bản có lỗi; 4 không khả thi;
            5 dừng sớm, có phương án; 6 dừng sớm, chưa có phương án.
            """)

    /// `new`.
    public static let new = Phrase(en: "Write a starter scenario that checks and solves.", vi: "Tạo một kịch bản mẫu dùng được ngay.")
    /// An example of `new`.
    public static let newExample = Phrase(
        en: "Example: symbio new my-park && symbio solve my-park", vi: "Ví dụ: symbio new khu-cua-toi && symbio solve khu-cua-toi")
    /// `check`.
    public static let check = Phrase(
        en: "Read a scenario, list every fault, and show what was understood.",
        vi: "Đọc kịch bản, liệt kê mọi lỗi và cho biết đã hiểu những gì.")
    /// An example of `check`.
    public static let checkExample = Phrase(
        en: "Example: symbio check Scenarios/chu-lai", vi: "Ví dụ: symbio check Scenarios/chu-lai --lang vi")
    /// `solve`.
    public static let solve = Phrase(en: "Propose the exchanges of a scenario.", vi: "Đề xuất các trao đổi cho một kịch bản.")
    /// An example of `solve`.
    public static let solveExample = Phrase(
        en: "Example: symbio solve Scenarios/chu-lai --objective ghg --out results",
        vi: "Ví dụ: symbio solve Scenarios/chu-lai --objective ghg --out ket-qua --lang vi")
    /// `doctor`.
    public static let doctor = Phrase(
        en: "Show each component with its version, and what is missing.", vi: "Cho biết phiên bản từng thành phần và những gì còn thiếu.")
    /// An example of `doctor`.
    public static let doctorExample = Phrase(en: "Example: symbio doctor", vi: "Ví dụ: symbio doctor --lang vi")

    /// `SCENARIO`.
    public static let scenario = Phrase(
        en: "The scenario: a folder with scenario.yaml and the tables, or a workbook (.xlsx).",
        vi: "Kịch bản: thư mục gồm scenario.yaml và các bảng, hoặc một tệp Excel (.xlsx).")
    /// `SCENARIO` where only a folder will do.
    public static let scenarioFolder = Phrase(
        en: "The scenario's folder, with scenario.yaml and the tables.", vi: "Thư mục của kịch bản, gồm scenario.yaml và các bảng.")
    /// `PATH`.
    public static let path = Phrase(
        en: "The folder to make, or with the ending .xlsx the workbook; it must not exist yet.",
        vi: "Thư mục cần tạo, hoặc tệp Excel nếu có đuôi .xlsx; chưa được tồn tại.")
    /// `--lang`.
    public static let language = Phrase(
        en: "The language; by default the environment's (LC_ALL, LC_MESSAGES, LANG).",
        vi: "Ngôn ngữ; mặc định theo môi trường (LC_ALL, LC_MESSAGES, LANG).")
    /// `--json`.
    public static let json = Phrase(en: "Print the machine-readable form.", vi: "In ra dạng máy đọc được.")
    /// `--quiet`.
    public static let quiet = Phrase(en: "Print the result and errors only.", vi: "Chỉ in kết quả và lỗi.")
    /// `--objective`.
    public static let objective = Phrase(
        en: "What to make small, in place of the scenario's own.", vi: "Chỉ tiêu cần làm nhỏ nhất, thay cho chỉ tiêu ghi trong kịch bản.")
    /// `--with`.
    public static let projects = Phrase(
        en: "Ids of projects that count as built, with commas between.",
        vi: "Mã các dự án được tính như đã xây dựng, cách nhau bằng dấu phẩy.")
    /// `--out`.
    public static let out = Phrase(en: "Write the result tables to this folder.", vi: "Ghi các bảng kết quả vào thư mục này.")
    /// `--lp`.
    public static let lp = Phrase(
        en: "Write the whole model in CPLEX-LP form, and a table of its names beside it.",
        vi: "Ghi toàn bộ mô hình theo dạng CPLEX-LP, kèm bảng tên bên cạnh.")
    /// `--mps`.
    public static let mps = Phrase(
        en: "Write the whole model in MPS form, and a table of its names beside it.",
        vi: "Ghi toàn bộ mô hình theo dạng MPS, kèm bảng tên bên cạnh.")
    /// `--time-limit`.
    public static let timeLimit = Phrase(en: "Stop after this many seconds.", vi: "Dừng sau chừng này giây.")
    /// `--threads`.
    public static let threads = Phrase(
        en: "How many threads may work, 1 or more; as many as there are processors without it.",
        vi: "Số luồng được phép chạy, từ 1 trở lên; mặc định bằng số bộ xử lý của máy.")
    /// `--rows`.
    public static let rows = Phrase(
        en: "The most rows of each list on the screen; 0 for all.", vi: "Số dòng tối đa của mỗi danh sách trên màn hình; 0 là tất cả.")
}

extension CommandText {
    /// What stands for a folder to make on a help screen.
    public static let pathName = Phrase(en: "path", vi: "đường-dẫn")
    /// What stands for a scenario.
    public static let scenarioName = Phrase(en: "scenario", vi: "kịch-bản")
    /// What stands for a folder.
    public static let folderName = Phrase(en: "dir", vi: "thư-mục")
    /// What stands for a file.
    public static let fileName = Phrase(en: "file", vi: "tệp")
    /// What stands for ids.
    public static let idsName = Phrase(en: "ids", vi: "các-mã")
    /// What stands for a number.
    public static let numberName = Phrase(en: "number", vi: "số")
    /// What stands for an objective.
    public static let objectiveName = Phrase(en: "objective", vi: "mục-tiêu")
    /// What stands for seconds.
    public static let secondsName = Phrase(en: "seconds", vi: "giây")
}
