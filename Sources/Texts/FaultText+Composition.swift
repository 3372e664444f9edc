// SPDX-License-Identifier: GPL-3.0-or-later

extension FaultText {
    /// A text of two plain sentences in each language.
    init(en problem: String, vi vietnameseProblem: String, mend: String, _ vietnameseMend: String) {
        self.init(problem: Phrase(en: problem, vi: vietnameseProblem), mend: Phrase(en: mend, vi: vietnameseMend))
    }

    init(en problem: String, vi vietnameseProblem: String, mend: Phrase) {
        self.init(problem: Phrase(en: problem, vi: vietnameseProblem), mend: mend)
    }
}

extension Phrase {
    /// “Did you mean …?” where a known word is near, else another mend.
    static func meant(_ nearest: String?, else mend: Phrase) -> Phrase {
        guard let nearest else { return mend }
        return Phrase(en: "Did you mean \(nearest)?", vi: "Có phải ý bạn là \(nearest)?")
    }

    /// A sentence with two parts that each language writes in its own way.
    static func composed(_ first: Phrase, _ second: Phrase, _ sentence: (String, String) -> (en: String, vi: String)) -> Phrase {
        Phrase(en: sentence(first.english, second.english).en, vi: sentence(first.vietnamese, second.vietnamese).vi)
    }

    /// This phrase and the next one without anything between.
    func followed(by next: Phrase) -> Phrase { Phrase(en: english + next.english, vi: vietnamese + next.vietnamese) }
}
