// SPDX-License-Identifier: GPL-3.0-or-later

extension CommandText {
    /// `screen`.
    public static let screen = Phrase(
        en: "Rank the projects by what each adds to the parks.", vi: "Xếp hạng các dự án theo những gì mỗi dự án mang lại cho các khu.")
    /// An example of `screen`.
    public static let screenExample = Phrase(
        en: "Example: symbio screen Scenarios/chu-lai --weights gain=2,ghg=1 --land 15",
        vi: "Ví dụ: symbio screen Scenarios/chu-lai --weights gain=2,ghg=1 --land 15 --lang vi")
    /// `--weights`.
    public static let weights = Phrase(
        en: "What counts how much in the ranking: gain, ghg, waste, virgin, water, energy, jobs, land, investment.",
        vi: "Trọng số xếp hạng: gain, ghg, waste, virgin, water, energy, jobs, land, investment.")
    /// `--land`.
    public static let land = Phrase(
        en: "The most hectares that the best set of projects may take.", vi: "Số héc-ta tối đa cho nhóm dự án tốt nhất.")
    /// `--investment`.
    public static let investment = Phrase(
        en: "The most money that the best set may take, in the scenario's currency.",
        vi: "Vốn đầu tư tối đa cho nhóm dự án tốt nhất, theo đồng tiền của kịch bản.")
    /// `--attract`.
    public static let attract = Phrase(
        en: "How many types of firms to look at closely as newcomers; 0 for none.",
        vi: "Số loại hình doanh nghiệp được xét kỹ để thu hút; 0 là không xét.")
    /// `--largest`.
    public static let largest = Phrase(
        en: "Leave out types whose smallest usual plant moves more than this a year, t or MWh.",
        vi: "Bỏ qua loại hình mà cơ sở nhỏ nhất thường gặp có lượng vào ra mỗi năm vượt số này, tấn hoặc MWh.")
    /// `--parks`.
    public static let parks = Phrase(
        en: "Ids of the parks that have room for newcomers, with commas between; all where none is named.",
        vi: "Mã các khu còn chỗ cho doanh nghiệp mới, cách nhau bằng dấu phẩy; không nêu là mọi khu.")
    /// `--types`.
    public static let types = Phrase(
        en: "A library of firm types in place of the one that comes with the program.",
        vi: "Thư viện loại hình doanh nghiệp thay cho thư viện đi kèm chương trình.")
    /// What stands for weights on a help screen.
    public static let weightsName = Phrase(en: "list", vi: "danh-sách")
}

extension FailureText {
    /// `--weights` says something that is no weight.
    public static func badWeight(_ found: String, known: [String]) -> Phrase {
        let list = known.joined(separator: ", ")
        return Phrase(
            en: "--weights has “\(found)”; write name=number with commas between, names out of \(list), none negative, one above 0.",
            vi: "--weights có “\(found)”; hãy viết tên=số, cách nhau bằng dấu phẩy, tên trong \(list), không âm, ít nhất một số trên 0.")
    }

    /// A park that `--parks` names is not in the scenario.
    public static func unknownPark(_ id: String, known: [String]) -> Phrase {
        guard !known.isEmpty else {
            return Phrase(
                en: "--parks names “\(id)”, but the scenario has no parks.", vi: "--parks nêu “\(id)”, nhưng kịch bản không có khu nào.")
        }
        let list = known.joined(separator: ", ")
        return Phrase(
            en: "--parks names “\(id)”, which is no park of the scenario. Its parks are \(list).",
            vi: "--parks nêu “\(id)”, không phải khu của kịch bản. Các khu gồm \(list).")
    }

    /// An option asks for a number that is not negative.
    public static func notAmount(option: String) -> Phrase {
        Phrase(en: "\(option) must be a number, 0 or more.", vi: "\(option) phải là số từ 0 trở lên.")
    }

    /// The parks have no plan without the projects.
    public static let noPlanToScreen = Phrase(
        en: "Without the projects the scenario has no plan, so that nothing can be compared; symbio solve explains why.",
        vi: "Không có các dự án, kịch bản không có phương án nên không thể so sánh; lệnh symbio solve giải thích lý do.")

    /// The command was stopped before it had an answer.
    public static let screeningStopped = Phrase(
        en: "Stopped on your request; nothing is shown.", vi: "Đã dừng theo yêu cầu; không có kết quả.")
}
