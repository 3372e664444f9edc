// SPDX-License-Identifier: GPL-3.0-or-later
public import Texts

extension Health {
    /// The report for people, in UTF-8.
    public func report(layout: ReportLayout) -> [UInt8] {
        var report = TextReport(layout)
        let rows = components.map { component in
            [component.name, component.version ?? report.tell(Phrase(en: "missing", vi: "chưa có")), report.tell(component.purpose)]
        }
        report.table(
            [
                .words(Phrase(en: "Part", vi: "Thành phần")), .words(Phrase(en: "Version", vi: "Phiên bản")),
                .words(Phrase(en: "What for", vi: "Công dụng")),
            ], rows)
        for component in components where component.version == nil && !component.packages.isEmpty {
            report.paragraph(component.advice)
        }
        report.paragraph(solveSentence)
        report.paragraph(
            isSound ? Phrase(en: "All is well.", vi: "Mọi thứ đều ổn.") : Phrase(en: "Not fit to work.", vi: "Chưa thể làm việc."))
        return report.bytes
    }

    /// The machine-readable form, in UTF-8.
    public func json(_ language: Language) -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.object { writer in
            writer.member("format", 1)
            writer.member("sound", isSound)
            writer.member("components", objects: components) { object, component in
                object.member("name", component.name)
                object.member("version", component.version)
                object.member("required", component.isRequired)
                object.member("install", component.version == nil ? component.advice[language] : nil)
            }
            writer.member("solve") { solve in
                solve.object {
                    $0.member("known", Self.knownOptimum)
                    $0.member("found", value)
                    $0.member("holds", solves)
                }
            }
        }
        writer.newline()
        return writer.bytes
    }

    private static func told(_ value: Double) -> Phrase {
        Phrase(en: NumberStyle(.english).fixed(value, decimals: 3), vi: NumberStyle(.vietnamese).fixed(value, decimals: 3))
    }

    private var solveSentence: Phrase {
        let known = Self.told(Self.knownOptimum)
        guard let value else {
            return Phrase(
                en: "A program with the known optimum \(known.english) could not be solved.",
                vi: "Không giải được bài toán có giá trị tối ưu đã biết là \(known.vietnamese).")
        }
        let found = Self.told(value)
        return solves
            ? Phrase(
                en: "A program with the known optimum \(known.english) was solved to it.",
                vi: "Bài toán có giá trị tối ưu đã biết \(known.vietnamese) được giải đúng.")
            : Phrase(
                en: "A program with the known optimum \(known.english) was solved to \(found.english), which is wrong.",
                vi: "Bài toán có giá trị tối ưu đã biết \(known.vietnamese) lại được giải ra \(found.vietnamese), là sai.")
    }
}

extension Component {
    /// How to install the part.
    var advice: Phrase {
        let packages = packages.joined(separator: " ")
        return Phrase(
            en: "\(name) is missing; on Debian: apt-get install \(packages)",
            vi: "Chưa có \(name); trên Debian: apt-get install \(packages)")
    }
}
