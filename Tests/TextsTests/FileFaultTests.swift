// SPDX-License-Identifier: GPL-3.0-or-later
import Scenario
import Testing

@testable import Texts

@Suite("Files that cannot be read")
struct FileFaultTests {
    @Test(
        "What the system says decides what to do",
        arguments: [
            (
                SystemReason.missing, "Check the name and the path, or put the file there.",
                "Kiểm tra tên tệp và đường dẫn, hoặc đặt tệp vào đúng chỗ."
            ),
            (.linkLoop, "Put the file itself in its place.", "Thay liên kết bằng chính tệp đó."),
            (
                .forbidden, "Give yourself permission to read it, or put a copy in its place.",
                "Cấp quyền đọc cho tệp, hoặc thay bằng một bản sao."
            ),
        ])
    func mends(reason: SystemReason, english: String, vietnamese: String) {
        #expect(FileFault.unreadable(reason: reason).text.mend == Phrase(en: english, vi: vietnamese))
    }
}
