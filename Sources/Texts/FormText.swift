// SPDX-License-Identifier: GPL-3.0-or-later

/// What stands on the sheets that people fill in, besides the headings.
public enum FormText {
    /// A cell that must not stay blank.
    public static let required = Phrase(en: "Required in every row.", vi: "Bắt buộc ở mọi dòng.")
    /// A word that is not in the list.
    public static let chooseWord = Phrase(en: "Choose a word from the list.", vi: "Hãy chọn một từ trong danh sách.")
    /// An id that is not in the list.
    public static func chooseID(_ sheet: String) -> Phrase {
        Phrase(en: "Choose an id that stands on the sheet \(sheet).", vi: "Hãy chọn mã có trên trang tính \(sheet).")
    }
    /// A share outside of 0 to 1.
    public static let share = Phrase(en: "A share from 0 to 1; 30 % is 0.3.", vi: "Tỷ trọng từ 0 đến 1; 30 % ghi là 0,3.")
    /// A number below zero.
    public static let notNegative = Phrase(en: "A number of 0 or more.", vi: "Số từ 0 trở lên.")
    /// Something that is no number.
    public static let number = Phrase(en: "A number.", vi: "Một con số.")

    /// The sheet `scenario`.
    public static let scenarioTitle = Phrase(en: "Settings of the scenario", vi: "Thiết lập của kịch bản")
    /// What to do on it.
    public static let scenarioExplanation = Phrase(
        en: "Fill in the column value. A blank one takes the default.", vi: "Điền vào cột value. Để trống thì dùng giá trị mặc định.")
    /// The sheet `sources`.
    public static let sourcesTitle = Phrase(en: "Sources of the figures", vi: "Nguồn số liệu")
    /// What to do on it.
    public static let sourcesExplanation = Phrase(
        en: "One row for each document or statement; the column source of the other sheets names its id.",
        vi: "Mỗi dòng là một tài liệu hoặc nguồn; cột source của các trang khác ghi mã ở đây.")

    /// The sheet `guide`.
    public static let guideTitle = Phrase(en: "How to fill in this workbook", vi: "Cách điền tệp này")
    /// Its steps.
    public static let guide = [
        Phrase(
            en:
                "Each sheet is a table. The first five rows are heads: English, Vietnamese, unit, and the key that Symbio reads. Your rows follow below; the rows that stand there are an example or your own data.",
            vi:
                "Mỗi trang tính là một bảng. Năm dòng đầu là tiêu đề: tiếng Anh, tiếng Việt, đơn vị và khóa để Symbio đọc. Dữ liệu nằm bên dưới; các dòng có sẵn là ví dụ hoặc số liệu của bạn."
        ),
        Phrase(
            en:
                "Columns with a star (*) must be filled in. A blank cell elsewhere means: not known, take the default. It never means zero.",
            vi:
                "Cột có dấu sao (*) là bắt buộc. Ô trống ở cột khác nghĩa là chưa biết và dùng giá trị mặc định, không có nghĩa là số không."
        ),
        Phrase(
            en:
                "Ids are short names of your own (letters, digits, - _ .). A firm, resource or park is named by its id on the other sheets; the drop-down lists offer those that exist.",
            vi:
                "Mã là tên ngắn do bạn đặt (chữ không dấu, số, - _ .). Các trang khác gọi doanh nghiệp, tài nguyên, khu bằng mã; danh sách thả xuống gồm các mã đã có."
        ),
        Phrase(
            en:
                "Quantities are per year. Type numbers as Excel shows them in your language; both 1,234.5 and 1.234,5 are understood by Excel itself.",
            vi: "Khối lượng tính theo năm. Nhập số theo cách Excel hiển thị trong ngôn ngữ của bạn; dấu thập phân do Excel xử lý."),
        Phrase(
            en:
                "Start with resources, parks and firms, then outputs and needs. Every other sheet may stay empty, but modes needs one row to move things.",
            vi:
                "Hãy bắt đầu với resources, parks và firms, rồi đến outputs và needs. Các trang khác có thể để trống, riêng modes cần ít nhất một dòng để vận chuyển."
        ),
        Phrase(
            en: "Then run: symbio check FILE.xlsx (it names each fault by sheet and cell) and symbio solve FILE.xlsx.",
            vi: "Sau đó chạy: symbio check TỆP.xlsx (mỗi lỗi được chỉ rõ trang tính và ô) và symbio solve TỆP.xlsx."),
    ]

    /// The questionnaire of a firm.
    public static let questionnaireTitle = Phrase(
        en: "What your firm gives off and needs: please check and complete",
        vi: "Đầu ra và nhu cầu của doanh nghiệp: đề nghị kiểm tra và bổ sung")
    /// Its steps.
    public static let questionnaireGuide = [
        Phrase(
            en:
                "The sheets hold what the park's office knows of your firm alone. Overwrite a figure that is wrong; leave one that is right as it is.",
            vi: "Các trang tính chứa những gì ban quản lý biết về riêng doanh nghiệp của bạn. Hãy ghi đè số sai; giữ nguyên số đúng."),
        Phrase(
            en:
                "Add what is missing as new rows below, with the id of your firm in front. Choose resources from the list; the sheet lists explains them.",
            vi:
                "Bổ sung phần còn thiếu thành dòng mới bên dưới, ghi mã doanh nghiệp ở đầu dòng. Chọn tài nguyên trong danh sách; trang lists giải thích các mã."
        ),
        Phrase(
            en: "For a row that no longer holds choose true in the column remove. Do not just delete it: a missing row is no answer.",
            vi: "Với dòng không còn đúng, chọn true ở cột remove. Không chỉ xóa dòng: dòng bị thiếu không được tính là câu trả lời."),
        Phrase(
            en: "A blank cell says nothing and keeps what the office has; a hyphen (-) takes that away.",
            vi: "Ô trống là không trả lời và giữ số của ban quản lý; dấu gạch nối (-) xóa số đó."),
        Phrase(
            en:
                "Say in the column basis whether a figure is measured, declared or estimated. Then save and send the file back under the same name.",
            vi:
                "Cột basis cho biết số liệu đo đạc (measured), kê khai (declared) hay ước tính (estimated). Sau đó lưu và gửi lại tệp với tên cũ."
        ),
    ]

    /// What a setting means, and its default.
    public static func setting(_ key: String) -> Phrase { settings[key] ?? Phrase(same: "") }

    private static let settings: [String: Phrase] = [
        "format": Phrase(en: "Number of the format: 1.", vi: "Số hiệu định dạng: 1."),
        "id": Phrase(en: "Id of the scenario. Required.", vi: "Mã kịch bản. Bắt buộc."),
        "name": Phrase(en: "Name.", vi: "Tên."),
        "name.en": Phrase(en: "Name in English.", vi: "Tên tiếng Anh."),
        "name.vi": Phrase(en: "Name in Vietnamese.", vi: "Tên tiếng Việt."),
        "description": Phrase(en: "Description.", vi: "Mô tả."),
        "description.en": Phrase(en: "Description in English.", vi: "Mô tả bằng tiếng Anh."),
        "description.vi": Phrase(en: "Description in Vietnamese.", vi: "Mô tả bằng tiếng Việt."),
        "currency": Phrase(
            en: "Currency of every amount of money, such as VND. Required.", vi: "Tiền tệ của mọi số tiền, ví dụ VND. Bắt buộc."),
        "year": Phrase(en: "Year that the scenario speaks of. Required.", vi: "Năm của kịch bản. Bắt buộc."),
        "objective": Phrase(
            en: "What to make small: cost, ghg, waste or virgin. Default: cost.",
            vi: "Chỉ tiêu cần làm nhỏ nhất: cost (chi phí), ghg (khí nhà kính), waste (chất thải), virgin (nguyên sinh). Mặc định: cost."),
        "objective.weights.cost": Phrase(en: "In place of objective: weight of money.", vi: "Thay cho objective: trọng số của tiền."),
        "objective.weights.ghg": Phrase(en: "Weight of a kg CO2e.", vi: "Trọng số của một kg CO2 tương đương."),
        "objective.weights.waste": Phrase(en: "Weight of a t of waste.", vi: "Trọng số của một tấn chất thải."),
        "objective.weights.virgin": Phrase(en: "Weight of a t of virgin material.", vi: "Trọng số của một tấn nguyên liệu nguyên sinh."),
        "carbon_price": Phrase(
            en: "Money per t CO2e, added to cost. Default: 0.", vi: "Tiền mỗi tấn CO2 tương đương, cộng vào chi phí. Mặc định: 0."),
        "discount_rate": Phrase(en: "Yearly rate for investments. Default: 0.08.", vi: "Tỷ lệ chiết khấu mỗi năm. Mặc định: 0,08."),
        "distance.detour": Phrase(
            en: "How much longer a road is than the straight line. Default: 1.3.",
            vi: "Đường bộ dài hơn đường thẳng bao nhiêu lần. Mặc định: 1,3."),
        "distance.same_park_km": Phrase(
            en: "Distance within a park, km. Default: 1.", vi: "Khoảng cách trong cùng một khu, km. Mặc định: 1."),
        "distance.crs": Phrase(
            en: "System of coordinates. Default: EPSG:4326 (degrees).", vi: "Hệ tọa độ. Mặc định: EPSG:4326 (độ)."),
        "exchange.within_firm": Phrase(
            en: "Whether a firm may use its own output: true or false. Default: false.",
            vi: "Doanh nghiệp có được dùng đầu ra của chính mình: true (có) hoặc false (không). Mặc định: false."),
        "exchange.min_quantity": Phrase(
            en: "Least quantity of an exchange. Default: 0.", vi: "Khối lượng tối thiểu của một trao đổi. Mặc định: 0."),
        "exchange.max_partners": Phrase(
            en: "Most partners of a firm. Default: any number.", vi: "Số đối tác tối đa của một doanh nghiệp. Mặc định: không giới hạn."),
        "criteria": Phrase(en: "Criteria sets by id, ; between.", vi: "Mã các bộ tiêu chí, cách nhau bằng dấu ;."),
        "extends": Phrase(
            en: "Path of the scenario that this one changes, from this file's folder.",
            vi: "Đường dẫn tới kịch bản được sửa đổi, tính từ thư mục chứa tệp này."),
        "questionnaire.scenario": Phrase(en: "Do not change.", vi: "Không thay đổi."),
        "questionnaire.firm": Phrase(en: "Do not change.", vi: "Không thay đổi."),
    ]
}
