// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario
internal import ScenarioFiles
internal import Texts

extension Difference {
    /// What differs, in one line: where it stands, and the old and the new text.
    var sentence: Phrase {
        let place = place
        switch change {
        case .added:
            guard new != nil else { return Phrase(en: "\(place.english): added", vi: "\(place.vietnamese): thêm mới") }
            let new = told(new)
            return Phrase(
                en: "\(place.english): \(new.english), not given before", vi: "\(place.vietnamese): \(new.vietnamese), trước đó chưa có")
        case .removed: return Phrase(en: "\(place.english): taken out", vi: "\(place.vietnamese): bỏ đi")
        case .changed:
            let (before, after) = (told(old), told(new))
            return Phrase(
                en: "\(place.english): \(after.english) in place of \(before.english)",
                vi: "\(place.vietnamese): \(after.vietnamese) thay cho \(before.vietnamese)")
        }
    }

    /// Whether the difference is in what is said of a figure and not in the figure.
    var isRemark: Bool { ["source", "basis", "note"].contains(column) }

    private var place: Phrase {
        let parts = [table.map(\.rawValue) ?? "scenario.yaml", key, column].compactMap(\.self)
        return Phrase(same: parts.joined(separator: " · ").printable)
    }

    /// What stands in the cell; a number with the decimal mark of the language.
    func told(_ text: String?) -> Phrase {
        guard let text = text?.printable else { return Phrase(en: "nothing", vi: "để trống") }
        guard let table, let column, ColumnRule.isNumeric(column, in: table),
            text.utf8.allSatisfy({ "+-.,0123456789".utf8.contains($0) }), text.count(where: { ".,".contains($0) }) == 1
        else { return Phrase(same: text) }
        return Phrase(en: text.replacing(",", with: "."), vi: text.replacing(".", with: ","))
    }
}
