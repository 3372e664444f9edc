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
            guard let new = new?.printable else { return Phrase(en: "\(place.english): added", vi: "\(place.vietnamese): thêm mới") }
            return Phrase(en: "\(place.english): \(new), not given before", vi: "\(place.vietnamese): \(new), trước đó chưa có")
        case .removed: return Phrase(en: "\(place.english): taken out", vi: "\(place.vietnamese): bỏ đi")
        case .changed:
            let (before, after) = (Self.told(old), Self.told(new))
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

    private static func told(_ text: String?) -> Phrase {
        text.map { Phrase(same: $0.printable) } ?? Phrase(en: "nothing", vi: "để trống")
    }
}
