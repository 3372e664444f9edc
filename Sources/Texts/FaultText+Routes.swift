// SPDX-License-Identifier: GPL-3.0-or-later
internal import Scenario

extension PlaceFault {
    static func routeTooShort(_ from: String, _ to: String, _ kilometres: Double, _ straight: Double) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "The route from “\(from)” to “\(to)” is \(Phrase.kilometres(kilometres).english) long, shorter than the straight line between the two, \(Phrase.kilometres(straight).english).",
                vi:
                    "Tuyến từ “\(from)” đến “\(to)” dài \(Phrase.kilometres(kilometres).vietnamese), ngắn hơn đường thẳng nối hai nơi là \(Phrase.kilometres(straight).vietnamese)."
            ),
            mend: Phrase(
                en: "Give the length of the road in km, or correct the coordinates.",
                vi: "Điền chiều dài đường đi bằng km, hoặc sửa tọa độ."))
    }

    static func routeTooLong(_ from: String, _ to: String, _ kilometres: Double, _ straight: Double) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "The route from “\(from)” to “\(to)” is \(Phrase.kilometres(kilometres).english) long, while the straight line between the two is \(Phrase.kilometres(straight).english).",
                vi:
                    "Tuyến từ “\(from)” đến “\(to)” dài \(Phrase.kilometres(kilometres).vietnamese), trong khi đường thẳng nối hai nơi chỉ dài \(Phrase.kilometres(straight).vietnamese)."
            ),
            mend: Phrase(
                en: "Give the length in km, not in metres, or correct the coordinates.",
                vi: "Điền chiều dài bằng km chứ không phải mét, hoặc sửa tọa độ."))
    }

    static func routeBeyondReach(_ from: String, _ to: String, _ kilometres: Double, _ mode: String?, _ reach: Double) -> FaultText {
        let (length, limit) = (Phrase.kilometres(kilometres), Phrase.kilometres(reach))
        let why =
            mode.map { Phrase(en: "farther than “\($0)” goes (\(limit.english))", vi: "xa hơn tầm của “\($0)” (\(limit.vietnamese))") }
            ?? Phrase(
                en: "farther than any mode goes (\(limit.english) at most)",
                vi: "xa hơn tầm của mọi phương thức vận chuyển (nhiều nhất \(limit.vietnamese))")
        return FaultText(
            problem: Phrase(
                en: "The route from “\(from)” to “\(to)” is \(length.english) long, \(why.english): nothing can go by it.",
                vi: "Tuyến từ “\(from)” đến “\(to)” dài \(length.vietnamese), \(why.vietnamese): không thể chở gì theo tuyến này."),
            mend: Phrase(en: "Correct km, or raise max_km in modes.", vi: "Sửa km, hoặc tăng max_km trong bảng modes."))
    }

    static func directionsDiffer(_ from: String, _ to: String, _ kilometres: Double, _ back: Double) -> FaultText {
        FaultText(
            problem: Phrase(
                en:
                    "From “\(from)” to “\(to)” it is \(Phrase.kilometres(kilometres).english), and an earlier row says \(Phrase.kilometres(back).english) for the way back; each row serves both directions, so that either counts in its own only.",
                vi:
                    "Từ “\(from)” đến “\(to)” là \(Phrase.kilometres(kilometres).vietnamese), còn một dòng phía trên ghi chiều về là \(Phrase.kilometres(back).vietnamese); dòng nào cũng dùng cho cả hai chiều nên mỗi dòng chỉ còn tính cho chiều của nó."
            ),
            mend: Phrase(
                en: "Keep one of the two rows, or mark both one_way.", vi: "Giữ một trong hai dòng, hoặc đánh dấu one_way ở cả hai."))
    }

    static func routeWithoutCapacity(_ from: String, _ to: String, _ mode: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "The route from “\(from)” to “\(to)” is open but has a capacity of 0: nothing can go there by “\(mode)”.",
                vi: "Tuyến từ “\(from)” đến “\(to)” đang mở nhưng có công suất 0: không thể chở gì bằng “\(mode)”."),
            mend: Phrase(
                en: "Write open = no to close the route, or leave capacity blank where nothing limits it.",
                vi: "Ghi open = không để đóng tuyến, hoặc để trống capacity nếu không có giới hạn."))
    }

    static func routeToEmptyPark(_ from: String, _ to: String, _ park: String) -> FaultText {
        FaultText(
            problem: Phrase(
                en: "The route from “\(from)” to “\(to)” serves nobody: no firm and no process stands in the park “\(park)”.",
                vi: "Tuyến từ “\(from)” đến “\(to)” không phục vụ ai: khu “\(park)” không có doanh nghiệp hay công đoạn nào."),
            mend: Phrase(
                en: "Name the park in the column park of its firms, or remove the route.",
                vi: "Ghi khu này ở cột park của các doanh nghiệp trong khu, hoặc bỏ tuyến."))
    }
}
