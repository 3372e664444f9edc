// SPDX-License-Identifier: GPL-3.0-or-later
import Criteria
import Testing
import Texts

@Suite("Places and figures of criteria in words")
struct FigureTextTests {
    @Test(
        "A place is cited in the words of either language",
        arguments: [
            (LegalPlace(article: "Annex, forms A.4 and B.4"), "Annex, forms A.4 and B.4", "Phụ lục, biểu mẫu A.4 và B.4"),
            (LegalPlace(article: "Annex A", point: "Formula A.13"), "Formula A.13, Annex A", "Công thức A.13, Phụ lục A"),
            (
                LegalPlace(article: "78", clause: "1", point: "Annex XXII"), "Annex XXII, clause 1, Article 78",
                "Phụ lục XXII, khoản 1, Điều 78"
            ),
            (LegalPlace(article: "37", clause: "2", point: "c"), "point c, clause 2, Article 37", "điểm c, khoản 2, Điều 37"),
            // Which of two it is nobody has checked.
            (LegalPlace(article: "39 or 36"), "Article 39 or 36†", "Điều 39 hoặc 36†"),
            (LegalPlace(article: "138", clause: "3 or 4"), "clause 3 or 4†, Article 138", "khoản 3 hoặc 4†, Điều 138"),
        ])
    func citation(place: LegalPlace, english: String, vietnamese: String) {
        #expect(place.citation == Phrase(en: english, vi: vietnamese))
    }

    @Test(
        "Money is told as đồng in units too",
        arguments: [
            ("million VND", "million đồng", "triệu đồng"), ("currency", "đồng", "đồng"), ("currency/t", "đồng/t", "đồng/tấn"),
        ])
    func units(unit: String, english: String, vietnamese: String) {
        #expect(FigureText(currency: "VND").unit(unit) == Phrase(en: english, vi: vietnamese))
    }

    @Test("No two built-in criteria that measure different things read alike in a language")
    func distinctTexts() {
        var seen: [String: Criterion] = [:]
        for criterion in CriteriaCatalogue().sets.flatMap(\.criteria) {
            for text in Set([criterion.text.phrase.english, criterion.text.phrase.vietnamese]) {
                if let other = seen[text] { #expect(other.measure == criterion.measure, "\(other.id), \(criterion.id): \(text)") }
                seen[text] = criterion
            }
        }
    }

    @Test("No built-in set cites a place in English to a Vietnamese reader")
    func builtIn() {
        let catalogue = CriteriaCatalogue()
        for criterion in catalogue.sets.flatMap(\.criteria) {
            let cited = criterion.place.citation?.vietnamese ?? ""
            for word in ["Annex", "Appendix", "form", "Formula", " and ", " or ", "?"] {
                #expect(!cited.contains(word), "\(criterion.id): \(cited)")
            }
        }
    }
}
