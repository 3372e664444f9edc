// SPDX-License-Identifier: GPL-3.0-or-later

/// The processor time of a solve by its parts, for `--timing`.
public struct TimingText: Sendable {
    /// A part of a solve.
    public enum Part: CaseIterable, Sendable {
        /// Up to the first line of the command's own; files and rules; candidates and linear program.
        case starting, reading, building
        /// The solver's work; the certificate, the marginal values and the lists of the plan.
        case solving, proving
        /// The fingerprint, and what is printed and written.
        case writing
    }

    /// Processor seconds of each part.
    public var seconds: [Part: Double]

    /// Makes the text of what each part took.
    public init(_ seconds: [Part: Double]) { self.seconds = seconds }

    /// What `--timing` does.
    public static let option = Phrase(
        en: "Tell on standard error the processor seconds of each part.",
        vi: "Cho biết số giây xử lý của từng bước, ghi ra luồng lỗi chuẩn (stderr).")

    /// A line for each part, and one for all of them.
    public func lines(_ language: Language) -> [String] {
        let style = NumberStyle(language), sum = seconds.values.reduce(0, +)
        let parts = Part.allCases.compactMap { part in seconds[part].map { (part.name[language], $0) } }
        let told = parts + [(Self.total[language], sum)]
        let width = told.reduce(0) { max($0, $1.0.count) }
        return [Self.heading[language]]
            + told.map { "  " + $0.0 + String(repeating: " ", count: width - $0.0.count + 2) + style.fixed($0.1, decimals: 3) }
    }

    private static let heading = Phrase(en: "Processor seconds", vi: "Số giây xử lý (thời gian CPU)")
    private static let total = Phrase(en: "in all", vi: "tổng cộng")
}

extension TimingText.Part {
    fileprivate var name: Phrase {
        switch self {
        case .starting: Phrase(en: "starting", vi: "khởi động")
        case .reading: Phrase(en: "reading and checking", vi: "đọc và kiểm tra")
        case .building: Phrase(en: "building", vi: "lập mô hình")
        case .solving: Phrase(en: "solving", vi: "giải")
        case .proving: Phrase(en: "proof and plan", vi: "chứng thực và lập phương án")
        case .writing: Phrase(en: "writing", vi: "ghi kết quả")
        }
    }
}
