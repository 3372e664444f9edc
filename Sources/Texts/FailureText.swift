// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearProgram

/// What is said where a command cannot do its work.
public enum FailureText {
    /// Before every error.
    public static let error = Phrase(en: "Error", vi: "Lỗi")
    /// Before every remark on something odd.
    public static let warning = Phrase(en: "Warning", vi: "Cảnh báo")

    /// Where help is to be had. `command` is the whole command, such as `symbio solve`.
    public static func seeHelp(_ command: String) -> Phrase {
        Phrase(en: "See '\(command) --help'.", vi: "Xem '\(command) --help'.")
    }

    /// There is no command of that name.
    public static func unknownCommand(_ name: String, known: [String]) -> Phrase {
        let list = known.joined(separator: ", ")
        return Phrase(en: "There is no command \(name). The commands are \(list).", vi: "Không có lệnh \(name). Các lệnh gồm \(list).")
    }

    /// A count that must not be negative.
    public static func negative(option: String) -> Phrase {
        Phrase(en: "\(option) must be 0 or more.", vi: "\(option) phải từ 0 trở lên.")
    }

    /// A time that is not above zero, or is no number that can be waited for.
    public static func notSeconds(option: String) -> Phrase {
        Phrase(
            en: "\(option) must be a number of seconds above 0, such as 60.", vi: "\(option) phải là số giây lớn hơn 0, ví dụ 60.")
    }

    /// A number of threads that nothing can be done with.
    public static func noThread(option: String) -> Phrase {
        Phrase(en: "\(option) must be 1 or more.", vi: "\(option) phải từ 1 trở lên.")
    }

    /// The system refused to write.
    public static func cannotWrite(_ path: String, errorNumber: Int32) -> Phrase {
        let reason = SystemErrorText.phrase(errorNumber)
        return Phrase(en: "Cannot write \(path): \(reason.english).", vi: "Không ghi được \(path): \(reason.vietnamese).")
    }

    /// The folder of results holds other things.
    public static func foreignFolder(_ path: String) -> Phrase {
        Phrase(
            en: "\(path) holds files that no earlier solve wrote, so nothing is written there. Name a new or empty folder.",
            vi: "\(path) chứa tệp không phải kết quả của lần giải trước, nên không ghi gì vào đó. Hãy chọn thư mục mới hoặc trống.")
    }

    /// `new` overwrites nothing.
    public static func alreadyThere(_ path: String) -> Phrase {
        Phrase(
            en: "\(path) is there already; nothing was changed. Name a new folder.",
            vi: "\(path) đã tồn tại; không có gì bị thay đổi. Hãy chọn tên thư mục mới.")
    }

    /// A project that `--with` names is not in the scenario.
    public static func unknownProject(_ id: String, known: [String]) -> Phrase {
        guard !known.isEmpty else {
            return Phrase(
                en: "--with names “\(id)”, but the scenario has no projects.", vi: "--with nêu “\(id)”, nhưng kịch bản không có dự án nào.")
        }
        let list = known.joined(separator: ", ")
        return Phrase(
            en: "--with names “\(id)”, which is no project of the scenario. Its projects are \(list).",
            vi: "--with nêu “\(id)”, không phải dự án của kịch bản. Các dự án gồm \(list).")
    }

    /// The plan failed its own proof.
    public static let certificateFails = Phrase(
        en: "The plan fails its independent certificate, so it is not shown. Please report the scenario.",
        vi: "Phương án không đạt chứng thực lời giải độc lập nên không được đưa ra. Xin hãy báo lại kịch bản này.")

    /// The solver broke down.
    public static func solver(_ failure: SolverFailure) -> Phrase {
        switch failure {
        case .unfit:
            Phrase(
                en: "The model has a number that no solver can take. Please report the scenario.",
                vi: "Mô hình có con số mà bộ giải không xử lý được. Xin hãy báo lại kịch bản này.")
        case .library(let doing, let message):
            Phrase(en: "The solver failed in \(doing): \(message)", vi: "Bộ giải gặp sự cố trong \(doing): \(message)")
        }
    }
}

/// What is told while a solve goes on.
public enum ProgressText {
    /// How far it has come: steps, the objective of the present point and, where it is proved, how far that can be from the best.
    public static func phrase(iterations: Int, objective: Double?, bound: Double?) -> Phrase {
        let count = Phrase.count(iterations)
        guard let objective else { return Phrase(en: "Solving … \(count.english) steps", vi: "Đang giải … \(count.vietnamese) bước") }
        let value = Phrase.number(objective)
        let reached = Phrase(
            en: "Solving … \(count.english) steps, objective \(value.english)",
            vi: "Đang giải … \(count.vietnamese) bước, mục tiêu \(value.vietnamese)")
        guard let bound, bound.isFinite else { return reached }
        let side = Phrase.number(bound), gap = Phrase.percent(max(0, objective - bound) / max(1, abs(objective)))
        return Phrase(
            en: "\(reached.english), bound \(side.english), gap \(gap.english)",
            vi: "\(reached.vietnamese), cận \(side.vietnamese), khoảng cách tới tối ưu \(gap.vietnamese)")
    }
}
