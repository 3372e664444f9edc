// SPDX-License-Identifier: GPL-3.0-or-later

extension CommandText {
    /// `explain`.
    public static let explain = Phrase(
        en: "Tell why an exchange is in the plan or not, and what would have to change.",
        vi: "Cho biết vì sao một trao đổi có hoặc không có trong phương án, và cần thay đổi gì.")
    /// An example of `explain`.
    public static let explainExample = Phrase(
        en: "Example: symbio explain Scenarios/chu-lai hoa-phat-1 xuan-thanh-cement",
        vi: "Ví dụ: symbio explain Scenarios/chu-lai hoa-phat-1 xuan-thanh-cement --lang vi")
    /// `FROM` of `explain`.
    public static let explainFrom = Phrase(
        en: "The id of a firm or process: what becomes of its outputs and needs. Without it the whole plan is told.",
        vi: "Mã doanh nghiệp hoặc công đoạn: đầu ra và nhu cầu của nó đi đâu. Không ghi thì giải thích cả phương án.")
    /// `TO` of `explain`.
    public static let explainTo = Phrase(
        en: "The id of another firm or process: what the first could pass to it, and why it does or does not.",
        vi: "Mã doanh nghiệp hoặc công đoạn khác: bên thứ nhất có thể chuyển gì cho bên này, vì sao có hoặc không.")
    /// `--all` of `explain`.
    public static let explainAll = Phrase(
        en: "Tell every candidate that carries nothing, not only those nearest to paying.",
        vi: "Kể mọi cách trao đổi chưa dùng, không chỉ những cách gần có lợi nhất.")
    /// What stands for the giver.
    public static let fromName = Phrase(en: "from", vi: "bên-cung-cấp")
    /// What stands for the taker.
    public static let toName = Phrase(en: "to", vi: "bên-tiếp-nhận")
}

extension FailureText {
    /// No firm and no process has this id.
    public static func unknownParty(_ id: String, nearest: [String]) -> Phrase {
        guard !nearest.isEmpty else {
            return Phrase(
                en: "“\(id)” is no firm and no process of the scenario. Give an id of the tables firms or processes.",
                vi: "“\(id)” không phải là doanh nghiệp hay công đoạn của kịch bản. Hãy ghi một mã trong bảng firms hoặc processes.")
        }
        let list = nearest.joined(separator: ", ")
        return Phrase(
            en: "“\(id)” is no firm and no process of the scenario. Did you mean \(list)?",
            vi: "“\(id)” không phải là doanh nghiệp hay công đoạn của kịch bản. Có phải ý bạn là \(list)?")
    }

    /// A firm or process of a project that does not count.
    public static func partyLeftOut(_ id: String, project: String) -> Phrase {
        Phrase(
            en: "“\(id)” belongs to the project \(project), which does not count. Add --with \(project).",
            vi: "“\(id)” thuộc dự án \(project), dự án này chưa được tính. Thêm --with \(project).")
    }
}
