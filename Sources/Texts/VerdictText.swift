// SPDX-License-Identifier: GPL-3.0-or-later
public import Criteria
internal import Scenario

extension VerdictResult {
    /// The verdict in a word or two.
    public var name: Phrase {
        switch self {
        case .met: Phrase(en: "met", vi: "đạt")
        case .notMet: Phrase(en: "not met", vi: "chưa đạt")
        case .better: Phrase(en: "better than the baseline", vi: "tốt hơn mức cơ sở")
        case .worse: Phrase(en: "worse than the baseline", vi: "kém hơn mức cơ sở")
        case .unchanged: Phrase(en: "as in the baseline", vi: "như mức cơ sở")
        case .figureOnly: Phrase(en: "figure only", vi: "chỉ có số liệu")
        case .evidenceMissing: Phrase(en: "evidence missing", vi: "thiếu minh chứng")
        case .notApplicable(.background): Phrase(en: "background", vi: "thông tin nền")
        case .notApplicable(.nothingToMeasure), .notApplicable(.notClaimed): Phrase(en: "not applicable", vi: "không áp dụng")
        case .outsideValidity: Phrase(en: "outside its validity", vi: "ngoài thời hạn hiệu lực")
        }
    }
}

extension Verdict {
    /// The verdict in words; what nobody has checked is never plainly met or not met.
    public var name: Phrase {
        guard isUnverified, result == .met || result == .notMet else { return result.name }
        return Phrase(en: "\(result.name.english), unverified", vi: "\(result.name.vietnamese), chưa kiểm chứng")
    }
}

extension Formula.Moment {
    /// What the state of affairs is called.
    public var name: Phrase {
        switch self {
        case .baseline: Phrase(en: "Baseline", vi: "Mức cơ sở")
        case .today: Phrase(en: "Today", vi: "Hiện trạng")
        case .plan: Phrase(en: "Plan", vi: "Phương án")
        }
    }
}

extension EvidenceGrade {
    /// How well a text is known, in words.
    public var name: Phrase {
        switch self {
        case .officialExcerpt: Phrase(en: "excerpt of the official text", vi: "trích văn bản chính thức")
        case .legalCommentary: Phrase(en: "legal commentary", vi: "bình luận pháp lý")
        case .systemSpecification: Phrase(en: "specification of the reporting system", vi: "đặc tả của hệ thống báo cáo")
        case .publicCode: Phrase(en: "public source code", vi: "mã nguồn công khai")
        case .publication: Phrase(en: "publication", vi: "ấn phẩm")
        case .news: Phrase(en: "news", vi: "tin báo chí")
        case .secondaryCopy: Phrase(en: "copy of low standing", vi: "bản sao thứ cấp")
        case .recalled: Phrase(en: "recalled, not seen", vi: "theo trí nhớ, chưa thấy văn bản")
        }
    }
}

extension SetStatus {
    /// Where the document stands, in words.
    public var name: Phrase {
        switch self {
        case .inForce: Phrase(en: "in force", vi: "đang có hiệu lực")
        case .toCheck: Phrase(en: "in force when last seen, to be checked", vi: "có hiệu lực khi xem lần cuối, cần kiểm tra lại")
        case .voluntary: Phrase(en: "voluntary", vi: "tự nguyện")
        case .superseded: Phrase(en: "superseded", vi: "đã hết hiệu lực")
        case .draft: Phrase(en: "draft", vi: "dự thảo")
        case .reference: Phrase(en: "for reference", vi: "tham khảo")
        }
    }
}

extension LegalPlace {
    /// Article, clause and point, as each language cites them; nil where none is given.
    public var citation: Phrase? {
        var english: [String] = [], vietnamese: [String] = []
        if let point {
            // A point is a letter; what is longer names itself.
            english.append(point.count <= 3 ? "point \(point)" : point)
            vietnamese.append(point.count <= 3 ? "điểm \(point)" : Self.vietnamese(point))
        }
        if let clause {
            let (isNumber, mark) = (clause.first?.isNumber == true, Self.mark(clause))
            english.append((isNumber ? "clause \(clause)" : clause) + mark)
            vietnamese.append((isNumber ? "khoản " : "") + Self.vietnamese(clause) + mark)
        }
        if let article {
            let (isNumber, mark) = (article.first?.isNumber == true, Self.mark(article))
            english.append((isNumber ? "Article \(article)" : article) + mark)
            vietnamese.append((isNumber ? "Điều " : "") + Self.vietnamese(article) + mark)
        }
        guard !english.isEmpty else { return nil }
        return Phrase(en: english.joined(separator: ", "), vi: vietnamese.joined(separator: ", "))
    }

    /// The mark of what is unverified, where it is not known which of two places it is: `39 or 36`.
    private static func mark(_ place: String) -> String { place.contains(" or ") ? "†" : "" }

    /// A place that names itself, its English words as Vietnamese decrees have them: `Phụ lục, biểu mẫu A.4 và B.4`.
    private static func vietnamese(_ place: String) -> String {
        place.split(separator: " ", omittingEmptySubsequences: false).map { part in
            let word = part.filter { $0 != "," }
            guard let told = Self.words[word] else { return String(part) }
            return told + part.dropFirst(word.count)
        }.joined(separator: " ")
    }

    private static let words = [
        "Annex": "Phụ lục", "Appendix": "Phụ lục", "Formula": "Công thức", "form": "biểu mẫu", "forms": "biểu mẫu", "and": "và",
        "or": "hoặc", "to": "đến",
    ]
}

/// Figures of criteria in words.
public struct FigureText: Sendable {
    private let currency: String

    /// Tells figures of a scenario whose money is `currency`.
    public init(currency: String) { self.currency = currency }

    /// A unit as readers are told it.
    public func unit(_ unit: String?) -> Phrase? {
        guard let unit, !unit.isEmpty else { return nil }
        if unit == "currency" { return MoneyStyle(currency: currency).unit(.one) }
        if unit.hasPrefix("currency/") {
            let (money, each) = (MoneyStyle(currency: currency).unit(.one), unit.dropFirst("currency/".count))
            let per = Unit(rawValue: String(each))?.symbol ?? Phrase(same: String(each))
            return Phrase(en: "\(money.english)/\(per.english)", vi: "\(money.vietnamese)/\(per.vietnamese)")
        }
        switch unit {
        case "million VND": return MoneyStyle(currency: "VND").unit(.million)
        case "years": return Phrase(en: "years", vi: "năm")
        case "months": return Phrase(en: "months", vi: "tháng")
        case "days": return Phrase(en: "days", vi: "ngày")
        case "t CO2e": return Phrase(en: "t CO2e", vi: "tấn CO2 tương đương")
        default: return Unit(rawValue: unit)?.symbol ?? Phrase(same: unit)
        }
    }

    /// A number with its unit: `23.5 %`, `1,200 t`.
    public func phrase(_ value: Double, _ unit: String?) -> Phrase {
        if unit == "currency" { return MoneyStyle(currency: currency).phrase(value) }
        let number = Phrase.number(value)
        guard let unit = self.unit(unit) else { return number }
        return Phrase(en: "\(number.english) \(unit.english)", vi: "\(number.vietnamese) \(unit.vietnamese)")
    }

    /// A figure: the number, or the bounds that it lies between, or that it is not known.
    public func phrase(_ figure: Figure, _ unit: String?) -> Phrase {
        if let exact = figure.exact { return phrase(exact, unit) }
        switch (figure.low.isFinite, figure.high.isFinite) {
        case (true, true):
            guard unit != "currency" else { return MoneyStyle(currency: currency).range(figure.low, figure.high) }
            let (low, high) = (Phrase.number(figure.low), phrase(figure.high, unit))
            return Phrase(en: "\(low.english) to \(high.english)", vi: "\(low.vietnamese) đến \(high.vietnamese)")
        case (true, false):
            let low = phrase(figure.low, unit)
            return Phrase(en: "at least \(low.english)", vi: "ít nhất \(low.vietnamese)")
        case (false, true):
            let high = phrase(figure.high, unit)
            return Phrase(en: "at most \(high.english)", vi: "nhiều nhất \(high.vietnamese)")
        case (false, false): return Phrase(en: "not known", vi: "chưa biết")
        }
    }

    /// What a threshold asks for: `at least 20 %`.
    public func threshold(_ comparison: Threshold.Comparison, _ bound: Figure, _ unit: String?) -> Phrase {
        let value =
            bound.low.isFinite || bound.high.isFinite || bound.exact != nil
            ? phrase(bound, unit) : Phrase(en: "a figure that is not known", vi: "một mức chưa xác định được")
        return switch comparison {
        case .atLeast: Phrase(en: "at least \(value.english)", vi: "tối thiểu \(value.vietnamese)")
        case .atMost: Phrase(en: "at most \(value.english)", vi: "tối đa \(value.vietnamese)")
        case .above: Phrase(en: "above \(value.english)", vi: "trên \(value.vietnamese)")
        case .below: Phrase(en: "below \(value.english)", vi: "dưới \(value.vietnamese)")
        case .equals: Phrase(en: "exactly \(value.english)", vi: "đúng \(value.vietnamese)")
        }
    }
}
